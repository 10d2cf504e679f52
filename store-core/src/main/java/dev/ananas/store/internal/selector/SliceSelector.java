package dev.ananas.store.internal.selector;

import dev.ananas.store.Selector;
import dev.ananas.store.StoreDefinition;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;

/** The state of a slice itself: needs no memory. */
public final class SliceSelector<S> implements Selector<S> {

    private final StoreDefinition<S> slice;

    public SliceSelector(StoreDefinition<S> slice) {
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
