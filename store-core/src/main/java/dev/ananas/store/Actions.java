package dev.ananas.store;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * Actions in the sense of work with a name: functions that load, wait and write, of a store or of one of its slices.
 *
 * <p>A run needs no subscriber: it begins when it is called, on the calling thread, and goes on by itself. Its result
 * or its error is kept for everybody who subscribes, whenever; that a subscriber cancels does not end it. It ends as
 * cancelled when told so ({@link ActionRun#cancel()}), when the {@link Scope} it was added to closes, when its slice is
 * disposed of, or when the store closes. A failure that nobody subscribes to is heard by the {@linkplain
 * Store#onAction listeners} alone.
 *
 * <p>What a run writes before it first waits joins a transaction of the calling thread; each later write is a
 * transition of its own, or of a {@link Store#transaction} inside the run.
 */
public interface Actions {

    /**
     * Begins a run.
     *
     * @param name the name of the action
     * @param argument what it was called with, for listeners and tools; null if there is nothing to tell
     * @param body the work, asked for at once; what it throws or a null fails the run, not this call. Of an endless stream pass on the
     *     end alone ({@code flux.then()}): a run keeps all values for those who subscribe later
     * @throws StoreClosedException if the store is closed
     * @throws StoreException if the slice was disposed of
     */
    <T> ActionRun<T> run(String name, @Nullable Object argument, Supplier<? extends Publisher<? extends T>> body);

    /** Begins a run without an argument. */
    default <T> ActionRun<T> run(String name, Supplier<? extends Publisher<? extends T>> body) {
        return run(name, null, body);
    }

    /**
     * Calls a function as an action, on this thread. It is no transaction by itself.
     *
     * @param name the name of the action
     * @param argument what it was called with, for listeners and tools; null if there is nothing to tell
     * @param body the function; what it throws is thrown as it is
     * @return what the function returned
     * @throws StoreClosedException if the store is closed
     * @throws StoreException if the slice was disposed of
     */
    <T extends @Nullable Object> T call(String name, @Nullable Object argument, Supplier<T> body);

    /** Calls a function without an argument as an action. */
    default <T extends @Nullable Object> T call(String name, Supplier<T> body) {
        return call(name, null, body);
    }

    /** The runs that have not ended, in the order in which they began. */
    List<ActionRun<?>> running();
}
