package dev.ananas.store;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

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

    /** Puts another state in place of the one that is: a {@link Replace}, an action like any other. */
    void replace(S state);

    /** Goes back to the {@linkplain StoreDefinition#initialState() first state of the definition}: a {@link Reset}. */
    void reset();

    /**
     * Something derived from the state, now and whenever it changed; like {@link Store#select} with a getter made on the
     * fly. Completes when this slice is disposed of.
     *
     * @param read pure, never returns null
     */
    <T> Flux<T> select(Function<? super S, ? extends T> read);

    /**
     * Every transition after the subscription that changed this slice, in order, with both states and what changed;
     * kept without bound while there is no demand. Completes when this slice is disposed of or the store closes.
     */
    Flux<SliceChange<S>> changes();

    /** Actions that belong to this slice: its listeners hear of them, and runs end when it is disposed of. */
    Actions actions();

    /**
     * Adds a listener of the calls that concern this slice: actions that it has a reducer for, whoever dispatches them,
     * patches and resets of it, and runs of {@link #actions()}.
     *
     * @return removes the listener; it is removed as well when this slice is disposed of or the store closes
     */
    Disposable onAction(ActionListener listener);

    /**
     * What a plugin added to this slice.
     *
     * @throws StoreException if there is nothing under this key
     */
    <T> T extension(ExtensionKey<T> key);

    /**
     * Takes this slice out of use: actions find no reducer here any more, its streams complete, its runs are cancelled,
     * its listeners removed, and this handle refuses writes. The state stays, can be read, is reset by {@link
     * Store#resetAll()}, and is what the slice begins with if {@link Store#use} is called again; the name stays taken.
     * Has no effect when called again.
     *
     * @throws StoreException if called by a reducer
     */
    void dispose();

    /** {@linkplain #reset() Resets} this slice, which is a transition, and {@linkplain #dispose() disposes} of it. */
    void disposeWithState();

    /** Whether this slice was disposed of. */
    boolean isDisposed();
}
