package dev.ananas.ui.swing;

import dev.ananas.orm.Repository;
import dev.ananas.ui.UiScope;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.swing.event.TableModelEvent;
import javax.swing.event.TableModelListener;
import javax.swing.table.TableModel;
import org.jspecify.annotations.Nullable;

/**
 * A table model that follows a live query: a row for each model, changed on the event dispatch thread alone.
 *
 * <p>A change of the query is told by one event for each range of rows that went, that came or that has a new state, from the front to
 * the back, all in one task of the event queue; a row that moves goes and comes. At each event the model has the rows that the events
 * so far make, so sorters and other listeners can follow; what is not a listener sees whole changes only. More than 500 ranges are told
 * as one that went and one that came.
 *
 * <p>An edited cell shows what was entered while that is written in the background, then what is stored. If the write fails, the scope
 * hears the error and the cell shows what is stored. Cells that were edited before the scope closed are still written; afterwards none is
 * editable. Made by {@link SwingScope#table} and {@link SwingScope#show}.
 *
 * @param <M> model
 */
public final class LiveTableModel<M> implements TableModel {
    final LiveRows<M> rows = new LiveRows<>(this::tell);
    private final UiScope scope;
    private final List<Column<M, ?>> columns;
    private final List<TableModelListener> listeners = new CopyOnWriteArrayList<>();
    private @Nullable CellEdits<M> edits;

    LiveTableModel(UiScope scope, List<? extends Column<M, ?>> columns) {
        this.scope = scope;
        this.columns = List.copyOf(columns);
    }

    /** A model without edits; the cells of editable columns are not editable. */
    static <M> LiveTableModel<M> reading(UiScope scope, List<? extends Column<M, ?>> columns) {
        return new LiveTableModel<>(scope, columns);
    }

    static <M> LiveTableModel<M> writing(
            UiScope scope, List<? extends Column<M, ?>> columns, Repository<M> repository, Function<? super M, ?> key) {
        LiveTableModel<M> model = new LiveTableModel<>(scope, columns);
        CellEdits<M> edits =
                new CellEdits<>(scope, repository, key, row -> model.fire(new TableModelEvent(model, row, row)));
        model.edits = edits;
        model.rows.add(edits);
        return model;
    }

    /**
     * The model that a row shows.
     *
     * @param row a row of this table model: {@code table.convertRowIndexToModel(...)} if the table sorts
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public M row(int row) {
        return rows.get(row);
    }

    /** The columns, as they were given. */
    public List<Column<M, ?>> columns() {
        return columns;
    }

    @Override
    public int getRowCount() {
        return rows.size();
    }

    @Override
    public int getColumnCount() {
        return columns.size();
    }

    @Override
    public String getColumnName(int column) {
        return columns.get(column).heading();
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return columns.get(column).type();
    }

    @Override
    public boolean isCellEditable(int row, int column) {
        return edits != null && columns.get(column).isEditable() && !scope.isClosed();
    }

    @Override
    public @Nullable Object getValueAt(int row, int column) {
        M model = rows.get(row);
        Column<M, ?> read = columns.get(column);
        return edits == null ? read.read(model) : edits.read(model, read);
    }

    /**
     * Writes a cell in the background.
     *
     * @throws IllegalArgumentException if the value has not the type of the column
     * @throws IllegalStateException if the scope is closed, or the column is not editable
     */
    @Override
    public void setValueAt(@Nullable Object value, int row, int column) {
        Column<M, ?> written = columns.get(column);
        if (edits == null || !written.isEditable()) {
            throw new IllegalStateException(
                    "The cells of " + written
                            + " cannot be edited. Make the column editable(), and give the table model a repository to write to.");
        }
        edits.write(row, rows.get(row), written, value);
    }

    @Override
    public void addTableModelListener(TableModelListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeTableModelListener(TableModelListener listener) {
        listeners.remove(listener);
    }

    void apply(Prepared<M> prepared) {
        rows.apply(prepared);
        if (edits != null) {
            edits.forget(rows.version());
        }
    }

    private void tell(Step step) {
        int type = switch (step.kind()) {
            case REMOVED -> TableModelEvent.DELETE;
            case INSERTED -> TableModelEvent.INSERT;
            case UPDATED -> TableModelEvent.UPDATE;
        };
        fire(new TableModelEvent(this, step.from(), step.to() - 1, TableModelEvent.ALL_COLUMNS, type));
    }

    /** The last listener is told first, as everywhere in Swing. */
    private void fire(TableModelEvent event) {
        TableModelListener[] told = listeners.toArray(new TableModelListener[0]);
        for (int i = told.length - 1; i >= 0; i--) {
            told[i].tableChanged(event);
        }
    }
}
