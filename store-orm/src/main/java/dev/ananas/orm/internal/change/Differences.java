package dev.ananas.orm.internal.change;

import dev.ananas.orm.internal.list.ResultList;
import dev.ananas.orm.internal.list.Shown;
import dev.ananas.store.collection.SortedSequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes the differences of two results and finds out which elements left their place in the order and came in at another one.
 *
 * <p>An element whose sort key changed is told as removed and added. It did not have to move if all others that stayed are on
 * the same side of it as before: then there are as many of them ahead of it in both lists. Of several such elements between
 * the same two neighbours the most that kept their order among each other stay, see {@link LongestRun}.
 */
final class Differences implements SortedSequence.Difference<Shown> {
    private final List<Placed> removed = new ArrayList<>();
    private final List<Placed> added = new ArrayList<>();
    private final List<Kept> updated = new ArrayList<>();

    /** An element and its index. */
    record Placed(int index, Shown shown) {}

    /** An element of both lists. */
    record Kept(int oldIndex, int newIndex, Shown before, Shown after) {}

    @Override
    public void removed(int oldIndex, Shown element) {
        removed.add(new Placed(oldIndex, element));
    }

    @Override
    public void added(int newIndex, Shown element) {
        added.add(new Placed(newIndex, element));
    }

    @Override
    public void updated(int oldIndex, int newIndex, Shown before, Shown after) {
        updated.add(new Kept(oldIndex, newIndex, before, after));
    }

    /** What only the old list has, by index, once paired. */
    List<Placed> removed() {
        return removed;
    }

    /** What only the new list has, by index, once paired. */
    List<Placed> added() {
        return added;
    }

    /** What shows another value, by index in the new list, once paired. */
    List<Kept> updated() {
        return updated;
    }

    /**
     * Finds what differs between two results; what has to move, by index in the new list. Of results in different orders, such as of
     * different queries, every element counts as removed and as added before these are paired.
     */
    List<Kept> between(ResultList before, ResultList now) {
        if (before.isOrderedLike(now)) {
            before.diff(now, this);
        } else {
            for (int i = 0; i < before.size(); i++) {
                removed(i, before.shown(i));
            }
            for (int i = 0; i < now.size(); i++) {
                added(i, now.shown(i));
            }
        }
        return pair();
    }

    /** Takes out of removed and added what is the same element; those that have to move, by index in the new list. */
    private List<Kept> pair() {
        List<Kept> moved = new ArrayList<>();
        if (removed.isEmpty() || added.isEmpty()) {
            return moved;
        }
        Map<Object, Integer> byId = new HashMap<>();
        for (int i = 0; i < removed.size(); i++) {
            byId.put(removed.get(i).shown().id(), i);
        }
        @Nullable Kept[] pairs = new Kept[added.size()];
        int[] sources = new int[added.size()];
        boolean[] paired = new boolean[removed.size()];
        for (int i = 0; i < pairs.length; i++) {
            Placed now = added.get(i);
            Integer source = byId.get(now.shown().id());
            if (source != null) {
                Placed then = removed.get(source);
                pairs[i] = new Kept(then.index(), now.index(), then.shown(), now.shown());
                sources[i] = source;
                paired[source] = true;
            }
        }
        sort(pairs, sources, moved);
        remove(removed, i -> paired[i]);
        remove(added, i -> pairs[i] != null);
        updated.sort(Comparator.comparingInt(Kept::newIndex));
        return moved;
    }

    /** Tells pairs that have to move from those that can stay. */
    private void sort(@Nullable Kept[] pairs, int[] sources, List<Kept> moved) {
        LongestRun run = new LongestRun();
        int neighbours = -1;
        for (int i = 0; i < pairs.length; i++) {
            Kept pair = pairs[i];
            if (pair == null) {
                continue;
            }
            if (!pair.after().showsLike(pair.before())) {
                updated.add(pair);
            }
            int ahead = pair.newIndex() - i;
            if (ahead != pair.oldIndex() - sources[i]) {
                moved.add(pair);
                continue;
            }
            if (ahead != neighbours) {
                run.endInto(moved);
                neighbours = ahead;
            }
            run.add(pair);
        }
        run.endInto(moved);
        moved.sort(Comparator.comparingInt(Kept::newIndex));
    }

    private interface Index {
        boolean test(int index);
    }

    private static void remove(List<Placed> list, Index which) {
        int kept = 0;
        for (int i = 0; i < list.size(); i++) {
            if (!which.test(i)) {
                list.set(kept++, list.get(i));
            }
        }
        list.subList(kept, list.size()).clear();
    }
}
