package dev.ananas.store;

/**
 * Turns a state and an action into the next state.
 *
 * <p>A reducer is pure: it neither changes its arguments nor dispatches, reads clocks or talks to the outside. It
 * returns the state it was given, the same reference, when nothing changes. It runs on the dispatching thread under
 * the writer lock.
 *
 * @param <S> the state of a slice
 * @param <A> the action
 */
@FunctionalInterface
public interface Reducer<S, A extends Action> {

    /**
     * Computes the next state.
     *
     * @param state the state before
     * @param action what happened
     * @return the state after, never null; the given one if nothing changes
     */
    S reduce(S state, A action);
}
