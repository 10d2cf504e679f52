package dev.ananas.store.spi;

/**
 * One subscriber.
 *
 * @param <T> what it receives
 */
public interface LiveSlot<T> {

    /** Ends this subscriber with onError, after what was enqueued before; its source is closed. Any thread may call. */
    void fail(Throwable error);

    /** Ends this subscriber with onComplete, after what was enqueued before; its source is closed. Any thread may call. */
    void complete();
}
