package dev.ananas.ui.swing;

import dev.ananas.orm.view.ListChange;
import dev.ananas.ui.internal.Gaps;
import java.util.ArrayList;
import java.util.List;

/**
 * Goes through the old and the new list side by side, from the front to the back, and makes a step of each difference.
 *
 * <p>Rows that stay are passed in both lists at once. Whatever comes next is the nearest of three: rows that leave the old list, rows
 * that enter the new one, rows that stay with a new state. A row that moves leaves and enters. So all rows ahead are those of the new
 * list and all rows behind are those of the old one, and a model is right at each step without a copy.
 */
final class Sweep {
    /** More differences than this are told as one: each costs its listeners some time, and a sorter O(n). */
    static final int MOST_STEPS = 500;

    private final ListChange.Change<?> change;
    private final List<ListChange.Range> leaving;
    private final List<ListChange.Range> entering;
    private final List<Step> steps = new ArrayList<>();
    private int head;
    private int tail;
    private int left;
    private int entered;
    private int updated;

    private Sweep(ListChange.Change<?> change) {
        this.change = change;
        this.leaving =
                Gaps.of(change.removed(), change.moved(), ListChange.Move::from).ranges();
        this.entering =
                Gaps.of(change.inserted(), change.moved(), ListChange.Move::to).ranges();
    }

    /** The steps of a change, in the order in which they are carried out. O(k log k) in the number of its places. */
    static List<Step> of(ListChange<?> change) {
        if (change instanceof ListChange.Change<?> steps) {
            Sweep sweep = new Sweep(steps);
            sweep.sweep();
            return sweep.steps.size() > MOST_STEPS ? sweep.asOne() : sweep.steps;
        }
        int size = change.list().size();
        return size == 0 ? List.of() : List.of(new Step(Step.Kind.INSERTED, 0, size, size, 0));
    }

    private void sweep() {
        while (true) {
            int toLeaving = left < leaving.size() ? leaving.get(left).position() - tail : Integer.MAX_VALUE;
            int toEntering = entered < entering.size() ? entering.get(entered).position() - head : Integer.MAX_VALUE;
            int toUpdated = toUpdated();
            int next = Math.min(toLeaving, Math.min(toEntering, toUpdated));
            if (next == Integer.MAX_VALUE) {
                return;
            }
            head += next;
            tail += next;
            if (next == toLeaving) {
                leave(leaving.get(left++).count());
            } else if (next == toEntering) {
                enter(entering.get(entered++).count());
            } else {
                update(Math.min(toLeaving, toEntering) - next);
            }
        }
    }

    /** How many rows stay as they are ahead of one that has a new state; those that entered are behind us and are left out. */
    private int toUpdated() {
        List<ListChange.Update> updates = change.updated();
        while (updated < updates.size() && updates.get(updated).end() <= head) {
            updated++;
        }
        return updated < updates.size() ? Math.max(0, updates.get(updated).position() - head) : Integer.MAX_VALUE;
    }

    private void leave(int count) {
        tail += count;
        steps.add(new Step(Step.Kind.REMOVED, head, head + count, head, tail));
    }

    private void enter(int count) {
        head += count;
        steps.add(new Step(Step.Kind.INSERTED, head - count, head, head, tail));
    }

    private void update(int most) {
        int count = Math.min(change.updated().get(updated).end() - head, most);
        head += count;
        tail += count;
        int from = head - count;
        Step last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
        if (last != null && last.kind() == Step.Kind.UPDATED && last.to() == from) {
            from = last.from(); // neighbours that differ in other attributes
            steps.remove(steps.size() - 1);
        }
        steps.add(new Step(Step.Kind.UPDATED, from, head, head, tail));
    }

    /** From the first difference to the last one, all rows are exchanged; or updated, if none left or entered. */
    private List<Step> asOne() {
        int from = steps.get(0).from();
        if (leaving.isEmpty() && entering.isEmpty()) {
            return List.of(new Step(Step.Kind.UPDATED, from, head, head, tail));
        }
        List<Step> both = new ArrayList<>();
        if (tail > from) {
            both.add(new Step(Step.Kind.REMOVED, from, tail, from, tail));
        }
        if (head > from) {
            both.add(new Step(Step.Kind.INSERTED, from, head, head, tail));
        }
        return both;
    }
}
