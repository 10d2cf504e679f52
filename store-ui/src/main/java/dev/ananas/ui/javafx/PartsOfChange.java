package dev.ananas.ui.javafx;

import dev.ananas.orm.view.ListChange;
import dev.ananas.ui.internal.Gaps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A change of a list as parts of a change event: what was removed and added in ascending order, or, if rows only changed places, a
 * permutation; then updates.
 *
 * <p>A permutation never stands beside removals and additions. Listeners of the toolkit, {@code Bindings.bindContent} among them, read the
 * permuted rows from the list as it is at the end of the whole event; so they have to be the same rows.
 */
final class PartsOfChange<M> {
    /** More ranges than that, as another query makes, are told as one: each costs the selection models of views some work. */
    static final int MOST_RANGES = 500;

    private final ListChange.Change<M> change;

    PartsOfChange(ListChange.Change<M> change) {
        this.change = change;
    }

    /** Whether rows changed places and none came or went. */
    boolean isReordering() {
        return !change.moved().isEmpty()
                && change.removed().isEmpty()
                && change.inserted().isEmpty();
    }

    /** From the first row that changed its place to the last one, how many rows there are. */
    int width() {
        return high() - low() + 1;
    }

    private int low() {
        return change.moved().stream()
                .mapToInt(move -> Math.min(move.from(), move.to()))
                .min()
                .orElse(0);
    }

    private int high() {
        return change.moved().stream()
                .mapToInt(move -> Math.max(move.from(), move.to()))
                .max()
                .orElse(-1);
    }

    /** With moves as a permutation. */
    List<Part<M>> withPermutation() {
        List<Part<M>> parts = new ArrayList<>();
        parts.add(Part.permuted(low(), permutation(low(), width())));
        addUpdated(parts);
        return parts;
    }

    /** With each move as a removal and an addition; if those are too many, with everything between the first and the last one replaced. */
    List<Part<M>> withoutPermutation() {
        List<ListChange.Move> moved = change.moved();
        List<ListChange.Range> removed =
                Gaps.of(change.removed(), moved, ListChange.Move::from).ranges();
        List<ListChange.Range> inserted =
                Gaps.of(change.inserted(), moved, ListChange.Move::to).ranges();
        if (removed.size() + inserted.size() > MOST_RANGES) {
            return List.of(replaced(removed, inserted));
        }
        List<Part<M>> parts = new ArrayList<>();
        addRemoved(parts, removed, inserted);
        addUpdated(parts);
        return parts;
    }

    /** What is ahead of all ranges and what is behind them is the same in both lists. New states are told by the replacement, or with it. */
    private Part<M> replaced(List<ListChange.Range> removed, List<ListChange.Range> inserted) {
        int before = change.before().size();
        int now = change.list().size();
        int from = Math.min(startOf(removed, before), startOf(inserted, now));
        int behind = Math.min(before - endOf(removed), now - endOf(inserted));
        for (ListChange.Update update : change.updated()) {
            from = Math.min(from, update.position());
            behind = Math.min(behind, now - update.end());
        }
        return new Part<>(
                from, now - behind, change.before().subList(from, before - behind), Part.NO_PERMUTATION, false);
    }

    private static int startOf(List<ListChange.Range> ranges, int none) {
        return ranges.isEmpty() ? none : ranges.get(0).position();
    }

    private static int endOf(List<ListChange.Range> ranges) {
        return ranges.isEmpty() ? 0 : ranges.get(ranges.size() - 1).end();
    }

    /** Rows that are not moved take the places that those leave to them, in their order. */
    private int[] permutation(int low, int width) {
        int[] permutation = new int[width];
        Arrays.fill(permutation, -1);
        boolean[] taken = new boolean[width];
        for (ListChange.Move move : change.moved()) {
            permutation[move.from() - low] = move.to();
            taken[move.to() - low] = true;
        }
        int free = 0;
        for (int i = 0; i < width; i++) {
            if (permutation[i] < 0) {
                while (taken[free]) {
                    free++;
                }
                permutation[i] = low + free++;
            }
        }
        return permutation;
    }

    private void addRemoved(List<Part<M>> parts, List<ListChange.Range> removed, List<ListChange.Range> inserted) {
        int shift = 0;
        int next = 0;
        for (ListChange.Range range : removed) {
            while (next < inserted.size() && inserted.get(next).position() < range.position() + shift) {
                ListChange.Range entered = inserted.get(next++);
                parts.add(Part.added(entered.position(), entered.end()));
                shift += entered.count();
            }
            parts.add(Part.removed(range.position() + shift, change.before().subList(range.position(), range.end())));
            shift -= range.count();
        }
        for (; next < inserted.size(); next++) {
            parts.add(
                    Part.added(inserted.get(next).position(), inserted.get(next).end()));
        }
    }

    /** Neighbours that differ in different attributes are one part here. */
    private void addUpdated(List<Part<M>> parts) {
        int from = -1;
        int to = -1;
        for (ListChange.Update update : change.updated()) {
            if (update.position() != to) {
                if (from >= 0) {
                    parts.add(Part.updated(from, to));
                }
                from = update.position();
            }
            to = update.end();
        }
        if (from >= 0) {
            parts.add(Part.updated(from, to));
        }
    }
}
