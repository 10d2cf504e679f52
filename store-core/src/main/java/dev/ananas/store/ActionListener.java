package dev.ananas.store;

import org.jspecify.annotations.Nullable;

/**
 * Hears of calls, see {@link Store#onAction} and {@link Slice#onAction}.
 *
 * <p>For each call first {@link #before}, then either {@link #after} or {@link #onError}, in the order in which the
 * listeners were added. Those of a dispatch or a transaction come on the calling thread: before it waits for the writer
 * lock, and after its commit and the publication, unless another thread is publishing. Inside a transaction both come
 * while it runs, so it may still fail. Those of a run come on the thread on which it ends.
 *
 * <p>A listener cannot change what happens; {@link Middleware} can. What it throws is reported to the error handler of
 * the store.
 */
@FunctionalInterface
public interface ActionListener {

    /** A call begins. */
    void before(ActionCall call);

    /**
     * A call ended well.
     *
     * @param result the answer of a command, the result of a transaction, the last value of a run; null if there is none
     */
    default void after(ActionCall call, @Nullable Object result) {}

    /**
     * A call failed. Its caller gets the error too.
     *
     * @param error the error; an {@link ActionCancelledException} if a run was cancelled
     */
    default void onError(ActionCall call, Throwable error) {}
}
