package dev.ananas.ui.javafx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.ChangingQuery;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.FocusModel;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;

class TableTest extends KeptViewTest<TableView<Row>> {
    @Override
    TableView<Row> create() {
        TableView<Row> table = new TableView<>();
        table.setFixedCellSize(CELL_HEIGHT);
        for (String name : List.of("id", "name", "rank")) {
            TableColumn<Row, Object> column = new TableColumn<>(name);
            column.setCellValueFactory(
                    row -> new ReadOnlyObjectWrapper<>(row.getValue().get(name)));
            table.getColumns().add(column);
        }
        return table;
    }

    @Override
    ObservableList<Row> show(FxScope on, ChangingQuery<Row> query) {
        return on.show(query, view);
    }

    @Override
    MultipleSelectionModel<Row> selection() {
        return view.getSelectionModel();
    }

    @Override
    FocusModel<Row> focus() {
        return view.getFocusModel();
    }

    @Override
    void scrollTo(int index) {
        view.scrollTo(index);
    }

    @Override
    String textOf(IndexedCell<?> row) {
        return row.getChildrenUnmodifiable().stream()
                .map(cell -> ((IndexedCell<?>) cell).getText())
                .collect(Collectors.joining(" "));
    }

    @Test
    void selectedRowsAreSelectedAtTheirNewIndices() {
        open();
        select(1, 5);
        people.rank(2, 1_995);
        awaitShown();
        assertThat(selectedIds()).containsExactly(2, 6);
        assertThat(FxToolkit.call(() -> List.copyOf(view.getSelectionModel().getSelectedIndices())))
                .containsExactlyInAnyOrder(4, 198);
    }
}
