package dev.ananas.store.collection;

import java.util.AbstractList;
import java.util.Collection;
import java.util.Comparator;
import java.util.RandomAccess;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a list without duplicates and without mutators has in common with others of its kind. The mutators all say what
 * to call instead, whether or not they would have changed something.
 */
abstract class ReadOnlyList<E> extends AbstractList<E> implements RandomAccess {
    static UnsupportedOperationException immutable(String instead) {
        return new UnsupportedOperationException(
                "this list is immutable; " + instead + " returns a changed version of a SortedSequence");
    }

    @Override
    public final int lastIndexOf(@Nullable Object object) {
        return indexOf(object);
    }

    @Override
    public final boolean contains(@Nullable Object object) {
        return indexOf(object) >= 0;
    }

    @Override
    public final boolean add(E element) {
        throw immutable("with(element)");
    }

    @Override
    public final void add(int index, E element) {
        throw immutable("with(element)");
    }

    @Override
    public final E set(int index, E element) {
        throw immutable("replace(old, now)");
    }

    @Override
    public final E remove(int index) {
        throw immutable("without(element)");
    }

    @Override
    public final boolean remove(@Nullable Object element) {
        throw immutable("without(element)");
    }

    @Override
    public final boolean addAll(Collection<? extends E> elements) {
        throw immutable("patch(removes, adds)");
    }

    @Override
    public final boolean addAll(int index, Collection<? extends E> elements) {
        throw immutable("patch(removes, adds)");
    }

    @Override
    public final boolean removeAll(Collection<?> elements) {
        throw immutable("patch(removes, adds)");
    }

    @Override
    public final boolean retainAll(Collection<?> elements) {
        throw immutable("patch(removes, adds)");
    }

    @Override
    public final boolean removeIf(Predicate<? super E> filter) {
        throw immutable("patch(removes, adds)");
    }

    @Override
    public final void replaceAll(UnaryOperator<E> operator) {
        throw immutable("patch(removes, adds)");
    }

    @Override
    public final void sort(@Nullable Comparator<? super E> comparator) {
        throw immutable("copyOf(comparator, elements)");
    }

    @Override
    public final void clear() {
        throw immutable("empty(comparator)");
    }
}
