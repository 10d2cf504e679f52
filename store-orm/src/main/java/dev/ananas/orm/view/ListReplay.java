package dev.ananas.orm.view;

import java.util.Arrays;
import java.util.List;

/**
 * Turns the positions of a change, which count in the old or the new list, into steps.
 *
 * <p>Removals from the back to the front have the positions of the old list. What is left has to be brought into the order of
 * the new list by moves; then insertions from the front to the back have the positions of the new list, and so have updates.
 *
 * <p>For the moves call <i>settled</i> what does not move. A model that waits to be moved stands behind as many settled ones as
 * before, a model that was moved stands behind as many settled ones as in the new list, behind those moved before it, and ahead of
 * those that wait at the same place. So where a model is and where it has to go is the number of settled, of moved and of waiting
 * models ahead; the waiting ones are counted in a tree of sums. k moves cost O(k log k), whatever the length of the list.
 */
final class ListReplay<M> {
    private final ListChange.Change<M> change;
    private final int moves;

    /** For each move, in the order of the new list: settled models ahead of its new place. */
    private final int[] settledAheadOfTarget;

    /** Settled models ahead of each place that a model leaves, in the order of the old list. */
    private final int[] settledAheadOfSource;

    /** For each move, in the order of the new list: its place in the order of the old one. */
    private final int[] source;

    private final WaitingCount waiting;

    ListReplay(ListChange.Change<M> change) {
        this.change = change;
        this.moves = change.moved().size();
        this.settledAheadOfTarget = new int[moves];
        this.settledAheadOfSource = new int[moves];
        this.source = new int[moves];
        this.waiting = new WaitingCount(moves);
        int[] from = new int[moves];
        for (int i = 0; i < moves; i++) {
            from[i] = change.moved().get(i).from();
        }
        Arrays.sort(from);
        Ahead removed = new Ahead(change.removed());
        for (int i = 0; i < moves; i++) {
            settledAheadOfSource[i] = from[i] - removed.of(from[i]) - i;
        }
        Ahead inserted = new Ahead(change.inserted());
        for (int i = 0; i < moves; i++) {
            ListChange.Move move = change.moved().get(i);
            settledAheadOfTarget[i] = move.to() - inserted.of(move.to()) - i;
            source[i] = Arrays.binarySearch(from, move.from());
        }
    }

    void to(ListSteps<M> steps) {
        for (int i = change.removed().size() - 1; i >= 0; i--) {
            ListChange.Range range = change.removed().get(i);
            steps.removed(range.position(), range.count());
        }
        for (int i = 0; i < moves; i++) {
            move(i, steps);
        }
        List<M> list = change.list();
        for (ListChange.Range range : change.inserted()) {
            steps.inserted(range.position(), list.subList(range.position(), range.end()));
        }
        for (ListChange.Update update : change.updated()) {
            steps.updated(update.position(), list.subList(update.position(), update.end()), update.attributes());
        }
    }

    /** Moves of index 0 to {@code moved - 1} are done. */
    private void move(int moved, ListSteps<M> steps) {
        int at = source[moved];
        int settled = settledAheadOfSource[at];
        int from = settled + Math.min(moved, countUpTo(settledAheadOfTarget, settled)) + waiting.ahead(at);
        waiting.remove(at);
        int target = settledAheadOfTarget[moved];
        int to = target + moved + waiting.ahead(countUpTo(settledAheadOfSource, target - 1));
        if (from != to) {
            steps.moved(from, to);
        }
    }

    /** How many of some ascending numbers are at most as great as a limit. */
    private static int countUpTo(int[] ascending, int limit) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] <= limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Counts the positions of ranges ahead of positions that ascend from call to call. */
    private static final class Ahead {
        private final List<ListChange.Range> ranges;
        private int next;
        private int count;

        Ahead(List<ListChange.Range> ranges) {
            this.ranges = ranges;
        }

        int of(int position) {
            while (next < ranges.size() && ranges.get(next).position() < position) {
                count += ranges.get(next++).count();
            }
            return count;
        }
    }
}
