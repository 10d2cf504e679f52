package dev.ananas.ui.swing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.model.Row;
import dev.ananas.ui.ManualThread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.swing.DefaultListModel;
import javax.swing.DefaultListSelectionModel;
import javax.swing.JList;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.ListModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
    private final Shown shown = Shown.of(10);
    private final ManualThread ui = shown.ui;
    private final JTable table = new JTable();

    @AfterEach
    void close() {
        shown.close();
    }

    private LiveTableModel<Row> show() {
        LiveTableModel<Row> model =
                shown.swing.show(shown.people.byRank(), table, Shown.COLUMNS, shown.people.people, Shown::id);
        ui.awaitUntil(() -> model.getRowCount() == 10);
        return model;
    }

    private Set<Integer> selectedIds() {
        return Arrays.stream(table.getSelectedRows())
                .mapToObj(row -> (Integer) table.getValueAt(row, 0))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void select(int... rows) {
        table.clearSelection();
        for (int row : rows) {
            table.addRowSelectionInterval(row, row);
        }
    }

    private void write(Runnable write) {
        LiveTableModel<?> model = (LiveTableModel<?>) table.getModel();
        long before = model.rows.version();
        shown.people.store.transaction("write", write);
        ui.awaitUntil(() -> model.rows.version() > before);
    }

    @Test
    void selectedRowsStaySelectedWhereverTheyMove() {
        show();
        select(2, 3, 7);
        write(() -> {
            shown.people.rank(3, 1_000);
            shown.people.people.saveMap(Map.of("id", 11, "rank", 35));
        });
        assertThat(selectedIds()).containsExactly(3, 4, 8);
        assertThat(table.getSelectedRows()).containsExactly(3, 7, 10);
    }

    @Test
    void whatComesAheadOfASelectedRowIsNotSelected() {
        show();
        select(2);
        write(() -> shown.people.people.saveMap(Map.of("id", 11, "rank", 25)));
        assertThat(selectedIds()).containsExactly(3);
    }

    @Test
    void aSelectedRowThatGoesIsDeselectedAndNoOtherOneTakesItsPlace() {
        show();
        select(2, 5);
        write(() -> shown.people.people.delete(3));
        assertThat(selectedIds()).containsExactly(6);
        write(() -> shown.people.people.delete(6));
        assertThat(selectedIds()).isEmpty();
    }

    @Test
    void theLeadGoesWithItsRow() {
        show();
        select(2, 5);
        write(() -> shown.people.rank(6, 5));
        assertThat(table.getSelectionModel().getLeadSelectionIndex()).isZero();
        assertThat(table.getSelectionModel().getAnchorSelectionIndex()).isZero();
    }

    @Test
    void toItsListenersAChangeIsOneAdjustment() {
        show();
        select(2);
        List<Set<Integer>> heard = new ArrayList<>();
        table.getSelectionModel().addListSelectionListener(event -> {
            if (!event.getValueIsAdjusting()) {
                heard.add(selectedIds());
            }
        });
        write(() -> {
            shown.people.rank(3, 1_000);
            shown.people.people.saveMap(Map.of("id", 11, "rank", 5));
            shown.people.people.delete(7);
        });
        assertThat(heard).containsExactly(Set.of(3));
        assertThat(table.getSelectionModel().getValueIsAdjusting()).isFalse();
    }

    @Test
    void anOpenEditorStaysWithItsRowAndWritesToIt() {
        show();
        table.setSize(300, 400);
        table.editCellAt(2, 1);
        write(() -> shown.people.people.saveMap(Map.of("id", 11, "rank", 5)));
        assertThat(table.getEditingRow()).isEqualTo(3);
        assertThat(table.getEditorComponent().getBounds()).isEqualTo(table.getCellRect(3, 1, false));
        ((JTextField) table.getEditorComponent()).setText("Ada");
        table.getCellEditor().stopCellEditing();
        assertThat(table.getValueAt(3, 1)).isEqualTo("Ada");
        ui.awaitUntil(
                () -> "Ada".equals(shown.people.people.find(3).orElseThrow().get("name")));
    }

    @Test
    void theEditorOfARowThatGoesIsCancelled() {
        show();
        table.editCellAt(2, 1);
        write(() -> shown.people.people.delete(3));
        assertThat(table.isEditing()).isFalse();
        assertThat(table.getRowCount()).isEqualTo(9);
    }

    @Test
    void anotherModelCannotKeepASelection() {
        assertThatThrownBy(() -> shown.swing.keepSelection(new DefaultListModel<>(), new DefaultListSelectionModel()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("javax.swing.DefaultListModel");
    }

    /** The oracle knows keys alone: what was selected and was there all the time is selected. */
    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, false", "4, true", "5, true", "6, true"})
    void randomWritesKeepTheSelectionByKey(long seed, boolean sorts) {
        SplittableRandom random = new SplittableRandom(seed);
        LiveTableModel<Row> model = show();
        if (sorts) {
            table.setAutoCreateRowSorter(true);
            table.getRowSorter().toggleSortOrder(1);
        }
        JList<Row> list = new JList<>();
        ListModel<Row> rows = shown.swing.show(shown.people.byRank(), list);
        DefaultListSelectionModel bare = new DefaultListSelectionModel();
        ListModel<Row> third = shown.swing.list(shown.people.byRank());
        shown.swing.keepSelection(third, bare);
        ui.awaitUntil(() -> rows.getSize() == 10 && third.getSize() == 10);
        for (long round = 0; round < Shown.rounds(); round++) {
            Set<Integer> wanted = selectAtRandom(random, model, list, rows, bare);
            writeOnce(random);
            List<Row> now = shown.people.byRank().get();
            ui.awaitUntil(() -> shows(model, now) && shows(rows, now) && shows(third, now));
            wanted.retainAll(now.stream().map(Shown::id).toList());
            assertThat(selectedIds())
                    .as("table, seed %d, round %d", seed, round)
                    .isEqualTo(wanted);
            assertThat(new TreeSet<>(
                            list.getSelectedValuesList().stream().map(Shown::id).toList()))
                    .as("list, seed %d, round %d", seed, round)
                    .isEqualTo(wanted);
            assertThat(idsAt(third, bare.getSelectedIndices()))
                    .as("bare, seed %d, round %d", seed, round)
                    .isEqualTo(wanted);
        }
    }

    private static Set<Integer> idsAt(ListModel<Row> rows, int[] indices) {
        Set<Integer> ids = new TreeSet<>();
        for (int index : indices) {
            ids.add(Shown.id(rows.getElementAt(index)));
        }
        return ids;
    }

    /** One transition, so that nobody goes and comes back unseen. */
    private void writeOnce(SplittableRandom random) {
        if (random.nextInt(4) == 0) {
            shown.people.store.transaction(
                    "swap", () -> shown.people.swap(1 + random.nextInt(20), 1 + random.nextInt(20)));
        } else {
            shown.people.writeAtRandom(random, 20);
        }
    }

    private static boolean shows(LiveTableModel<Row> model, List<Row> rows) {
        if (model.getRowCount() != rows.size()) {
            return false;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (!model.row(i).equals(rows.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean shows(ListModel<Row> model, List<Row> rows) {
        if (model.getSize() != rows.size()) {
            return false;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (!model.getElementAt(i).equals(rows.get(i))) {
                return false;
            }
        }
        return true;
    }

    private Set<Integer> selectAtRandom(
            SplittableRandom random,
            LiveTableModel<Row> model,
            JList<Row> list,
            ListModel<Row> rows,
            DefaultListSelectionModel bare) {
        Set<Integer> ids = new TreeSet<>();
        table.clearSelection();
        list.clearSelection();
        bare.clearSelection();
        for (int row = 0; row < rows.getSize(); row++) {
            if (random.nextInt(3) == 0) {
                ids.add(Shown.id(rows.getElementAt(row)));
                list.addSelectionInterval(row, row);
                bare.addSelectionInterval(row, row);
                int view = table.convertRowIndexToView(row);
                table.addRowSelectionInterval(view, view);
            }
        }
        assertThat(model.getRowCount()).isEqualTo(rows.getSize());
        return ids;
    }
}
