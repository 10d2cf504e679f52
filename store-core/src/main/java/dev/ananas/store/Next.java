package dev.ananas.store;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link CommandReducer} returns.
 *
 * @param <S> the state of a slice
 * @param <R> the answer
 * @param state the state after the command
 * @param answer what the caller of {@link Store#dispatch(Command)} receives
 * @param afterwards what to run once the whole transaction has ended well, in order and behind its emissions; never if it
 *     failed, or a nested transaction around the command did. It runs outside the writer lock and may do everything a
 *     subscriber may; what it throws goes to the error handler of the store
 */
public record Next<S, R>(S state, @Nullable R answer, List<Runnable> afterwards) {

    public Next {
        Objects.requireNonNull(state, "state");
        afterwards = List.copyOf(afterwards);
    }

    /** A state and an answer, with nothing to run afterwards. */
    public Next(S state, @Nullable R answer) {
        this(state, answer, List.of());
    }

    /** A state and an answer. */
    public static <S, R> Next<S, R> of(S state, @Nullable R answer) {
        return new Next<>(state, answer);
    }
}
