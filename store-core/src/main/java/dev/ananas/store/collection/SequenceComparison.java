package dev.ananas.store.collection;

import java.util.Comparator;
import java.util.Objects;

/**
 * Walks two sequences side by side without entering what they share.
 *
 * <p>An edit moves the bounds of the few nodes around it and leaves the others as they are. So after the elements of a
 * changed leaf have been passed one by one, both cursors stand at the start of the same node again. One changed element
 * costs a look at one leaf of each sequence, and one step for each sibling of the changed nodes.
 *
 * <p>Both walks return how many elements they had to look at.
 */
final class SequenceComparison {
    private SequenceComparison() {}

    static <E> int diff(SortedSequence<E> older, SortedSequence<E> newer, SortedSequence.Difference<? super E> sink) {
        Objects.requireNonNull(sink, "sink");
        Comparator<? super E> comparator = older.comparator();
        SequenceCursor<E> from = older.cursor(0);
        SequenceCursor<E> to = newer.cursor(0);
        int visited = 0;
        while (from.hasNext() || to.hasNext()) {
            if (from.skipShared(to)) {
                continue;
            }
            visited++;
            int order = order(comparator, from, to);
            if (order < 0) {
                sink.removed(from.nextIndex(), from.next());
            } else if (order > 0) {
                sink.added(to.nextIndex(), to.next());
            } else {
                int oldIndex = from.nextIndex();
                int newIndex = to.nextIndex();
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

    /** Whether two sequences of the same size have equal elements: how many were looked at, or -1 if they differ. */
    static int costOfEquality(SortedSequence<?> one, SortedSequence<?> other) {
        SequenceCursor<?> a = one.cursor(0);
        SequenceCursor<?> b = other.cursor(0);
        int visited = 0;
        while (a.hasNext()) {
            if (a.skipShared(b)) {
                continue;
            }
            visited++;
            Object left = a.next();
            Object right = b.next();
            if (left != right && !left.equals(right)) {
                return -1;
            }
        }
        return visited;
    }
}
