package dev.ananas.orm.internal.list;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.RandomAccess;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A result that is found when it is read for the first time, and is the same from then on. */
public abstract class DeferredList extends AbstractList<Object> implements RandomAccess, Wrapping {

    @Override
    public abstract ResultList wrapped();

    @Override
    public final Object get(int index) {
        return wrapped().get(index);
    }

    @Override
    public final int size() {
        return wrapped().size();
    }

    @Override
    public final List<Object> subList(int from, int to) {
        return wrapped().subList(from, to);
    }

    @Override
    public final void forEach(Consumer<? super Object> action) {
        wrapped().forEach(action);
    }

    @Override
    public final Iterator<Object> iterator() {
        return wrapped().iterator();
    }

    @Override
    public final ListIterator<Object> listIterator(int index) {
        return wrapped().listIterator(index);
    }

    @Override
    public final Spliterator<Object> spliterator() {
        return wrapped().spliterator();
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other || wrapped().equals(other instanceof DeferredList deferred ? deferred.wrapped() : other);
    }

    @Override
    public final int hashCode() {
        return wrapped().hashCode();
    }
}
