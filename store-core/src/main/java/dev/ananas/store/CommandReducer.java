package dev.ananas.store;

/**
 * Turns a state and a command into the next state and an answer. As pure as a {@link Reducer}.
 *
 * @param <S> the state of a slice
 * @param <R> the answer
 * @param <C> the command
 */
@FunctionalInterface
public interface CommandReducer<S, R, C extends Command<R>> {

    /**
     * Computes the next state and the answer.
     *
     * @param state the state before
     * @param command what is wanted
     * @return the state after and the answer, never null
     */
    Next<S, R> reduce(S state, C command);
}
