package dev.ananas.ui.swing;

import dev.ananas.ui.internal.Positions;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows behind a model. They share the immutable lists of the query instead of copying them: the first rows are those of the new
 * list, the others those of the old one, and each step of a change moves the border. Between two changes there is no old list.
 *
 * <p>Used on the event dispatch thread alone.
 */
final class LiveRows<M> {
    private final Listener listener;
    private final List<Keeper> keepers = new ArrayList<>();
    private List<M> now = List.of();
    private List<M> before = List.of();
    private int head;
    private int tail;
    private long version;

    /** Hears of each step, when the rows are as it says. */
    interface Listener {

        void stepped(Step step);
    }

    /** Holds on to rows while the list changes. */
    interface Keeper {

        /** The list is about to change. */
        void before();

        /** The list has changed, and all listeners have heard of it. */
        void after(Positions positions);
    }

    LiveRows(Listener listener) {
        this.listener = listener;
    }

    M get(int position) {
        if (position < 0 || position >= size()) {
            throw new IndexOutOfBoundsException("There is no row " + position + ", only 0 to " + (size() - 1));
        }
        return position < head ? now.get(position) : before.get(position - head + tail);
    }

    int size() {
        return head + before.size() - tail;
    }

    /** The number of the last transition that is shown, 0 before the first list. */
    long version() {
        return version;
    }

    void add(Keeper keeper) {
        keepers.add(keeper);
    }

    void remove(Keeper keeper) {
        keepers.remove(keeper);
    }

    void apply(Prepared<M> prepared) {
        Positions positions = prepared.positions();
        List<Keeper> told = positions == null ? List.of() : List.copyOf(keepers);
        told.forEach(Keeper::before);
        before = now;
        now = prepared.change().list();
        version = prepared.change().version();
        head = 0;
        tail = 0;
        for (Step step : prepared.steps()) {
            head = step.head();
            tail = step.tail();
            listener.stepped(step);
        }
        head = now.size();
        tail = 0;
        before = List.of();
        if (positions != null) {
            told.forEach(keeper -> keeper.after(positions));
        }
    }
}
