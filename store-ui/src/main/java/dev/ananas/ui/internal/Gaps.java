package dev.ananas.ui.internal;

import dev.ananas.orm.view.ListChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/** Disjoint ranges of positions, ascending, with how many positions lie in those ahead. Every question costs O(log n) in their number. */
public final class Gaps {
    private final List<ListChange.Range> ranges;
    private final int[] ahead;

    private Gaps(List<ListChange.Range> ranges) {
        this.ranges = ranges;
        this.ahead = new int[ranges.size() + 1];
        for (int i = 0; i < ranges.size(); i++) {
            ahead[i + 1] = ahead[i] + ranges.get(i).count();
        }
    }

    /** Ranges and one end of each move; what touches is put together. */
    public static Gaps of(
            List<ListChange.Range> ranges, List<ListChange.Move> moves, ToIntFunction<ListChange.Move> end) {
        List<ListChange.Range> all = new ArrayList<>(ranges);
        moves.forEach(move -> all.add(new ListChange.Range(end.applyAsInt(move), 1)));
        all.sort(Comparator.comparingInt(ListChange.Range::position));
        List<ListChange.Range> joined = new ArrayList<>();
        for (ListChange.Range range : all) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).end() == range.position()) {
                ListChange.Range before = joined.get(last);
                joined.set(last, new ListChange.Range(before.position(), before.count() + range.count()));
            } else {
                joined.add(range);
            }
        }
        return new Gaps(joined);
    }

    /** The ranges, ascending; none touches the next. */
    public List<ListChange.Range> ranges() {
        return ranges;
    }

    /** Whether a position lies in one of the ranges. */
    public boolean contains(int position) {
        int range = startingUpTo(position) - 1;
        return range >= 0 && position < ranges.get(range).end();
    }

    /** How many positions outside are ahead of a position that is outside itself. */
    public int outsideAhead(int position) {
        return position - ahead[startingUpTo(position)];
    }

    /** The position outside that has a number of positions outside ahead. */
    public int outside(int number) {
        int low = 0;
        int high = ranges.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ranges.get(middle).position() - ahead[middle] <= number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return number + ahead[low];
    }

    private int startingUpTo(int position) {
        int low = 0;
        int high = ranges.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ranges.get(middle).position() <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
