package dev.ananas.samples.atlas;

import dev.ananas.samples.atlas.model.Country;
import dev.ananas.samples.atlas.model.Country_;
import dev.ananas.store.Fork;
import dev.ananas.ui.javafx.FxScope;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The form of a draft: every key stroke goes to the fork, and saving tells at each field what is wrong with it. */
final class FormPane extends VBox {
    private final CountryForm form;
    private final Runnable close;
    private final TextField name = new TextField();
    private final TextField currency = new TextField();
    private final ComboBox<DayOfWeek> week = new ComboBox<>();
    private final Label nameError = Parts.label("", "error");
    private final Label currencyError = Parts.label("", "error");
    private final Label conflict = Parts.label("", "error");
    private final Button mine = new Button("Keep mine");
    private final Button save = Parts.styled(new Button("Save"), "primary");

    FormPane(CountryForm form, FxScope scope, Runnable close) {
        this.form = form;
        this.close = close;
        getStyleClass().add("dialog");
        setMaxSize(420, Region.USE_PREF_SIZE);
        fill(form.country());
        getChildren()
                .setAll(
                        Parts.label("Edit " + form.country().name(), "headline"),
                        Parts.label("A draft: nothing is stored before you save it.", "muted"),
                        field("Name", name, nameError),
                        field("Currency", currency, currencyError),
                        Parts.captioned("Week starts", week),
                        conflict,
                        buttons());
        conflict.managedProperty().bind(conflict.textProperty().isNotEmpty());
        scope.subscribe("draft", form.fork().dirty().onBackpressureLatest(), dirty -> save.setDisable(!dirty));
    }

    /** Puts the cursor where typing begins. */
    void begin() {
        name.requestFocus();
        name.selectAll();
    }

    private void fill(Country country) {
        name.setText(country.name());
        currency.setText(Objects.requireNonNullElse(country.currencyCode(), ""));
        week.getItems().setAll(DayOfWeek.values());
        week.setValue(country.firstDay());
        week.setMaxWidth(Double.MAX_VALUE);
        week.setConverter(new DayNames());
        name.setId("form-name");
        currency.setId("form-currency");
        name.textProperty().addListener(change -> form.set(Country_.name.to(name.getText())));
        currency.textProperty().addListener(change -> form.set(Country_.currencyCode.to(currencyCode())));
        week.valueProperty().addListener(change -> form.set(Country_.firstDay.to(week.getValue())));
    }

    private @Nullable String currencyCode() {
        String text = currency.getText().strip().toUpperCase(Locale.ROOT);
        return text.isEmpty() ? null : text;
    }

    private HBox buttons() {
        Button cancel = new Button("Discard");
        cancel.setId("form-discard");
        cancel.setCancelButton(true);
        cancel.setOnAction(click -> close.run());
        mine.setId("form-mine");
        mine.setVisible(false);
        mine.setOnAction(click -> commit(Fork.Strategy.MINE));
        save.setId("form-save");
        save.setDefaultButton(true);
        save.setOnAction(click -> commit(Fork.Strategy.FAIL));
        HBox buttons = new HBox(8, mine, Parts.space(), cancel, save);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return Parts.styled(buttons, "buttons");
    }

    private void commit(Fork.Strategy strategy) {
        Fork.Outcome outcome = form.commit(strategy);
        List<Fork.FieldError> errors = outcome instanceof Fork.Invalid invalid ? invalid.errors() : List.of();
        Map<String, String> messages =
                errors.stream().collect(Collectors.toMap(Fork.FieldError::field, Fork.FieldError::message));
        tell(messages.get(CountryForm.NAME), name, nameError);
        tell(messages.get(CountryForm.CURRENCY), currency, currencyError);
        boolean refused = outcome instanceof Fork.Refused;
        mine.setVisible(refused);
        conflict.setText(refused ? "Somebody changed the same fields in the meantime." : "");
        if (outcome instanceof Fork.Committed) {
            close.run();
        }
    }

    private static void tell(@Nullable String message, TextField input, Label error) {
        error.setText(Objects.requireNonNullElse(message, ""));
        input.pseudoClassStateChanged(PseudoClass.getPseudoClass("invalid"), message != null);
    }

    private static VBox field(String caption, TextField input, Label error) {
        error.setId(input.getId() + "-error");
        error.managedProperty().bind(error.textProperty().isNotEmpty());
        VBox field = Parts.captioned(caption, input);
        field.getChildren().add(error);
        return field;
    }

    private static final class DayNames extends StringConverter<DayOfWeek> {
        @Override
        public String toString(DayOfWeek day) {
            return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        }

        @Override
        public DayOfWeek fromString(String text) {
            return DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT));
        }
    }
}
