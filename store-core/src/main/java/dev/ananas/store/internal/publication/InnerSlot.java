package dev.ananas.store.internal.publication;

import dev.ananas.store.spi.LiveSlot;

/**
 * A subscriber inside the store: it has its value while the transition is settled, instead of behind it.
 *
 * @param <T> what it receives
 */
public interface InnerSlot<T> extends LiveSlot<T> {

    /** Takes a value, under the writer lock. */
    void accept(T value);
}
