package dev.ananas.store.collection;

import java.util.Iterator;
import java.util.Objects;
import java.util.Spliterator;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * A part of a {@link SortedSequence} between two indexes, such as the page of a list that is on screen.
 *
 * @param <E> the type of the elements
 * @param sequence the whole sequence
 * @param from the index of the first element of the part
 * @param to the index behind the last one
 */
public record SequenceSlice<E>(SortedSequence<E> sequence, int from, int to) implements Iterable<E> {

    /**
     * A part of a sequence.
     *
     * @throws IndexOutOfBoundsException unless {@code 0 <= from <= to <= sequence.size()}
     */
    public SequenceSlice {
        Objects.requireNonNull(sequence, "sequence");
        if (from < 0 || from > to || to > sequence.size()) {
            throw new IndexOutOfBoundsException(
                    "No slice from " + from + " to " + to + " of a sequence of " + sequence.size() + " elements");
        }
    }

    /**
     * The number of elements between the bounds.
     *
     * @return {@code to - from}
     */
    public int size() {
        return to - from;
    }

    /**
     * Tells what changed between this slice and one of the same or another version of the sequence, in the same order. An
     * element that one of the slices leaves out is as good as absent, so a slice that moved up by one has lost its first
     * element and gained one behind its last.
     *
     * <p>Subtrees that lie in both slices are skipped, so the cost is that of the difference, as long as one version was
     * derived from the other.
     *
     * @param newer the slice to compare with
     * @param sink is called for every change, in ascending order of the elements; indexes count from the start of their
     *     slice
     * @return the number of elements and shared subtrees that were looked at
     */
    public int diff(SequenceSlice<E> newer, SortedSequence.Difference<? super E> sink) {
        return SequenceComparison.diff(this, newer, sink);
    }

    /**
     * Whether this slice and another one have as many elements, and those at the same place are alike. Subtrees that both
     * have at the same place are taken to be alike.
     *
     * @param other a slice of any version
     * @param alike compares two elements, which may be the same one
     * @return whether no pair differs
     */
    public boolean matches(SequenceSlice<E> other, BiPredicate<? super E, ? super E> alike) {
        return SequenceComparison.costOfMatch(this, other, alike) >= 0;
    }

    @Override
    public Iterator<E> iterator() {
        return sequence.cursor(from, to);
    }

    @Override
    public Spliterator<E> spliterator() {
        return new SequenceSpliterator<>(sequence, from, to);
    }

    @Override
    public void forEach(Consumer<? super E> action) {
        sequence.cursor(from, to).forEachRemaining(action);
    }
}
