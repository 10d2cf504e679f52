package dev.ananas.store;

/**
 * A {@link Reducer} that may also return effects: {@code (state, login) -> Next.to(state.loading(), new
 * CallLogin(login.name()))}. As pure as any.
 *
 * @param <S> the state of a slice
 * @param <A> the action
 */
@FunctionalInterface
public interface Update<S, A extends Action> {

    /**
     * Computes the next state and what is to be done.
     *
     * @param state the state before
     * @param action what happened
     * @return the state after, the given one if nothing changes, and effects
     */
    Next<S, ?> update(S state, A action);
}
