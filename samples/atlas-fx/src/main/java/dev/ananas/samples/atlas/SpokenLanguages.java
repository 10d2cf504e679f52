package dev.ananas.samples.atlas;

import dev.ananas.samples.atlas.model.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The languages of the country shown; rows stay the same nodes while their language stays. */
final class SpokenLanguages extends VBox {
    private final Changes changes;
    private final String country;
    private final Map<String, LanguageRow> rows = new HashMap<>();
    private final Label none = Parts.label("None yet: check one below to add it.", "none");

    SpokenLanguages(Changes changes, String country) {
        this.changes = changes;
        this.country = country;
        setId("spoken");
        getStyleClass().add("spoken");
    }

    void show(List<Language> languages) {
        List<? extends Node> shown = languages.isEmpty()
                ? List.of(none)
                : languages.stream().map(this::row).toList();
        if (!getChildren().equals(shown)) {
            getChildren().setAll(shown);
            rows.values().retainAll(shown);
        }
    }

    private LanguageRow row(Language language) {
        LanguageRow row = rows.computeIfAbsent(language.code(), code -> new LanguageRow(changes, country, language));
        row.show(language);
        return row;
    }
}
