package dev.ananas.store.collection;

import java.util.Objects;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Traverses an index range of a {@link SortedSequence}; splits it in halves. */
final class SequenceSpliterator<E> implements Spliterator<E> {
    private final SortedSequence<E> sequence;
    private final int end;
    private int at;
    private @Nullable SequenceCursor<E> cursor;

    SequenceSpliterator(SortedSequence<E> sequence, int start, int end) {
        this.sequence = sequence;
        this.at = start;
        this.end = end;
    }

    @Override
    public boolean tryAdvance(Consumer<? super E> action) {
        Objects.requireNonNull(action, "action");
        if (at >= end) {
            return false;
        }
        SequenceCursor<E> position = position();
        at++;
        action.accept(position.next());
        return true;
    }

    @Override
    public void forEachRemaining(Consumer<? super E> action) {
        Objects.requireNonNull(action, "action");
        int count = end - at;
        if (count > 0) {
            SequenceCursor<E> position = position();
            at = end;
            position.forEachNext(count, action);
        }
    }

    @Override
    public @Nullable Spliterator<E> trySplit() {
        int middle = (at + end) >>> 1;
        if (middle <= at) {
            return null;
        }
        Spliterator<E> prefix = new SequenceSpliterator<>(sequence, at, middle);
        at = middle;
        cursor = null;
        return prefix;
    }

    @Override
    public long estimateSize() {
        return (long) end - at;
    }

    @Override
    public int characteristics() {
        return ORDERED | SIZED | SUBSIZED | IMMUTABLE | NONNULL;
    }

    private SequenceCursor<E> position() {
        if (cursor == null) {
            cursor = sequence.cursor(at);
        }
        return cursor;
    }
}
