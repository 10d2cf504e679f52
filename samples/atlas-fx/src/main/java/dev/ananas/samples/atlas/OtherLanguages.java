package dev.ananas.samples.atlas;

import dev.ananas.orm.query.ListAnswer;
import dev.ananas.samples.atlas.model.Country_;
import dev.ananas.samples.atlas.model.Language;
import dev.ananas.samples.atlas.model.Language_;
import dev.ananas.ui.javafx.FxScope;
import java.util.Locale;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The languages that are not linked to the country shown, each with a check box that attaches it. */
final class OtherLanguages extends VBox {
    OtherLanguages(AtlasDatabase db, FxScope scope, Changes changes, String country) {
        getStyleClass().add("others");
        TextField search = Parts.styled(new TextField(), "search");
        search.setId("search-languages");
        search.setPromptText("Add a language …");
        FilteredList<Language> matching = new FilteredList<>(scope.list(others(db, country)));
        search.textProperty().addListener(change -> {
            String text = search.getText().strip().toLowerCase(Locale.ROOT);
            matching.setPredicate(
                    language -> language.name().toLowerCase(Locale.ROOT).contains(text));
        });
        ListView<Language> list = new ListView<>(matching);
        list.setId("others");
        list.setFixedCellSize(34);
        list.setMinHeight(80);
        list.setPlaceholder(Parts.label("No other language matches", "muted"));
        list.setPrefHeight(150);
        list.setCellFactory(any -> new AttachCell(changes, country));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().setAll(search, list);
    }

    private static ListAnswer<Language> others(AtlasDatabase db, String country) {
        return db.languages()
                .query()
                .whereDoesntHave(Language_.countries, countries -> countries.where(Country_.code.eq(country)))
                .orderBy(Language_.name);
    }

    private static final class AttachCell extends ListCell<Language> {
        private final CheckBox box = new CheckBox();

        AttachCell(Changes changes, String country) {
            box.setOnAction(click -> changes.attach(country, getItem()));
        }

        @Override
        protected void updateItem(@Nullable Language language, boolean empty) {
            super.updateItem(language, empty);
            box.setSelected(false);
            if (empty || language == null) {
                setGraphic(null);
            } else {
                box.setId("attach-" + language.code());
                box.setText(language.name());
                setGraphic(box);
            }
        }
    }
}
