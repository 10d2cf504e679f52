package dev.ananas.ui.internal;

import dev.ananas.orm.view.ListChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the rows of the old list are in the new one.
 *
 * <p>Rows that neither went nor moved keep their order. So the n-th of them in the old list is the n-th in the new one, and both
 * lists need only tell a position from the number of such rows ahead of it: by binary search among the places that are not theirs.
 */
public final class Positions {
    private final List<ListChange.Move> moves;
    private final Gaps left;
    private final Gaps entered;

    /** The positions that a change tells of. O(k log k) in the number of its places. */
    public Positions(ListChange.Change<?> change) {
        this.moves = new ArrayList<>(change.moved());
        moves.sort(Comparator.comparingInt(ListChange.Move::from));
        this.left = Gaps.of(change.removed(), moves, ListChange.Move::from);
        this.entered = Gaps.of(change.inserted(), change.moved(), ListChange.Move::to);
    }

    /** Position in the new list, or -1 if the row is gone. O(log n) in the number of changes. */
    public int of(int old) {
        if (!left.contains(old)) {
            return entered.outside(left.outsideAhead(old));
        }
        int low = 0;
        int high = moves.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            ListChange.Move move = moves.get(middle);
            if (move.from() == old) {
                return move.to();
            }
            if (move.from() < old) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
