package dev.ananas.ui.javafx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.ChangingQuery;
import javafx.collections.ObservableList;
import javafx.scene.control.FocusModel;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import org.junit.jupiter.api.Test;

/** What every view of rows keeps, in a list view, which would keep its selected item too when the row shows another state. */
class ListViewTest extends KeptViewTest<ListView<Row>> {
    @Override
    ListView<Row> create() {
        ListView<Row> list = new ListView<>();
        list.setFixedCellSize(CELL_HEIGHT);
        list.setCellFactory(any -> new NameCell());
        return list;
    }

    private static final class NameCell extends ListCell<Row> {
        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? "" : text(row));
        }
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
    String textOf(IndexedCell<?> cell) {
        return cell.getText();
    }

    @Test
    void theSelectedItemIsTakenAnewAndTheOtherRowsStaySelected() {
        open();
        select(1, 5);
        people.name(6, "Ada");
        awaitShown();

        Row selected = FxToolkit.call(() -> selection().getSelectedItem());
        assertThat(selected).isSameAs(FxToolkit.call(() -> view.getItems().get(5)));
        assertThat(text(selected)).startsWith("6 Ada");
        assertThat(selectedIds()).containsExactly(2, 6);
    }
}
