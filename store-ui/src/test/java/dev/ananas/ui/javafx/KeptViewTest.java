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
import javafx.scene.control.Control;
import javafx.scene.control.FocusModel;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a view of many rows keeps, whatever view it is, while rows come, go, move and change and other queries are asked. */
@ExtendWith(FxToolkit.class)
abstract class KeptViewTest<V extends Control> {
    static final int CELL_HEIGHT = 20;

    final People people = People.of(200);
    private final ChangingQuery<Row> shown = people.query().changing();
    private Stage stage;
    private FxScope scope;
    V view;
    private ObservableList<Row> rows;

    /** A view whose cells are of {@link #CELL_HEIGHT} and show what {@link #text} tells of a row. */
    abstract V create();

    abstract ObservableList<Row> show(FxScope on, ChangingQuery<Row> query);

    abstract MultipleSelectionModel<Row> selection();

    abstract FocusModel<Row> focus();

    abstract void scrollTo(int index);

    /** What a cell that stands for a row shows. */
    abstract String textOf(IndexedCell<?> cell);

    @AfterEach
    void close() {
        FxToolkit.run(stage::hide);
        people.close();
    }

    final void open() {
        FxToolkit.run(() -> {
            view = create();
            selection().setSelectionMode(SelectionMode.MULTIPLE);
            stage = new Stage();
            stage.setScene(new Scene(view, 300, 300));
            stage.show();
            scope = FxScope.of("view", view);
            rows = show(scope, shown);
        });
        FxToolkit.await(() -> rows.size() == 200);
    }

    static String text(Row row) {
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
        FxToolkit.run(() -> selection().selectedItemProperty().addListener((item, before, now) -> {
            if (now != null) {
                ids.add(id(now));
            }
        }));
        return ids;
    }

    final void awaitShown() {
        List<Row> expected = shown.get();
        FxToolkit.await(() -> rows.equals(expected));
    }

    final void select(int... indices) {
        FxToolkit.run(() -> {
            selection().clearSelection();
            for (int index : indices) {
                selection().select(index);
            }
        });
    }

    final List<Integer> selectedIds() {
        return FxToolkit.call(() -> selection().getSelectedItems().stream()
                .map(KeptViewTest::id)
                .sorted()
                .toList());
    }

    /** The id of the row that has the focus, 0 if none has. */
    private int focusedId() {
        return FxToolkit.call(() -> {
            Row row = focus().getFocusedItem();
            return row == null ? 0 : id(row);
        });
    }

    /** The toolkit also counts a cell that ends where the view begins. */
    private IndexedCell<?> firstCell() {
        IndexedCell<?> first = flow().getFirstVisibleCell();
        return first.getLayoutY() > -CELL_HEIGHT ? first : flow().getCell(first.getIndex() + 1);
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
                cells.add(textOf(flow().getCell(i)));
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
    void cellsAndSelectedItemShowTheNewState() {
        open();
        select(1);
        people.name(2, "Ada");
        awaitShown();
        cellsShowTheRowsInSight("renamed");
        assertThat(selectedIds()).containsExactly(2);
        assertThat(FxToolkit.<Object>call(() -> selection().getSelectedItem().get("name")))
                .isEqualTo("Ada");
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
        FxToolkit.run(() -> scrollTo(100));
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
        FxToolkit.run(() -> scrollTo(100));
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
            FxToolkit.run(() -> scrollTo(target));
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
                    FxToolkit.call(() -> rows.stream().map(KeptViewTest::id).toList());
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
            theSelectedItemIsTheSelectedRow(when);
        }
    }

    private void theSelectedItemIsTheSelectedRow(String when) {
        FxToolkit.run(() -> {
            int index = selection().getSelectedIndex();
            assertThat(selection().getSelectedItem()).as(when).isEqualTo(index < 0 ? null : rows.get(index));
        });
    }

    /** Whether a row can be the first one in sight: there are enough rows to fill the view. */
    private static boolean hasRowsBelow(int index, int size) {
        return index + 16 <= size;
    }
}
