package dev.ananas.store.spi;

import org.jspecify.annotations.Nullable;

/**
 * Something with a current value that a {@link Settler} keeps. Both methods run under the writer lock.
 *
 * @param <T> the value
 */
public interface LiveSource<T> {

    /**
     * Registers a subscriber.
     *
     * @return the value in the committed state, null if there is none yet
     * @throws RuntimeException ends the subscriber with onError; {@link #close} is not called for it then, so nothing
     *     may stay registered
     */
    @Nullable
    T open(LiveSlot<T> slot);

    /** Forgets a subscriber, exactly once: on cancellation, on an error or when the store closes. */
    void close(LiveSlot<T> slot);
}
