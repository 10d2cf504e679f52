package dev.ananas.store.internal.selector;

import dev.ananas.store.Selector;
import dev.ananas.store.StoreDefinition;
import dev.ananas.store.spi.LiveReading;
import java.util.Objects;

/**
 * What a reading makes of the state of a slice. With subscribers in the store that keeps the reading up to date it is not read at
 * all: the store is told.
 */
public final class ReadingSelector<S, T> extends DerivedSelector<T> {

    private final Object home;
    private final StoreDefinition<S> slice;
    private final String name;
    private final LiveReading<S, T> reading;

    /**
     * Makes one.
     *
     * @param home the store that keeps the reading up to date
     */
    public ReadingSelector(Object home, StoreDefinition<S> slice, String name, LiveReading<S, T> reading) {
        this(home, new SliceSelector<>(slice), name, reading);
    }

    private ReadingSelector(Object home, SliceSelector<S> slice, String name, LiveReading<S, T> reading) {
        super(name, list(slice), inputs -> reading.read(inputs.get(slice, 0)));
        this.home = home;
        this.slice = slice.slice();
        this.name = name;
        this.reading = reading;
    }

    StoreDefinition<S> slice() {
        return slice;
    }

    LiveReading<S, T> reading() {
        return reading;
    }

    boolean isKeptBy(Object store) {
        return home == store;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Selector<T> named(String other) {
        return new ReadingSelector<>(home, slice, Objects.requireNonNull(other, "name"), reading);
    }
}
