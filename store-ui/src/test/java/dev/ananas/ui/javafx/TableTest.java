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
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FxToolkit.class)
class TableTest {
    private final People people = People.of(200);
    private final ChangingQuery<Row> shown = people.query().changing();
    private TableView<Row> table;
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
            table = new TableView<>();
            table.setFixedCellSize(20);
            for (String name : List.of("id", "name", "rank")) {
                TableColumn<Row, Object> column = new TableColumn<>(name);
                column.setCellValueFactory(
                        row -> new ReadOnlyObjectWrapper<>(row.getValue().get(name)));
                table.getColumns().add(column);
            }
            table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
            stage = new Stage();
            stage.setScene(new Scene(table, 400, 300));
            stage.show();
            scope = FxScope.of("table", table);
            rows = scope.show(shown, table);
        });
        FxToolkit.await(() -> rows.size() == 200);
    }

    /** Ids of all rows that listeners of the selection hear of from now on. */
    private Set<Integer> heardOf() {
        Set<Integer> ids = ConcurrentHashMap.newKeySet();
        FxToolkit.run(() -> table.getSelectionModel().selectedItemProperty().addListener((item, before, now) -> {
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

    private List<Integer> selectedIds() {
        return FxToolkit.call(() -> table.getSelectionModel().getSelectedItems().stream()
                .map(row -> ((Number) row.get("id")).intValue())
                .sorted()
                .toList());
    }

    private void select(int... indices) {
        FxToolkit.run(() -> {
            table.getSelectionModel().clearSelection();
            for (int index : indices) {
                table.getSelectionModel().select(index);
            }
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
            return rows.get(cell.getIndex()).get("id") + "@" + Math.round(cell.getLayoutY());
        });
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) table.lookup(".virtual-flow");
    }

    private List<String> textOfCells() {
        return FxToolkit.call(() -> {
            List<String> texts = new ArrayList<>();
            for (int row = flow().getFirstVisibleCell().getIndex();
                    row <= flow().getLastVisibleCell().getIndex();
                    row++) {
                IndexedCell<?> cell = flow().getCell(row);
                texts.add(cell.getChildrenUnmodifiable().stream()
                        .map(column -> ((IndexedCell<?>) column).getText())
                        .reduce("", (a, b) -> a + " " + b)
                        .strip());
            }
            return texts;
        });
    }

    private List<String> expectedTexts() {
        return FxToolkit.call(() ->
                rows
                        .subList(
                                flow().getFirstVisibleCell().getIndex(),
                                flow().getLastVisibleCell().getIndex() + 1)
                        .stream()
                        .map(row -> row.get("id") + " " + row.get("name") + " " + row.get("rank"))
                        .toList());
    }

    @Test
    void cellsShowTheNewState() {
        open();
        people.name(2, "Ada");
        awaitShown();
        assertThat(textOfCells()).isEqualTo(expectedTexts()).contains("2 Ada 20");
    }

    @Test
    void theSelectedItemIsTheNewState() {
        open();
        select(1);
        people.name(2, "Ada");
        awaitShown();
        assertThat(selectedIds()).containsExactly(2);
        assertThat(FxToolkit.<Object>call(
                        () -> table.getSelectionModel().getSelectedItem().get("name")))
                .isEqualTo("Ada");
    }

    @Test
    void aSelectedRowKeepsItsSelectionWhereverItMoves() {
        open();
        select(1, 5);
        people.rank(2, 1_995);
        awaitShown();
        assertThat(selectedIds()).containsExactly(2, 6);
        assertThat(FxToolkit.call(() -> List.copyOf(table.getSelectionModel().getSelectedIndices())))
                .containsExactlyInAnyOrder(4, 198);
    }

    @Test
    void aRowThatMovesWhileOthersComeKeepsItsSelectionAndFocus() {
        open();
        select(1);
        people.store.transaction("both", () -> {
            people.rank(2, 55);
            people.people.saveMap(Map.of("id", 900, "rank", 1));
        });
        awaitShown();
        assertThat(selectedIds()).containsExactly(2);
        assertThat(FxToolkit.call(() -> rows.get(table.getFocusModel().getFocusedIndex())
                        .get("id")
                        .toString()))
                .isEqualTo("2");
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
    void theFirstRowInSightStaysWhereItIs() {
        open();
        FxToolkit.run(() -> table.scrollTo(100));
        FxToolkit.await(() -> flow().getFirstVisibleCell().getIndex() >= 99);
        FxToolkit.run(() -> flow().scrollPixels(-7));
        FxToolkit.await(() -> true);
        String before = firstInSight();
        assertThat(before).startsWith("1").doesNotEndWith("@0");
        people.store.transaction("above", () -> {
            for (int id = 1_000; id < 1_010; id++) {
                people.people.saveMap(Map.of("id", id, "rank", 1));
            }
            people.people.delete(50);
        });
        awaitShown();
        assertThat(firstInSight()).isEqualTo(before);
        assertThat(textOfCells()).isEqualTo(expectedTexts());
    }

    @Test
    void atTheTopNewRowsComeIntoSight() {
        open();
        people.people.saveMap(Map.of("id", 1_000, "rank", 1));
        awaitShown();
        assertThat(firstInSight()).isEqualTo("1000@0");
    }

    @Test
    void anotherQueryKeepsWhatIsSelectedAndFocusedAndInSight() {
        open();
        select(100, 101);
        FxToolkit.run(() -> table.scrollTo(100));
        FxToolkit.await(() -> firstCell().getIndex() == 100);
        FxToolkit.run(
                () -> scope.ask(shown, people.query().where("rank", ">", 500).where("rank", "!=", 1_020)));
        awaitShown();
        assertThat(selectedIds()).containsExactly(101);
        assertThat(firstInSight()).isEqualTo("101@0");
        FxToolkit.run(() -> scope.ask(shown, people.people.query().orderBy(People.RANK.desc())));
        awaitShown();
        assertThat(selectedIds()).containsExactly(101);
        assertThat(firstInSight()).isEqualTo("101@0");
        assertThat(textOfCells()).isEqualTo(expectedTexts());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomWritesAndQueriesKeepSelectionFocusAndCells(long seed) {
        open();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 15; round++) {
            select(random.nextInt(20), random.nextInt(20), random.nextInt(20));
            List<Integer> selected = selectedIds();
            Set<Integer> heard = heardOf();
            people.writeAtRandom(random, 40);
            if (random.nextInt(3) == 0) {
                FxToolkit.run(() -> scope.ask(shown, people.queryAtRandom(random)));
            }
            awaitShown();
            assertThat(selected).as("seed %d, round %d", seed, round).containsAll(heard);
            List<Object> left = People.ids(shown.get());
            assertThat(selectedIds())
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(selected.stream()
                            .filter(id -> left.stream().anyMatch(other -> ((Number) other).intValue() == id))
                            .toList());
            assertThat(textOfCells()).as("seed %d, round %d", seed, round).isEqualTo(expectedTexts());
        }
    }
}
