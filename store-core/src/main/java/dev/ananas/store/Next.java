package dev.ananas.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link CommandReducer} or an {@link Update} returns.
 *
 * @param <S> the state of a slice
 * @param <R> the answer
 * @param state the state after the command
 * @param answer what the caller of {@link Store#dispatch(Command)} receives
 * @param afterwards what to run once the whole transaction has ended well, in order and behind its emissions; never if it
 *     failed, or a nested transaction around the command did. It runs outside the writer lock and may do everything a
 *     subscriber may; what it throws goes to the error handler of the store
 * @param effects what to do outside the store, under the same rules, behind {@code afterwards}; every effect needs an {@link
 *     EffectHandler}, else the action fails
 */
public record Next<S, R>(S state, @Nullable R answer, List<Runnable> afterwards, List<Effect> effects) {

    public Next {
        Objects.requireNonNull(state, "state");
        afterwards = List.copyOf(afterwards);
        effects = List.copyOf(effects);
    }

    /** A state, an answer and what to run afterwards, without effects. */
    public Next(S state, @Nullable R answer, List<Runnable> afterwards) {
        this(state, answer, afterwards, List.of());
    }

    /** A state and an answer, with nothing to run afterwards. */
    public Next(S state, @Nullable R answer) {
        this(state, answer, List.of());
    }

    /** A state and an answer. */
    public static <S, R> Next<S, R> of(S state, @Nullable R answer) {
        return new Next<>(state, answer);
    }

    /** A state and effects, without an answer. */
    public static <S, R> Next<S, R> to(S state, Effect... effects) {
        return new Next<>(state, null, List.of(), Arrays.asList(effects));
    }

    /** The same with more effects, behind those it has. */
    public Next<S, R> with(Effect... more) {
        List<Effect> all = new ArrayList<>(effects);
        all.addAll(Arrays.asList(more));
        return new Next<>(state, answer, afterwards, all);
    }
}
