package dev.ananas.orm.internal.list;

import dev.ananas.store.collection.SequenceSlice;
import dev.ananas.store.collection.SortedSequence;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The values of a sorted sequence, or of the part of it that a window shows, without a copy. Immutable like the sequence.
 *
 * <p>A new version costs what the change of the sequence cost, whatever the length. Access by index costs O(log n), a walk O(1)
 * for each element, and comparing two versions follows what differs between them.
 */
public final class ResultList extends AbstractList<Object> implements RandomAccess {
    private final SortedSequence<Shown> sequence;
    private final int from;
    private final int to;

    /** All values of a sequence; none of them is null. */
    public ResultList(SortedSequence<? extends Shown> sequence) {
        this(sequence, 0, sequence.size());
    }

    /** The values between two indexes. */
    @SuppressWarnings("unchecked")
    public ResultList(SortedSequence<? extends Shown> sequence, int from, int to) {
        this.sequence = (SortedSequence<Shown>) sequence;
        this.from = from;
        this.to = to;
    }

    /**
     * The list behind a result of a live query.
     *
     * @throws IllegalArgumentException if the list is none
     */
    public static ResultList of(List<?> result) {
        List<?> list = result;
        while (list instanceof Wrapping wrapping) {
            list = wrapping.wrapped();
        }
        if (list instanceof ResultList known) {
            return known;
        }
        throw new IllegalArgumentException(
                "Not a result of a live query but a " + list.getClass().getName());
    }

    /**
     * Tells what differs between this list and a later result of the same query: elements that are gone, that are new, and
     * that show another value at the same place in the order. An element that changed its place in the order is removed and
     * added, with equal ids.
     *
     * @param newer the later result
     * @param sink is told in the order of the elements; indexes are those of this list and of the newer one
     * @return how many elements and shared parts were looked at
     */
    public int diff(ResultList newer, SortedSequence.Difference<? super Shown> sink) {
        return slice().diff(newer.slice(), new OfValues(sink));
    }

    /** Whether the elements of another result are in the order by which these are compared, so that {@link #diff} takes it. */
    public boolean isOrderedLike(ResultList other) {
        return sequence.comparator() == other.sequence.comparator();
    }

    /** Whether another result shows the same; of versions that share structure only what they do not share is read. */
    public boolean isSame(ResultList other) {
        return slice().matches(
                        other.slice(), (one, two) -> one == two || one.id().equals(two.id()) && two.showsLike(one));
    }

    private SequenceSlice<Shown> slice() {
        return new SequenceSlice<>(sequence, from, to);
    }

    private static Object valueOf(Shown shown) {
        return Objects.requireNonNull(shown.value(), "value of an element in a result");
    }

    /** The element behind a value. */
    public Shown shown(int index) {
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException("Index " + index + " out of bounds for length " + size());
        }
        return sequence.get(from + index);
    }

    /** A copy of the values, if all of them have been made; null else. O(size). */
    public Object @Nullable [] known() {
        Object[] values = new Object[size()];
        for (int i = 0; i < values.length; i++) {
            Object value = shown(i).known();
            if (value == null) {
                return null;
            }
            values[i] = value;
        }
        return values;
    }

    @Override
    public Object get(int index) {
        return valueOf(shown(index));
    }

    @Override
    public int size() {
        return to - from;
    }

    @Override
    public List<Object> subList(int start, int end) {
        if (start < 0 || start > end || end > size()) {
            throw new IndexOutOfBoundsException(
                    "No sublist from " + start + " to " + end + " of a list of " + size() + " elements");
        }
        return new ResultList(sequence, from + start, from + end);
    }

    @Override
    public void forEach(Consumer<? super Object> action) {
        slice().forEach(shown -> action.accept(valueOf(shown)));
    }

    @Override
    public Iterator<Object> iterator() {
        return listIterator(0);
    }

    @Override
    public ListIterator<Object> listIterator(int index) {
        if (index < 0 || index > size()) {
            throw new IndexOutOfBoundsException("Index " + index + " out of bounds for length " + size());
        }
        return new ValueIterator(sequence.listIterator(from + index), from, to);
    }

    @Override
    public Spliterator<Object> spliterator() {
        return new ValueSpliterator(slice().spliterator());
    }

    /** Whether the other one is a list of equal elements. Structure that both share is not looked at. */
    @Override
    public boolean equals(@Nullable Object other) {
        if (other instanceof ResultList list) {
            return slice().matches(
                            list.slice(),
                            (one, two) -> one == two || valueOf(one).equals(valueOf(two)));
        }
        return other instanceof List<?> list && list.size() == size() && super.equals(list);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    /** Leaves out elements that were made anew and show what they showed before. */
    private record OfValues(SortedSequence.Difference<? super Shown> sink) implements SortedSequence.Difference<Shown> {
        @Override
        public void removed(int oldIndex, Shown element) {
            sink.removed(oldIndex, element);
        }

        @Override
        public void added(int newIndex, Shown element) {
            sink.added(newIndex, element);
        }

        @Override
        public void updated(int oldIndex, int newIndex, Shown before, Shown after) {
            if (before.value() != after.value()) {
                sink.updated(oldIndex, newIndex, before, after);
            }
        }
    }
}
