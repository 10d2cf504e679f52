package dev.ananas.ui.swing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.Attribute;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import javax.swing.JTable;
import javax.swing.table.TableModel;
import javax.swing.table.TableRowSorter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveTableModelTest {
    private final Shown shown = Shown.of(10);

    @AfterEach
    void close() {
        shown.close();
    }

    private LiveTableModel<Row> table() {
        LiveTableModel<Row> model =
                shown.swing.table(shown.people.byRank(), Shown.COLUMNS, shown.people.people, Shown::id);
        shown.ui.awaitUntil(() -> model.getRowCount() == 10);
        return model;
    }

    private String storedName(int id) {
        return (String) shown.people.people.find(id).orElseThrow().get("name");
    }

    @Test
    void columnsHaveHeadingsAndTypes() {
        LiveTableModel<Row> model = table();
        assertThat(model.getColumnCount()).isEqualTo(3);
        assertThat(model.getColumnName(1)).isEqualTo("Name");
        assertThat(model.getColumnClass(2)).isEqualTo(Integer.class);
        assertThat(model.getValueAt(4, 0)).isEqualTo(5);
        assertThat(model.getValueAt(4, 1)).isEqualTo("P5");
        assertThat(model.isCellEditable(4, 0)).isFalse();
        assertThat(model.isCellEditable(4, 1)).isTrue();
        assertThat(Column.of(Attribute.of("issue", "dueDate"), String.class, row -> "")
                        .heading())
                .isEqualTo("Due date");
        assertThat(Shown.NAME.headed("Who").heading()).isEqualTo("Who");
    }

    @Test
    void columnsThatCannotWorkAreRefused() {
        assertThatThrownBy(Shown.ID::editable)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\"Id\" is computed");
        assertThatThrownBy(() -> Column.of(Attribute.of("issue", "n"), int.class, row -> 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Integer.class");
    }

    @Test
    void anEditedCellIsStoredAndShowsWhatWasEnteredFromTheStart() {
        LiveTableModel<Row> model = table();
        List<Object> seen = new ArrayList<>();
        model.addTableModelListener(event -> seen.add(model.getValueAt(2, 1)));
        model.setValueAt("Ada", 2, 1);
        assertThat(model.getValueAt(2, 1)).isEqualTo("Ada");
        shown.ui.awaitUntil(() -> model.row(2).get("name").equals("Ada"));
        shown.ui.frame();
        assertThat(storedName(3)).isEqualTo("Ada");
        assertThat(seen).isNotEmpty().containsOnly("Ada");
    }

    @Test
    void theLastOfSeveralEditsOfOneCellStays() {
        LiveTableModel<Row> model = table();
        List<Object> seen = new ArrayList<>();
        model.addTableModelListener(event -> seen.add(model.getValueAt(2, 1)));
        model.setValueAt("A", 2, 1);
        model.setValueAt("Ad", 2, 1);
        model.setValueAt("Ada", 2, 1);
        shown.ui.awaitUntil(() -> model.row(2).get("name").equals("Ada"));
        assertThat(seen).startsWith("A", "Ad", "Ada");
        assertThat(seen.subList(2, seen.size())).containsOnly("Ada");
    }

    @Test
    void aRowThatMovesByItsOwnEditTakesItsCellsAlong() {
        LiveTableModel<Row> model = table();
        model.setValueAt(95, 2, 2);
        model.setValueAt("Ada", 2, 1);
        shown.ui.awaitUntil(() -> Shown.id(model.row(8)) == 3
                && model.row(8).get("name").equals("Ada")
                && model.getValueAt(8, 2).equals(95));
        assertThat(model.getValueAt(8, 1)).isEqualTo("Ada");
    }

    @Test
    void aFailedWriteIsReportedAndTheCellShowsWhatIsStored() {
        LiveTableModel<Row> model = table();
        StrictTableListener<Row> strict = new StrictTableListener<>(model, Shown::id);
        shown.people.refuse = () -> {
            throw new IllegalStateException("the server said no");
        };
        model.setValueAt("Ada", 2, 1);
        assertThat(model.getValueAt(2, 1)).isEqualTo("Ada");
        shown.ui.awaitUntil(() -> !shown.errors.isEmpty());
        assertThat(model.getValueAt(2, 1)).isEqualTo("P3");
        assertThat(storedName(3)).isEqualTo("P3");
        assertThat(shown.errors)
                .singleElement()
                .satisfies(error -> assertThat(error).hasStackTraceContaining("the server said no"));
        assertThat(strict.events()).containsExactly("updated 2..2", "updated 2..2");
        shown.errors.clear();
    }

    @Test
    void aVetoIsReportedLikeAFailure() {
        LiveTableModel<Row> model = table();
        shown.people.refuse = () -> true;
        model.setValueAt("Ada", 2, 1);
        shown.ui.awaitUntil(() -> !shown.errors.isEmpty());
        assertThat(model.getValueAt(2, 1)).isEqualTo("P3");
        assertThat(shown.errors.get(0))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("people.name to Ada");
        shown.errors.clear();
    }

    @Test
    void aRecordThatIsGoneIsReported() {
        LiveTableModel<Row> model = table();
        shown.people.people.delete(3);
        model.setValueAt("Ada", 2, 1);
        shown.ui.awaitUntil(() -> !shown.errors.isEmpty() && model.getRowCount() == 9);
        assertThat(shown.errors.get(0)).hasMessageContaining("no record of key 3");
        assertThat(shown.people.people.find(3)).isEmpty();
        shown.errors.clear();
    }

    @Test
    void anEqualValueWritesNothing() {
        LiveTableModel<Row> model = table();
        long version = shown.people.store.version();
        model.setValueAt("P3", 2, 1);
        model.setValueAt("Ada", 2, 1);
        shown.ui.awaitUntil(() -> model.row(2).get("name").equals("Ada"));
        assertThat(shown.people.store.version()).isEqualTo(version + 1);
    }

    @Test
    void aValueOfAnotherTypeIsRefusedAndNothingChanges() {
        LiveTableModel<Row> model = table();
        assertThatThrownBy(() -> model.setValueAt("seven", 2, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"Rank\" takes a java.lang.Integer");
        assertThatThrownBy(() -> model.setValueAt(7, 2, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot be edited");
        assertThat(model.getValueAt(2, 2)).isEqualTo(30);
    }

    @Test
    void whatWasEditedBeforeTheScopeClosedIsStoredAndThenNothingIsEditable() {
        LiveTableModel<Row> model = table();
        model.setValueAt("Ada", 2, 1);
        shown.scope.close();
        assertThat(model.isCellEditable(2, 1)).isFalse();
        assertThatThrownBy(() -> model.setValueAt("Bob", 2, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("scope \"test\" is closed");
        shown.ui.awaitUntil(() -> storedName(3).equals("Ada"));
    }

    @Test
    void aTableToReadIsNotEditable() {
        LiveTableModel<Row> model = shown.swing.table(shown.people.byRank(), Shown.COLUMNS);
        shown.ui.awaitUntil(() -> model.getRowCount() == 10);
        assertThat(model.isCellEditable(2, 1)).isFalse();
        LiveTableModel<Row> window = shown.swing.table(shown.people.query().window(4, 2), Shown.COLUMNS);
        shown.ui.awaitUntil(() -> window.getRowCount() == 2);
        assertThat(window.getValueAt(0, 1)).isEqualTo("P5");
    }

    @Test
    void aMoveIsADeletionAndAnInsertion() {
        LiveTableModel<Row> model = table();
        StrictTableListener<Row> strict = new StrictTableListener<>(model, Shown::id);
        shown.people.store.transaction("two", () -> {
            shown.people.rank(3, 75);
            shown.people.people.saveMap(Map.of("id", 11, "rank", 15));
        });
        shown.ui.awaitUntil(() -> !strict.events().isEmpty());
        assertThat(strict.events()).containsExactly("inserted 1..1", "removed 3..3", "inserted 7..7");
    }

    /** A sorting and a filtering table look at the model in the middle of its changes, and complain if it is not as the events say. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void randomWritesGiveTheLiveListAtEveryEventAlsoSorted(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LiveTableModel<Row> model = table();
        StrictTableListener<Row> strict = new StrictTableListener<>(model, Shown::id);
        JTable sorted = new JTable(model);
        TableRowSorter<TableModel> sorter = new TableRowSorter<>(model);
        sorter.setSortsOnUpdates(true);
        sorter.setComparator(1, Comparator.<String>naturalOrder());
        sorted.setRowSorter(sorter);
        sorter.toggleSortOrder(1);
        for (long round = 0; round < Shown.rounds(); round++) {
            shown.write(random);
            if (random.nextInt(3) == 0 && model.getRowCount() > 0) {
                model.setValueAt("e" + random.nextInt(1_000), random.nextInt(model.getRowCount()), 1);
            }
            shown.ui.awaitUntil(() -> strict.rows().equals(shown.people.byRank().get()));
            assertSorted(sorted, model);
        }
        assertThat(strict.events()).as("seed %d", seed).hasSizeGreaterThan(100);
        shown.errors.removeIf(NoSuchElementException.class::isInstance); // edited while somebody deleted the record
    }

    private static void assertSorted(JTable sorted, LiveTableModel<Row> model) {
        List<String> names = new ArrayList<>();
        List<Integer> ids = new ArrayList<>();
        for (int view = 0; view < sorted.getRowCount(); view++) {
            names.add((String) sorted.getValueAt(view, 1));
            ids.add((Integer) sorted.getValueAt(view, 0));
        }
        assertThat(names).isSorted();
        List<Integer> expected = new ArrayList<>();
        for (int row = 0; row < model.getRowCount(); row++) {
            expected.add(Shown.id(model.row(row)));
        }
        assertThat(ids).containsExactlyInAnyOrderElementsOf(expected);
    }
}
