package dev.ananas.ui.swing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import javax.swing.event.TableModelEvent;
import javax.swing.event.TableModelListener;

/** Carries out every event of a table model on a plain copy. */
final class StrictTableListener<M> implements TableModelListener {
    private final LiveTableModel<M> model;
    private final StrictCopy<M> copy;

    StrictTableListener(LiveTableModel<M> model, Function<? super M, ?> key) {
        this.model = model;
        this.copy = new StrictCopy<>(model::getRowCount, model::row, key);
        model.addTableModelListener(this);
    }

    List<String> events() {
        return copy.events();
    }

    List<M> rows() {
        return copy.rows();
    }

    @Override
    public void tableChanged(TableModelEvent event) {
        assertThat(event.getSource()).isSameAs(model);
        assertThat(event.getColumn()).isEqualTo(TableModelEvent.ALL_COLUMNS);
        switch (event.getType()) {
            case TableModelEvent.INSERT -> copy.inserted(event.getFirstRow(), event.getLastRow());
            case TableModelEvent.DELETE -> copy.removed(event.getFirstRow(), event.getLastRow());
            default -> copy.updated(event.getFirstRow(), event.getLastRow());
        }
    }
}
