package dev.ananas.orm.internal.list;

import java.util.ListIterator;
import java.util.NoSuchElementException;
import java.util.Objects;

/** Walks over the values between two indexes. */
final class ValueIterator implements ListIterator<Object> {
    private final ListIterator<? extends Shown> elements;
    private final int from;
    private final int to;

    ValueIterator(ListIterator<? extends Shown> elements, int from, int to) {
        this.elements = elements;
        this.from = from;
        this.to = to;
    }

    @Override
    public boolean hasNext() {
        return elements.nextIndex() < to;
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return Objects.requireNonNull(elements.next().value());
    }

    @Override
    public boolean hasPrevious() {
        return elements.nextIndex() > from;
    }

    @Override
    public Object previous() {
        if (!hasPrevious()) {
            throw new NoSuchElementException();
        }
        return Objects.requireNonNull(elements.previous().value());
    }

    @Override
    public int nextIndex() {
        return elements.nextIndex() - from;
    }

    @Override
    public int previousIndex() {
        return nextIndex() - 1;
    }

    @Override
    public void remove() {
        throw new UnsupportedOperationException("remove");
    }

    @Override
    public void set(Object value) {
        throw new UnsupportedOperationException("set");
    }

    @Override
    public void add(Object value) {
        throw new UnsupportedOperationException("add");
    }
}
