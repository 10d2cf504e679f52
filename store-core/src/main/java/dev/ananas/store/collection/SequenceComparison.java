package dev.ananas.store.collection;

import java.util.Comparator;
import java.util.Objects;
import java.util.function.BiPredicate;

/**
 * Walks two sequences side by side without entering what they share.
 *
 * <p>An edit moves the bounds of the few nodes around it and leaves the others as they are. So after the elements of a
 * changed leaf have been passed one by one, both cursors stand at the start of the same node again. One changed element
 * costs a look at one leaf of each sequence, and one step for each sibling of the changed nodes.
 *
 * <p>Both walks return how many elements and shared nodes they had to look at.
 */
final class SequenceComparison {
    private SequenceComparison() {}

    static <E> int diff(SequenceSlice<E> older, SequenceSlice<E> newer, SortedSequence.Difference<? super E> sink) {
        Objects.requireNonNull(sink, "sink");
        Comparator<? super E> comparator = older.sequence().comparator();
        SequenceCursor<E> from = older.sequence().cursor(older.from(), older.to());
        SequenceCursor<E> to = newer.sequence().cursor(newer.from(), newer.to());
        int visited = 0;
        while (from.hasNext() || to.hasNext()) {
            visited++;
            if (from.skipShared(to)) {
                continue;
            }
            int oldIndex = from.nextIndex() - older.from();
            int newIndex = to.nextIndex() - newer.from();
            int order = order(comparator, from, to);
            if (order < 0) {
                sink.removed(oldIndex, from.next());
            } else if (order > 0) {
                sink.added(newIndex, to.next());
            } else {
                E before = from.next();
                E after = to.next();
                if (before != after) {
                    sink.updated(oldIndex, newIndex, before, after);
                }
            }
        }
        return visited;
    }

    private static <E> int order(Comparator<? super E> comparator, SequenceCursor<E> from, SequenceCursor<E> to) {
        if (!from.hasNext()) {
            return 1;
        }
        if (!to.hasNext()) {
            return -1;
        }
        E before = from.peek();
        E after = to.peek();
        return before == after ? 0 : comparator.compare(before, after);
    }

    /** Whether two slices have alike elements: how many were looked at, or -1 if they differ. */
    static <A, B> int costOfMatch(
            SequenceSlice<A> one, SequenceSlice<B> other, BiPredicate<? super A, ? super B> alike) {
        if (one.size() != other.size()) {
            return -1;
        }
        SequenceCursor<A> a = one.sequence().cursor(one.from(), one.to());
        SequenceCursor<B> b = other.sequence().cursor(other.from(), other.to());
        int visited = 0;
        while (a.hasNext()) {
            visited++;
            if (!a.skipShared(b) && !alike.test(a.next(), b.next())) {
                return -1;
            }
        }
        return visited;
    }
}
