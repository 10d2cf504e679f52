package dev.ananas.ui.swing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import javax.swing.ListModel;
import javax.swing.event.ListDataEvent;
import javax.swing.event.ListDataListener;

/** Carries out every event of a list model on a plain copy. */
final class StrictListListener<M> implements ListDataListener {
    private final ListModel<M> model;
    private final StrictCopy<M> copy;

    StrictListListener(ListModel<M> model, Function<? super M, ?> key) {
        this.model = model;
        this.copy = new StrictCopy<>(model::getSize, model::getElementAt, key);
        model.addListDataListener(this);
    }

    List<String> events() {
        return copy.events();
    }

    List<M> rows() {
        return copy.rows();
    }

    @Override
    public void intervalAdded(ListDataEvent event) {
        check(event, ListDataEvent.INTERVAL_ADDED);
        copy.inserted(event.getIndex0(), event.getIndex1());
    }

    @Override
    public void intervalRemoved(ListDataEvent event) {
        check(event, ListDataEvent.INTERVAL_REMOVED);
        copy.removed(event.getIndex0(), event.getIndex1());
    }

    @Override
    public void contentsChanged(ListDataEvent event) {
        check(event, ListDataEvent.CONTENTS_CHANGED);
        if (event.getIndex0() >= 0) { // -1 tells of the selection of a combo box
            copy.updated(event.getIndex0(), event.getIndex1());
        }
    }

    private void check(ListDataEvent event, int type) {
        assertThat(event.getType()).isEqualTo(type);
        assertThat(event.getSource()).isSameAs(model);
    }
}
