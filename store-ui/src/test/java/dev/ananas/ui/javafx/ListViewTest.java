package dev.ananas.ui.javafx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.ChangingQuery;
import dev.ananas.ui.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FxToolkit.class)
class ListViewTest {
    private final People people = People.of(200);
    private final ChangingQuery<Row> shown = people.query().changing();
    private ListView<Row> view;
    private Stage stage;
    private FxScope scope;
    private ObservableList<Row> rows;

    @AfterEach
    void close() {
        FxToolkit.run(stage::hide);
        people.close();
    }

    private void open() {
        FxToolkit.run(() -> {
            view = new ListView<>();
            view.setFixedCellSize(20);
            view.setCellFactory(any -> new NameCell());
            view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
            stage = new Stage();
            stage.setScene(new Scene(view, 300, 300));
            stage.show();
            scope = FxScope.of("list", view);
            rows = scope.show(shown, view);
        });
        FxToolkit.await(() -> rows.size() == 200);
    }

    private static final class NameCell extends ListCell<Row> {
        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? "" : text(row));
        }
    }

    private static String text(Row row) {
        return row.get("id") + " " + row.get("name") + " " + row.get("rank");
    }

    private static int id(Row row) {
        return ((Number) row.get("id")).intValue();
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) view.lookup(".virtual-flow");
    }

    /** Ids of all rows that listeners of the selection hear of from now on. */
    private Set<Integer> heardOf() {
        Set<Integer> ids = ConcurrentHashMap.newKeySet();
        FxToolkit.run(() -> view.getSelectionModel().selectedItemProperty().addListener((item, before, now) -> {
            if (now != null) {
                ids.add(((Number) now.get("id")).intValue());
            }
        }));
        return ids;
    }

    private void awaitShown() {
        List<Row> expected = shown.get();
        FxToolkit.await(() -> rows.equals(expected));
    }

    private void select(int... indices) {
        FxToolkit.run(() -> {
            view.getSelectionModel().clearSelection();
            for (int index : indices) {
                view.getSelectionModel().select(index);
            }
        });
    }

    private List<Integer> selectedIds() {
        return FxToolkit.call(() -> view.getSelectionModel().getSelectedItems().stream()
                .map(ListViewTest::id)
                .sorted()
                .toList());
    }

    /** The id of the row that has the focus, 0 if none has. */
    private int focusedId() {
        return FxToolkit.call(() -> {
            Row row = view.getFocusModel().getFocusedItem();
            return row == null ? 0 : id(row);
        });
    }

    /** The toolkit also counts a cell that ends where the view begins. */
    private IndexedCell<?> firstCell() {
        IndexedCell<?> first = flow().getFirstVisibleCell();
        return first.getLayoutY() > -20 ? first : flow().getCell(first.getIndex() + 1);
    }

    private String firstInSight() {
        return FxToolkit.call(() -> {
            IndexedCell<?> cell = firstCell();
            return id(rows.get(cell.getIndex())) + "@" + Math.round(cell.getLayoutY());
        });
    }

    private void cellsShowTheRowsInSight(String when) {
        FxToolkit.run(() -> {
            List<String> cells = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            int first = flow().getFirstVisibleCell().getIndex();
            for (int i = first; i <= flow().getLastVisibleCell().getIndex(); i++) {
                cells.add(flow().getCell(i).getText());
                expected.add(text(rows.get(i)));
            }
            assertThat(cells).as(when).isEqualTo(expected);
        });
    }

    @Test
    void aSelectedRowKeepsSelectionAndFocusWhereverItMoves() {
        open();
        select(5, 1);
        people.rank(2, 1_995);
        awaitShown();
        assertThat(selectedIds()).containsExactly(2, 6);
        assertThat(focusedId()).isEqualTo(2);
        people.store.transaction("both", () -> {
            people.rank(2, 55);
            people.people.saveMap(Map.of("id", 900, "rank", 1));
        });
        awaitShown();
        assertThat(selectedIds()).containsExactly(2, 6);
        assertThat(focusedId()).isEqualTo(2);
    }

    @Test
    void aSelectedRowThatGoesTakesNoNeighbourIntoSelection() {
        open();
        select(1, 5);
        people.people.delete(6);
        awaitShown();
        assertThat(selectedIds()).containsExactly(2);
        people.people.delete(2);
        awaitShown();
        assertThat(selectedIds()).isEmpty();
    }

    @Test
    void theFirstRowInSightStaysWhereItIsAndAtTheTopNewRowsComeIntoSight() {
        open();
        people.people.saveMap(Map.of("id", 999, "rank", 2));
        awaitShown();
        assertThat(firstInSight()).isEqualTo("999@0");
        FxToolkit.run(() -> view.scrollTo(100));
        FxToolkit.await(() -> flow().getFirstVisibleCell().getIndex() >= 99);
        FxToolkit.run(() -> flow().scrollPixels(-7));
        FxToolkit.await(() -> true);
        String before = firstInSight();
        assertThat(before).doesNotEndWith("@0");
        people.store.transaction("above", () -> {
            for (int id = 1_000; id < 1_010; id++) {
                people.people.saveMap(Map.of("id", id, "rank", 1));
            }
            people.people.delete(50);
        });
        awaitShown();
        assertThat(firstInSight()).isEqualTo(before);
        cellsShowTheRowsInSight("scrolled");
    }

    @Test
    void anotherQueryKeepsWhatIsSelectedAndFocusedAndInSight() {
        open();
        select(101, 100);
        FxToolkit.run(() -> view.scrollTo(100));
        FxToolkit.await(() -> firstCell().getIndex() == 100);
        FxToolkit.run(
                () -> scope.ask(shown, people.query().where("rank", ">", 500).where("rank", "!=", 1_020)));
        awaitShown();
        assertThat(selectedIds()).containsExactly(101);
        assertThat(focusedId()).isEqualTo(101);
        assertThat(firstInSight()).isEqualTo("101@0");
        FxToolkit.run(() -> scope.ask(shown, people.people.query().orderBy(People.RANK.desc())));
        awaitShown();
        assertThat(selectedIds()).containsExactly(101);
        assertThat(focusedId()).isEqualTo(101);
        assertThat(firstInSight()).isEqualTo("101@0");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomWritesAndQueriesKeepSelectionFocusSightAndCells(long seed) {
        open();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 15; round++) {
            String when = "seed " + seed + ", round " + round;
            int count = FxToolkit.call(rows::size);
            select(random.nextInt(count), random.nextInt(count), random.nextInt(count));
            int target = random.nextInt(count);
            FxToolkit.run(() -> view.scrollTo(target));
            FxToolkit.await(() -> true);
            List<Integer> selected = selectedIds();
            Set<Integer> heard = heardOf();
            int focused = focusedId();
            String sight = firstInSight();
            boolean top = FxToolkit.call(() -> flow().getFirstVisibleCell().getIndex() == 0);
            people.writeAtRandom(random, 200);
            if (random.nextInt(3) == 0) {
                FxToolkit.run(() -> scope.ask(shown, people.queryAtRandom(random)));
            }
            awaitShown();
            assertThat(selected).as(when).containsAll(heard);
            List<Integer> left =
                    FxToolkit.call(() -> rows.stream().map(ListViewTest::id).toList());
            assertThat(selectedIds())
                    .as(when)
                    .isEqualTo(selected.stream().filter(left::contains).toList());
            if (left.contains(focused)) {
                assertThat(focusedId()).as(when).isEqualTo(focused);
            }
            int first = Integer.parseInt(sight.substring(0, sight.indexOf('@')));
            if (!top && left.contains(first) && hasRowsBelow(left.indexOf(first), left.size())) {
                assertThat(firstInSight()).as(when).isEqualTo(sight);
            }
            cellsShowTheRowsInSight(when);
        }
    }

    /** Whether a row can be the first one in sight: there are enough rows to fill the view. */
    private static boolean hasRowsBelow(int index, int size) {
        return index + 16 <= size;
    }
}
