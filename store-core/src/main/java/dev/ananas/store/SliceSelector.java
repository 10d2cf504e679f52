package dev.ananas.store;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;

/** The state of a slice itself: needs no memory. */
final class SliceSelector<S> implements Selector<S> {

    private final StoreDefinition<S> slice;

    SliceSelector(StoreDefinition<S> slice) {
        this.slice = slice;
    }

    StoreDefinition<S> slice() {
        return slice;
    }

    @Override
    public Selector<S> named(String name) {
        Objects.requireNonNull(name, "name");
        return map(state -> state).named(name);
    }

    @Override
    public String name() {
        return slice.name();
    }

    @Override
    public Set<StoreDefinition<?>> slices() {
        return Collections.singleton(slice);
    }

    @Override
    public String toString() {
        return "Selector[" + name() + "]";
    }
}
