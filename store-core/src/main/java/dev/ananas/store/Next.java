package dev.ananas.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link CommandReducer} returns.
 *
 * @param <S> the state of a slice
 * @param <R> the answer
 * @param state the state after the command
 * @param answer what the caller of {@link Store#dispatch(Command)} receives
 */
public record Next<S, R>(S state, @Nullable R answer) {

    public Next {
        Objects.requireNonNull(state, "state");
    }

    /** A state and an answer. */
    public static <S, R> Next<S, R> of(S state, @Nullable R answer) {
        return new Next<>(state, answer);
    }
}
