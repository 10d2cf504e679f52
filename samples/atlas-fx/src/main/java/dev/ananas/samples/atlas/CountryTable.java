package dev.ananas.samples.atlas;

import dev.ananas.orm.query.ChangingQuery;
import dev.ananas.samples.atlas.model.Country;
import dev.ananas.ui.javafx.FxScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * The table of countries. The query searches and orders; the table shows what it answers, and is told the difference when another filter
 * asks another query. What is selected outlives filters that it does not match, by key.
 */
final class CountryTable {
    private final TableView<Country> view = new TableView<>();
    private final ObjectProperty<CountryFilter> filter = new SimpleObjectProperty<>(CountryFilter.ALL);
    private final ReadOnlyStringWrapper selected = new ReadOnlyStringWrapper("");
    private final List<Runnable> headers = new ArrayList<>();

    CountryTable(AtlasDatabase db, FxScope scope) {
        view.setId("countries");
        view.setFixedCellSize(40);
        view.setPlaceholder(Parts.label("No country matches", "muted"));
        view.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        for (CountryColumn column : CountryColumn.values()) {
            view.getColumns().add(column(column));
        }
        view.getSelectionModel().selectedItemProperty().addListener((item, before, now) -> {
            if (now != null) {
                selected.set(now.code());
            }
        });
        ChangingQuery<Country> shown = filter.get().over(db).changing();
        ObservableList<Country> rows = scope.show(shown, view);
        rows.addListener((ListChangeListener<Country>) change -> reselect());
        filter.addListener(change -> {
            scope.ask(shown, filter.get().over(db));
            headers.forEach(Runnable::run);
        });
        headers.forEach(Runnable::run);
    }

    TableView<Country> view() {
        return view;
    }

    ObjectProperty<CountryFilter> filter() {
        return filter;
    }

    /** The code of the country that was selected last, empty before. */
    ReadOnlyStringProperty selected() {
        return selected.getReadOnlyProperty();
    }

    /** Selects a country, now or when it is among the rows. */
    void select(String code) {
        view.getSelectionModel().clearSelection();
        selected.set(code);
        reselect();
    }

    /** Selects the row of the country that was selected last, if it is back. */
    private void reselect() {
        List<Country> rows = view.getItems();
        for (int index = 0; view.getSelectionModel().isEmpty() && index < rows.size(); index++) {
            if (rows.get(index).code().equals(selected.get())) {
                view.getSelectionModel().clearAndSelect(index);
                int first = Math.max(0, index - 4);
                Platform.runLater(() -> view.scrollTo(first)); // a view that was empty counts its rows in the layout
            }
        }
    }

    private TableColumn<Country, Country> column(CountryColumn column) {
        TableColumn<Country, Country> made = new TableColumn<>();
        made.setSortable(false);
        made.setReorderable(false);
        made.setPrefWidth(column.width);
        made.setMinWidth(column == CountryColumn.NAME ? 150 : column.width);
        made.setGraphic(header(column));
        made.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        made.setCellFactory(any -> new CountryCell(column));
        made.getStyleClass().add(column.name().toLowerCase(Locale.ROOT) + "-column");
        return made;
    }

    private Button header(CountryColumn column) {
        Button header = Parts.styled(new Button(), "sort");
        header.setId("sort-" + column.name());
        header.setMaxWidth(Double.MAX_VALUE);
        header.setFocusTraversable(false);
        header.setOnAction(click -> filter.set(filter.get().orderedBy(column)));
        headers.add(() -> {
            boolean ordered = filter.get().column() == column;
            String arrow = filter.get().descending() ? "↓" : "↑";
            header.setText(ordered ? column.title + "  " + arrow : column.title);
            header.pseudoClassStateChanged(PseudoClass.getPseudoClass("ordered"), ordered);
        });
        return header;
    }

    /** A cell of one column; codes of countries look like the plates of cars. */
    private static final class CountryCell extends TableCell<Country, Country> {
        private final CountryColumn column;
        private final Label plate = Parts.label("", "plate");

        CountryCell(CountryColumn column) {
            this.column = column;
        }

        @Override
        protected void updateItem(@Nullable Country country, boolean empty) {
            super.updateItem(country, empty);
            String text = empty || country == null ? "" : column.text.apply(country);
            if (column == CountryColumn.CODE) {
                plate.setText(text);
                setGraphic(text.isEmpty() ? null : plate);
            } else {
                setText(text);
            }
        }
    }
}
