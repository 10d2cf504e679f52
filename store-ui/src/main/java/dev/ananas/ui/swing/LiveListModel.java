package dev.ananas.ui.swing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.swing.ListModel;
import javax.swing.event.ListDataEvent;
import javax.swing.event.ListDataListener;

/**
 * A list model that follows a live query: unmodifiable, and changed on the event dispatch thread alone.
 *
 * <p>A change of the query is told by one event for each range of rows that went, that came or that has a new state, from the front to
 * the back, all in one task of the event queue; a row that moves goes and comes. At each event the model has the rows that the events
 * so far make, so a listener that carries them out has the same list; what is not a listener sees whole changes only. More than
 * {@link Sweep#MOST_STEPS} ranges are told as one that went and one that came.
 *
 * @param <M> model
 */
class LiveListModel<M> implements ListModel<M> {
    final LiveRows<M> rows = new LiveRows<>(this::tell);
    private final List<ListDataListener> listeners = new CopyOnWriteArrayList<>();

    @Override
    public int getSize() {
        return rows.size();
    }

    @Override
    public M getElementAt(int index) {
        return rows.get(index);
    }

    @Override
    public void addListDataListener(ListDataListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListDataListener(ListDataListener listener) {
        listeners.remove(listener);
    }

    /** Carries out a change. */
    void apply(Prepared<M> prepared) {
        rows.apply(prepared);
    }

    private void tell(Step step) {
        switch (step.kind()) {
            case REMOVED -> tell(ListDataEvent.INTERVAL_REMOVED, step, listener -> listener::intervalRemoved);
            case INSERTED -> tell(ListDataEvent.INTERVAL_ADDED, step, listener -> listener::intervalAdded);
            case UPDATED -> tell(ListDataEvent.CONTENTS_CHANGED, step, listener -> listener::contentsChanged);
        }
    }

    /** The last listener is told first, as everywhere in Swing. */
    final void tell(ListDataEvent event, Telling telling) {
        ListDataListener[] told = listeners.toArray(new ListDataListener[0]);
        for (int i = told.length - 1; i >= 0; i--) {
            telling.to(told[i]).accept(event);
        }
    }

    private void tell(int type, Step step, Telling telling) {
        tell(new ListDataEvent(this, type, step.from(), step.to() - 1), telling);
    }

    /** Which method of a listener is called. */
    interface Telling {

        Consumer<ListDataEvent> to(ListDataListener listener);
    }
}
