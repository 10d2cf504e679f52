package dev.ananas.store.spi;

/** What one transition emits. Emissions go out together after the commit, in the order of subscription. */
public interface Publication {

    /**
     * Adds a value for one subscriber.
     *
     * @param slot an open slot; at most one value per slot and transition
     * @param value the new value
     */
    <T> void add(LiveSlot<T> slot, T value);
}
