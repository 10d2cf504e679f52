package dev.ananas.ui.swing;

import dev.ananas.ui.internal.Positions;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.swing.DefaultListSelectionModel;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;

/**
 * Keeps a selection, its anchor and its lead with their rows, wherever these go: the change itself tells where. A selected row that is
 * removed is deselected, and no other one takes its place.
 *
 * <p>Views move a selection with the positions, which is wrong for rows that move, and they select what is inserted ahead of a selected row.
 * So the selection is put right when they have heard of everything; to its listeners all of it is one adjustment.
 */
final class SelectionKeeper implements LiveRows.Keeper {
    private final Supplier<ListSelectionModel> model;
    private final IntUnaryOperator toRow;
    private final IntUnaryOperator toView;
    private int[] selected = {};
    private int anchor;
    private int lead;
    private boolean adjusting;

    private SelectionKeeper(Supplier<ListSelectionModel> model, IntUnaryOperator toRow, IntUnaryOperator toView) {
        this.model = model;
        this.toRow = toRow;
        this.toView = toView;
    }

    static SelectionKeeper of(Supplier<ListSelectionModel> model) {
        return new SelectionKeeper(model, IntUnaryOperator.identity(), IntUnaryOperator.identity());
    }

    /** Of a table that may sort or filter. */
    static SelectionKeeper of(JTable table) {
        return new SelectionKeeper(
                table::getSelectionModel,
                row -> row < 0 || row >= table.getRowCount() ? -1 : table.convertRowIndexToModel(row),
                row -> row < 0 ? -1 : table.convertRowIndexToView(row));
    }

    @Override
    public void before() {
        ListSelectionModel selection = model.get();
        selected = selection.isSelectionEmpty()
                ? new int[0]
                : IntStream.rangeClosed(selection.getMinSelectionIndex(), selection.getMaxSelectionIndex())
                        .filter(selection::isSelectedIndex)
                        .map(toRow)
                        .filter(row -> row >= 0)
                        .toArray();
        anchor = toRow.applyAsInt(selection.getAnchorSelectionIndex());
        lead = toRow.applyAsInt(selection.getLeadSelectionIndex());
        adjusting = selection.getValueIsAdjusting();
        selection.setValueIsAdjusting(true);
    }

    @Override
    public void after(Positions positions) {
        ListSelectionModel selection = model.get();
        int[] now = Arrays.stream(selected)
                .map(row -> viewOf(row, positions))
                .filter(row -> row >= 0)
                .sorted()
                .toArray();
        if (!isSelected(selection, now)) {
            selection.clearSelection();
            addRanges(selection, now);
        }
        if (selection instanceof DefaultListSelectionModel movable) {
            movable.setAnchorSelectionIndex(viewOf(anchor, positions));
            movable.moveLeadSelectionIndex(viewOf(lead, positions));
        }
        selection.setValueIsAdjusting(adjusting);
    }

    private int viewOf(int row, Positions positions) {
        return row < 0 ? -1 : toView.applyAsInt(positions.of(row));
    }

    private static boolean isSelected(ListSelectionModel selection, int[] rows) {
        if (rows.length == 0 || selection.isSelectionEmpty()) {
            return rows.length == 0 && selection.isSelectionEmpty();
        }
        return selection.getMinSelectionIndex() == rows[0]
                && selection.getMaxSelectionIndex() == rows[rows.length - 1]
                && IntStream.rangeClosed(rows[0], rows[rows.length - 1])
                                .filter(selection::isSelectedIndex)
                                .count()
                        == rows.length
                && Arrays.stream(rows).allMatch(selection::isSelectedIndex);
    }

    private static void addRanges(ListSelectionModel selection, int[] rows) {
        for (int i = 0; i < rows.length; i++) {
            int first = rows[i];
            while (i + 1 < rows.length && rows[i + 1] == rows[i] + 1) {
                i++;
            }
            selection.addSelectionInterval(first, rows[i]);
        }
    }
}
