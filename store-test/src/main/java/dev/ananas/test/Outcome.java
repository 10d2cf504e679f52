package dev.ananas.test;

import dev.ananas.store.RowChange;
import dev.ananas.store.StateTree;
import dev.ananas.store.StoreDefinition;
import dev.ananas.store.Transition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a write on a {@link TestStore} did, from the state before it to the state after it. */
public final class Outcome {
    private final StateTree before;
    private final StateTree after;
    private final List<Transition> transitions;
    private final Set<String> tables;
    private final @Nullable Object answer;
    private final @Nullable RuntimeException error;

    Outcome(
            StateTree before,
            StateTree after,
            List<Transition> transitions,
            Set<String> tables,
            @Nullable Object answer,
            @Nullable RuntimeException error) {
        this.before = before;
        this.after = after;
        this.transitions = List.copyOf(transitions);
        this.tables = tables;
        this.answer = answer;
        this.error = error;
    }

    /** The transitions, in order. */
    public List<Transition> transitions() {
        return transitions;
    }

    /** What the write answered; null if it has no answer. */
    public @Nullable Object answer() {
        return answer;
    }

    /** Requires exactly these changes, however many transitions made them. */
    public Outcome then(Diff expected) {
        noError();
        Comparison.equal(
                "What changed", lines(expected), lines(expected.slices().keySet()));
        return this;
    }

    /** Requires that nothing changed, and no transition was made. */
    public Outcome thenNothing() {
        then(Diff.nothing());
        return inTransitions(0);
    }

    /** Requires that it was one transition. */
    public Outcome inOneTransition() {
        return inTransitions(1);
    }

    /** Requires a number of transitions. */
    public Outcome inTransitions(int count) {
        noError();
        if (transitions.size() != count) {
            throw new AssertionError(
                    "Expected " + count + " transitions, found " + transitions.size() + ": " + transitions);
        }
        return this;
    }

    /** Requires an answer. */
    public Outcome thenAnswers(@Nullable Object expected) {
        noError();
        Comparison.equal("The answer", expected, answer);
        return this;
    }

    /**
     * Requires that it failed and changed nothing.
     *
     * @param part a part of the message, which may be empty
     */
    public Outcome thenFails(String part) {
        Failures.require(error, part, "Expected a failure", "none; " + transitions);
        Comparison.equal("What changed in spite of the failure", List.of(), transitions);
        return this;
    }

    private void noError() {
        if (error != null) {
            throw new AssertionError("Expected no failure, found " + error, error);
        }
    }

    private static Collection<String> lines(Diff expected) {
        List<String> lines = new ArrayList<>();
        expected.slices().forEach((slice, state) -> lines.add("slice " + slice.name() + ": " + state));
        expected.rows().forEach((row, change) -> lines.add(row + ": " + change));
        return sorted(lines);
    }

    /** What changed; the states of slices that nobody expects are not known by their definitions, only by their names. */
    private Collection<String> lines(Set<StoreDefinition<?>> known) {
        List<String> lines = new ArrayList<>();
        Set<String> named = new LinkedHashSet<>();
        for (StoreDefinition<?> slice : known) {
            named.add(slice.name());
            Object now = after.contains(slice) ? after.get(slice) : null;
            if (!before.contains(slice) || !Objects.equals(before.get(slice), now)) {
                lines.add("slice " + slice.name() + ": " + now);
            }
        }
        for (String slice : after.changedSince(before)) {
            if (!named.contains(slice) && !tables.contains(slice)) {
                lines.add("slice " + slice + ": changed");
            }
        }
        rows().forEach((row, change) -> lines.add(row + ": " + change));
        return sorted(lines);
    }

    private static Collection<String> sorted(List<String> lines) {
        return lines.stream().sorted().toList();
    }

    private record Ends(@Nullable Object before, @Nullable Object after) {}

    /** The net changes of rows over all transitions. */
    private Map<String, String> rows() {
        Map<String, Ends> ends = new LinkedHashMap<>();
        for (Transition transition : transitions) {
            for (String table : transition.changes().tables()) {
                if (tables.contains(table)) {
                    for (RowChange change : transition.changes().of(table)) {
                        ends.merge(
                                Diff.name(table, change.key()),
                                new Ends(change.before(), change.after()),
                                (first, last) -> new Ends(first.before(), last.after()));
                    }
                }
            }
        }
        Map<String, String> rows = new LinkedHashMap<>();
        ends.forEach((row, change) -> {
            if (!Objects.equals(change.before(), change.after())) {
                rows.put(row, Diff.describe(change.before(), change.after()));
            }
        });
        return rows;
    }
}
