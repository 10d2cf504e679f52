package dev.ananas.ui.swing;

import dev.ananas.ui.internal.Positions;
import javax.swing.JTable;

/** Keeps the open editor of a table with its row; cancels it if the row goes. Tables leave it where it is on screen. */
final class EditorKeeper implements LiveRows.Keeper {
    private final JTable table;
    private int row = -1;

    EditorKeeper(JTable table) {
        this.table = table;
    }

    @Override
    public void before() {
        row = table.isEditing() ? table.convertRowIndexToModel(table.getEditingRow()) : -1;
    }

    @Override
    public void after(Positions positions) {
        if (row < 0 || !table.isEditing()) {
            return;
        }
        int now = positions.of(row);
        int view = now < 0 ? -1 : table.convertRowIndexToView(now);
        if (view < 0) {
            table.getCellEditor().cancelCellEditing();
        } else if (view != table.getEditingRow()) {
            table.setEditingRow(view);
            table.getEditorComponent().setBounds(table.getCellRect(view, table.getEditingColumn(), false));
            table.getEditorComponent().validate();
        }
    }
}
