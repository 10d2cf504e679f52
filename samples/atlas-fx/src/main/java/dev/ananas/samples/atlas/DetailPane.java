package dev.ananas.samples.atlas;

import dev.ananas.samples.atlas.model.Country;
import dev.ananas.samples.atlas.model.Country_;
import dev.ananas.samples.atlas.model.CurrencyUnit;
import dev.ananas.samples.atlas.model.Language_;
import dev.ananas.samples.atlas.model.Spoken_;
import dev.ananas.ui.javafx.FxScope;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One country, live: what it is called, what it pays with, what it speaks. */
final class DetailPane extends VBox {
    private final Label name = Parts.label("", "headline");
    private final Label code = Parts.label("", "plate");
    private final Label currency = Parts.label("", "fact");
    private final Label week = Parts.label("", "fact");
    private final Label visits = Parts.label("", "fact");
    private final Label spokenCount = Parts.label("", "muted");
    private final SpokenLanguages spoken;

    DetailPane(AtlasDatabase db, FxScope scope, String country, Runnable edit) {
        Changes changes = new Changes(db);
        this.spoken = new SpokenLanguages(changes, country);
        getStyleClass().add("detail");
        OtherLanguages others = new OtherLanguages(db, scope, changes, country);
        VBox.setVgrow(others, Priority.ALWAYS);
        getChildren().setAll(header(edit), facts(), languagesCaption(), scrolling(spoken), others);
        scope.subscribe(
                "country " + country,
                db.countries()
                        .query()
                        .with(Country_.currency)
                        .with(
                                Country_.languages,
                                languages -> languages
                                        .orderByPivot(Spoken_.share.desc())
                                        .orderBy(Language_.name))
                        .find(country)
                        .flux(),
                found -> found.ifPresent(this::show));
    }

    private void show(Country country) {
        name.setText(country.name());
        code.setText(country.code());
        CurrencyUnit unit = country.currency().orElse(null);
        currency.setText(unit == null ? "None" : unit.name() + "  ·  " + unit.code());
        week.setText(CountryColumn.WEEK.text.apply(country));
        visits.setText(CountryColumn.VISITS.text.apply(country));
        int languages = country.languages().size();
        spokenCount.setText(languages == 1 ? "1 language" : languages + " languages");
        spoken.show(country.languages());
    }

    private HBox header(Runnable edit) {
        Button open = new Button("Edit …");
        open.setId("edit");
        open.setOnAction(click -> edit.run());
        HBox header = new HBox(12, name, code, Parts.space(), open);
        header.setAlignment(Pos.CENTER_LEFT);
        name.setId("name");
        name.setWrapText(true);
        name.setMinWidth(0);
        name.setMinHeight(USE_PREF_SIZE);
        code.setMinWidth(USE_PREF_SIZE);
        open.setMinWidth(USE_PREF_SIZE);
        return header;
    }

    private HBox facts() {
        HBox facts = new HBox(
                32,
                Parts.captioned("Currency", currency),
                Parts.captioned("Week starts", week),
                Parts.captioned("Visits", visits));
        return Parts.styled(facts, "card");
    }

    private HBox languagesCaption() {
        HBox caption = new HBox(Parts.label("Languages", "title"), Parts.space(), spokenCount);
        caption.setAlignment(Pos.CENTER_LEFT);
        return caption;
    }

    private static ScrollPane scrolling(VBox content) {
        ScrollPane pane = Parts.styled(new ScrollPane(content), "card");
        pane.setFitToWidth(true);
        pane.setMinHeight(100);
        pane.setMaxHeight(232);
        pane.setPrefHeight(232);
        return pane;
    }
}
