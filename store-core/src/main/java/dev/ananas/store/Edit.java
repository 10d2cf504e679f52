package dev.ananas.store;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What one step did to a slice.
 *
 * @param <S> the state of the slice
 * @param before the state before the step
 * @param after the state after it
 * @param actions what was reduced in the step, in order; empty where that is not known, as for what a fork did
 * @param again does the same to another state, by reducing the actions of the step once more; it may throw. Slices with
 *     a {@link ChangeApplier} do not need it: they read what changed off the two states
 */
public record Edit<S>(S before, S after, List<Action> actions, UnaryOperator<S> again) {

    public Edit {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        actions = List.copyOf(actions);
        Objects.requireNonNull(again, "again");
    }

    /** The edit that takes one state to another, wherever it is applied. */
    public static <S> Edit<S> of(S before, S after) {
        return new Edit<>(before, after, List.of(), state -> after);
    }
}
