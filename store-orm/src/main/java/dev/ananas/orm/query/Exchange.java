package dev.ananas.orm.query;

import dev.ananas.store.collection.SortedSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What one version of a sequence has instead of what another one had, each in the order of its sequence. Not safe for use by
 * several threads.
 *
 * @param <E> what a member is
 */
public final class Exchange<E> implements SortedSequence.Difference<E> {
    private final List<E> removed = new ArrayList<>();
    private final List<E> added = new ArrayList<>();

    /** Nothing yet. */
    public Exchange() {}

    @Override
    public void removed(int oldIndex, E element) {
        removed.add(element);
    }

    @Override
    public void added(int newIndex, E element) {
        added.add(element);
    }

    @Override
    public void updated(int oldIndex, int newIndex, E before, E after) {
        removed.add(before);
        added.add(after);
    }

    void remove(E element) {
        removed.add(element);
    }

    void add(E element) {
        added.add(element);
    }

    /** Brings what came from several sequences into one order. */
    public void sort(SortedSequence<E> order) {
        removed.sort(order.comparator());
        added.sort(order.comparator());
    }

    /**
     * The next version of a sequence that has what was removed.
     *
     * @param before the version before
     * @return the version after; {@code before} itself if nothing was exchanged
     */
    public SortedSequence<E> applyTo(SortedSequence<E> before) {
        return removed.isEmpty() && added.isEmpty() ? before : before.patch(removed, added);
    }

    /**
     * Whether two versions read alike: what came says the same, in the same places, as what went. A sequence shows each model
     * once, so members that were not exchanged cannot make up for one that moved.
     *
     * @param before the version before
     * @param after the version after
     * @param shown what is read of a member, compared by identity
     * @return whether both read alike
     */
    public boolean readsAlike(SortedSequence<E> before, SortedSequence<E> after, Function<? super E, ?> shown) {
        if (removed.size() != added.size()) {
            return false;
        }
        for (int i = 0; i < removed.size(); i++) {
            E old = removed.get(i);
            E now = added.get(i);
            if (shown.apply(old) != shown.apply(now) || before.rank(old) != after.rank(now)) {
                return false;
            }
        }
        return true;
    }

    List<E> removed() {
        return removed;
    }

    List<E> added() {
        return added;
    }
}
