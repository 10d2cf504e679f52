package dev.ananas.samples.atlas;

import dev.ananas.samples.atlas.model.Language;
import dev.ananas.samples.atlas.model.Spoken;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** A language of the country shown: a check box that detaches it, and the columns of the pivot to edit. */
final class LanguageRow extends HBox {
    private final CheckBox attached = new CheckBox();
    private final ToggleButton official = Parts.styled(new ToggleButton("Official"), "chip");
    private final Slider share = new Slider(0, 100, 0);
    private final Label percent = Parts.label("", "percent");
    private Language language;

    LanguageRow(Changes changes, String country, Language first) {
        this.language = first;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("language-row");
        attached.setId("language-" + first.code());
        official.setId("official-" + first.code());
        share.setId("share-" + first.code());
        attached.setOnAction(click -> changes.detach(country, language));
        official.setOnAction(click -> changes.makeOfficial(country, language, official.isSelected()));
        share.valueProperty().addListener(change -> {
            int wanted = (int) Math.round(share.getValue());
            percent.setText(wanted + " %");
            fill(wanted);
            if (wanted != spoken().share()) {
                changes.share(country, language, wanted);
            }
        });
        getChildren().setAll(attached, Parts.space(), official, share, percent);
        show(first);
    }

    /** The track up to the thumb has the accent's colour. */
    private void fill(int upTo) {
        share.setStyle(String.format(
                "-atlas-track: linear-gradient(to right, -atlas-accent %1$d%%, -atlas-line %1$d%%);", upTo));
    }

    private Spoken spoken() {
        return Objects.requireNonNull(language.spoken(), "reached through a country");
    }

    /** Shows a newer state of the language. What the user drags right now is newer. */
    void show(Language newer) {
        language = newer;
        attached.setText(newer.name());
        attached.setSelected(true);
        official.setSelected(spoken().official());
        if (!share.isValueChanging()) {
            share.setValue(spoken().share());
        }
        percent.setText(Math.round(share.getValue()) + " %");
        fill((int) Math.round(share.getValue()));
    }
}
