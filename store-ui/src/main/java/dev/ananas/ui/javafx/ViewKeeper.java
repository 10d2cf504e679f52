package dev.ananas.ui.javafx;

import dev.ananas.ui.internal.Positions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import javafx.scene.control.Control;
import javafx.scene.control.FocusModel;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is selected, focused and in sight while a list changes, by key: the change itself tells where each row went.
 *
 * <p>Selection models follow a range that went or came and permutations themselves. What they do not do by key is done for them: a selected
 * row that is removed is deselected before, so that its neighbour does not take over; of a change of several ranges, which they do not
 * follow, all rows are deselected before and selected where they are afterwards, so that no listener hears of another row; and a focused
 * row is focused where it is now. A list view also keeps the selected item that it had when the row shows another state, until it is
 * selected again. Views keep their distance from the top in pixels; here the first row in sight stays where it was, unless the view was
 * scrolled to the top.
 */
abstract class ViewKeeper implements LiveList.Holder {
    private final ScrollAnchor anchor;
    private int[] selected = {};
    private int lead = -1;
    private int focused = -1;

    private ViewKeeper(Control view) {
        this.anchor = new ScrollAnchor(view);
    }

    static ViewKeeper of(TableView<?> table) {
        return new ViewKeeper(table) {
            @Override
            @Nullable
            MultipleSelectionModel<?> selection() {
                return table.getSelectionModel();
            }

            @Override
            @Nullable
            FocusModel<?> focus() {
                return table.getFocusModel();
            }

            @Override
            void focus(int row) {
                focusRow(table, row);
            }

            @Override
            Object item(int row) {
                return table.getItems().get(row);
            }
        };
    }

    static ViewKeeper of(ListView<?> list) {
        return new ViewKeeper(list) {
            @Override
            @Nullable
            MultipleSelectionModel<?> selection() {
                return list.getSelectionModel();
            }

            @Override
            @Nullable
            FocusModel<?> focus() {
                return list.getFocusModel();
            }

            @Override
            void focus(int row) {
                list.getFocusModel().focus(row);
            }

            @Override
            Object item(int row) {
                return list.getItems().get(row);
            }
        };
    }

    @SuppressWarnings("unchecked") // the toolkit has it raw
    private static <M> void focusRow(TableView<M> table, int row) {
        TablePosition<M, ?> cell = table.getFocusModel().getFocusedCell();
        table.getFocusModel().focus(new TablePosition<>(table, row, cell == null ? null : column(cell)));
    }

    @SuppressWarnings("unchecked") // what the column shows does not matter here
    private static <M> TableColumn<M, Object> column(TablePosition<M, ?> cell) {
        return (TableColumn<M, Object>) cell.getTableColumn();
    }

    abstract @Nullable MultipleSelectionModel<?> selection();

    abstract @Nullable FocusModel<?> focus();

    abstract void focus(int row);

    abstract Object item(int row);

    @Override
    public boolean holds(int position) {
        MultipleSelectionModel<?> selection = selection();
        FocusModel<?> focus = focus();
        return (selection != null && selection.isSelected(position))
                || (focus != null && focus.getFocusedIndex() == position);
    }

    @Override
    public void before(Positions positions, IntPredicate lost) {
        FocusModel<?> focus = focus();
        focused = focus == null ? -1 : moved(focus.getFocusedIndex(), positions);
        MultipleSelectionModel<?> selection = selection();
        lead = selection == null ? -1 : moved(selection.getSelectedIndex(), positions);
        selected = selection == null ? new int[0] : keepSelected(selection, positions, lost);
        anchor.before(positions);
    }

    /** Deselects the rows that are lost, so that no other one takes over, and tells where those that stay will be. */
    private static int[] keepSelected(MultipleSelectionModel<?> selection, Positions positions, IntPredicate lost) {
        List<Integer> old = new ArrayList<>(selection.getSelectedIndices());
        List<Integer> kept = new ArrayList<>(old.size());
        for (int index : old) {
            int now = moved(index, positions);
            if (lost.test(index)) {
                selection.clearSelection(index);
            }
            if (now >= 0) {
                kept.add(now);
            }
        }
        return kept.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private static int moved(int position, Positions positions) {
        return position < 0 ? -1 : positions.of(position);
    }

    @Override
    public void after(int rows) {
        MultipleSelectionModel<?> selection = selection();
        if (selection != null && !isSelected(selection)) {
            select(selection);
        }
        if (selection != null && lead >= 0 && !item(lead).equals(selection.getSelectedItem())) {
            selection.select(lead);
        }
        FocusModel<?> focus = focus();
        if (focus != null && focused >= 0 && focus.getFocusedIndex() != focused) {
            focus(focused);
        }
        anchor.after(rows);
    }

    private boolean isSelected(MultipleSelectionModel<?> selection) {
        List<Integer> now = selection.getSelectedIndices();
        if (now.size() != selected.length || (lead >= 0 && selection.getSelectedIndex() != lead)) {
            return false;
        }
        for (int index : selected) {
            if (!selection.isSelected(index)) {
                return false;
            }
        }
        return true;
    }

    private void select(MultipleSelectionModel<?> selection) {
        int last = lead >= 0 ? lead : selected.length == 0 ? -1 : selected[selected.length - 1];
        if (last < 0) {
            selection.clearSelection();
        } else {
            selection.clearAndSelect(last);
            if (selection.getSelectionMode() == SelectionMode.MULTIPLE && selected.length > 1) {
                selection.selectIndices(selected[0], selected);
                selection.select(last);
            }
        }
    }
}
