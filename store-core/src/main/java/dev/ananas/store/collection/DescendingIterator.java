package dev.ananas.store.collection;

import java.util.Iterator;

/** Walks a cursor backwards. */
final class DescendingIterator<E> implements Iterator<E> {
    private final SequenceCursor<E> cursor;

    DescendingIterator(SequenceCursor<E> cursor) {
        this.cursor = cursor;
    }

    @Override
    public boolean hasNext() {
        return cursor.hasPrevious();
    }

    @Override
    public E next() {
        return cursor.previous();
    }

    @Override
    public void remove() {
        cursor.remove();
    }
}
