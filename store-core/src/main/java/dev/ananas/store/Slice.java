package dev.ananas.store;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A slice of one store, as {@link Store#use} returns it: a handle without state of its own.
 *
 * @param <S> the state of the slice
 */
public interface Slice<S> {

    /** The definition this slice was made from. */
    StoreDefinition<S> definition();

    /** The state of this slice in {@link Store#state()}; the same rules for threads and transactions apply. */
    S state();

    /** Dispatches to the store, like {@link Store#dispatch(Action)}: other slices see the action too. */
    void dispatch(Action action);

    /** Dispatches to the store, like {@link Store#dispatch(Command)}: other slices see the command too. */
    <R> @Nullable R dispatch(Command<R> command);

    /**
     * Changes this slice by a function instead of a registered reducer: a {@link Patch}, an action like any other.
     *
     * @param name the name of the action
     * @param change pure, from the state to the next state
     * @throws ActionFailedException if {@code change} throws or returns null
     */
    void patch(String name, UnaryOperator<S> change);
}
