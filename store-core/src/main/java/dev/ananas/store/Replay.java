package dev.ananas.store;

import java.util.List;
import java.util.Objects;

/**
 * The question what a slice looks like once a step was added to some others or left out of them.
 *
 * <p>Only what {@code subject} touched is decided: it becomes what {@code base} has there with all of {@code edits}
 * applied in their order. Everything else stays as {@code current} has it.
 *
 * @param <S> the state of the slice
 * @param current the state to start from
 * @param subject the step that is added or left out
 * @param base the state before the first of the edits
 * @param edits the steps that count, in order
 * @param place how many of the edits are older than {@code subject}
 * @param rule what an edit does where it finds something else than it left
 */
public record Replay<S>(S current, Edit<S> subject, S base, List<Edit<S>> edits, int place, Rule rule) {

    public Replay {
        Objects.requireNonNull(current, "current");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(base, "base");
        edits = List.copyOf(edits);
        Objects.requireNonNull(rule, "rule");
    }

    /** What an edit does with a value that is not the one it was made on. */
    public enum Rule {
        /** It writes its own value, as it did when it was made. An update of a row that is gone is left out. */
        AGAIN,
        /** It writes its own value and reports both; an update of a row that is gone brings the row back. */
        OURS,
        /** It leaves the value and reports both. */
        THEIRS
    }
}
