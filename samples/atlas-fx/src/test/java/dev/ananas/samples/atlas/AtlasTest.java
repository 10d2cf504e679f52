package dev.ananas.samples.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.samples.atlas.model.Country;
import dev.ananas.samples.atlas.model.Country_;
import dev.ananas.samples.atlas.model.Language;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AtlasTest {
    private static final LocaleData DATA = LocaleData.ofThisJdk();

    private final AtlasDatabase db = AtlasDatabase.of(DATA);
    private Stage stage;
    private AtlasWindow window;

    @BeforeAll
    static void startToolkit() {
        FxToolkit.start();
    }

    @BeforeEach
    void open() {
        FxToolkit.run(() -> {
            stage = new Stage();
            window = AtlasWindow.open(db, stage);
        });
        FxToolkit.await("all countries", () -> rows().size() == DATA.countries().size());
        FxToolkit.run(() -> window.select("CH"));
        FxToolkit.await("Switzerland", () -> labelled("#name", "Switzerland"));
    }

    @AfterEach
    void close() {
        FxToolkit.run(stage::hide);
        db.close();
    }

    private ObservableList<Country> rows() {
        return window.table().view().getItems();
    }

    private <N extends Node> N find(Class<N> type, String selector) {
        return type.cast(
                Objects.requireNonNull(stage.getScene().getRoot().lookup(selector), () -> "nothing is " + selector));
    }

    private boolean shows(String selector) {
        return stage.getScene().getRoot().lookup(selector) != null;
    }

    private boolean labelled(String selector, String text) {
        return shows(selector) && find(Labeled.class, selector).getText().equals(text);
    }

    private void press(String selector) {
        FxToolkit.await(
                selector,
                () -> shows(selector) && !find(ButtonBase.class, selector).isDisabled());
        FxToolkit.run(() -> find(ButtonBase.class, selector).fire());
    }

    private void type(String selector, String text) {
        FxToolkit.run(() -> find(TextField.class, selector).setText(text));
    }

    private void choose(MenuItem item) {
        FxToolkit.run(item::fire);
    }

    private void awaitUndo(String text) {
        FxToolkit.await("menu: " + text, () -> window.history().undo().getText().equals(text));
    }

    private Country switzerland() {
        return db.countries().query().with(Country_.languages).find("CH").get().orElseThrow();
    }

    private Language german() {
        return switzerland().languages().stream()
                .filter(language -> language.code().equals("de"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void searchingShowsWhatMatchesAndKeepsTheSelection() {
        type("#search", "land");
        FxToolkit.await(
                "less",
                () -> !rows().isEmpty() && rows().size() < DATA.countries().size());
        FxToolkit.run(() -> {
            assertThat(rows())
                    .allMatch(country -> (country.name() + country.code() + country.currencyCode())
                            .toLowerCase(Locale.ROOT)
                            .contains("land"));
            assertThat(window.table().view().getSelectionModel().getSelectedItem())
                    .extracting(Country::code)
                    .isEqualTo("CH");
        });
        String count = rows().size() + " of " + DATA.countries().size() + " countries";
        FxToolkit.await(count, () -> labelled("#count", count));
    }

    @Test
    void aSearchTakesSignsOfPatternsLiterally() {
        type("#search", "%");
        FxToolkit.await("none", () -> rows().isEmpty());
    }

    @Test
    void aHeaderOrdersByItsColumnAndTheOtherWayRound() {
        press("#sort-CODE");
        FxToolkit.await(
                "by code", () -> !rows().isEmpty() && rows().get(0).code().equals("AD"));
        press("#sort-CODE");
        FxToolkit.await(
                "from the end", () -> !rows().isEmpty() && rows().get(0).code().equals("ZW"));
        assertThat(FxToolkit.call(() -> List.copyOf(rows())))
                .extracting(Country::code)
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void aCheckBoxAttachesALanguageAndUndoDetachesIt() {
        type("#search-languages", "swahili");
        FxToolkit.await(
                "Swahili to attach",
                () -> find(ListView.class, "#others").getItems().size() == 1 && shows("#attach-sw"));
        press("#attach-sw");
        FxToolkit.await("attached", () -> shows("#language-sw"));
        assertThat(switzerland().languages()).extracting(Language::code).contains("sw");
        awaitUndo("Undo attach Swahili");

        choose(window.history().undo());
        FxToolkit.await("detached", () -> !shows("#language-sw"));
        assertThat(FxToolkit.call(() -> window.history().redo().getText())).isEqualTo("Redo attach Swahili");
        choose(window.history().redo());
        FxToolkit.await("attached again", () -> shows("#language-sw"));
    }

    @Test
    void aCheckBoxDetachesALanguage() {
        press("#language-gsw");
        FxToolkit.await("detached", () -> !shows("#language-gsw"));
        assertThat(switzerland().languages()).extracting(Language::code).doesNotContain("gsw");
    }

    @Test
    void columnsOfThePivotAreEditedAndMovingASliderIsOneStep() {
        press("#official-de");
        awaitUndo("Undo make German official");
        assertThat(german().spoken().official()).isTrue();
        int before = german().spoken().share();
        for (int percent = 40; percent <= 62; percent++) {
            double value = percent;
            FxToolkit.run(() -> find(Slider.class, "#share-de").setValue(value));
        }
        awaitUndo("Undo change share of German");
        assertThat(german().spoken().share()).isEqualTo(62);
        choose(window.history().undo());
        assertThat(german().spoken().share()).isEqualTo(before);
        FxToolkit.await("slider back", () -> find(Slider.class, "#share-de").getValue() == before);
        awaitUndo("Undo make German official");
    }

    @Test
    void aFormSaysWhatIsWrongAndCommitsAsOneStep() {
        press("#edit");
        type("#form-name", "France");
        type("#form-currency", "FRANCS");
        press("#form-save");
        FxToolkit.await("errors", () -> labelled("#form-name-error", "Another country has this name"));
        assertThat(FxToolkit.call(
                        () -> find(Label.class, "#form-currency-error").getText()))
                .startsWith("No currency has this code");
        assertThat(switzerland().name()).isEqualTo("Switzerland");

        type("#form-name", "Helvetia");
        type("#form-currency", "eur");
        press("#form-save");
        FxToolkit.await("saved", () -> !shows("#form-name") && labelled("#name", "Helvetia"));
        assertThat(switzerland().currencyCode()).isEqualTo("EUR");
        awaitUndo("Undo edit Helvetia");
        choose(window.history().undo());
        FxToolkit.await("as before", () -> labelled("#name", "Switzerland"));
        assertThat(switzerland().currencyCode()).isEqualTo("CHF");
    }

    @Test
    void aFormIsRefusedWhereSomebodyElseChangedTheSameField() {
        press("#edit");
        type("#form-name", "Helvetia");
        db.countries().update("CH", Country_.name.to("Schweiz"));
        press("#form-save");
        FxToolkit.await("refused", () -> find(Button.class, "#form-mine").isVisible());
        assertThat(switzerland().name()).isEqualTo("Schweiz");
        press("#form-mine");
        FxToolkit.await("mine", () -> labelled("#name", "Helvetia"));
    }

    @Test
    void theTableAnswersWhileAThousandVisitsASecondComeIn() {
        long before = db.store().version();
        FxToolkit.run(() -> find(ToggleButton.class, "#stress").setSelected(true));
        FxToolkit.await("visits", () -> db.store().version() > before + 500);
        press("#sort-VISITS");
        press("#sort-VISITS");
        FxToolkit.await(
                "most visits first",
                () -> rows().size() > 9
                        && rows().get(0).visits() > rows().get(9).visits());
        type("#search", "switz");
        FxToolkit.await(
                "found", () -> rows().size() == 1 && rows().get(0).code().equals("CH"));
        assertThat(db.store().history().state().canUndo()).isFalse();
    }

    @Test
    void theStatusBarCountsEveryVisit() {
        FxToolkit.run(() -> find(ToggleButton.class, "#stress").setSelected(true));
        FxToolkit.await(
                "a rate", () -> find(Label.class, "#rate").getText().matches("[\\d,]+ visits, [\\d,]+ a second"));
        FxToolkit.run(() -> find(ToggleButton.class, "#stress").setSelected(false));
        FxToolkit.await("all", () -> find(Label.class, "#rate").getText().matches("[\\d,]+ visits"));
        long visits = db.countries().query().sum(Country_.visits).get();
        assertThat(FxToolkit.call(() -> find(Label.class, "#rate").getText()))
                .isEqualTo(String.format(Locale.ENGLISH, "%,d visits", visits));
    }

    @Test
    void theFirstCountryIsSelectedAndInSightAsSoonAsItIsThere() {
        FxToolkit.run(() -> {
            stage.hide();
            stage = new Stage();
            window = AtlasWindow.open(db, stage);
            window.select("ZW");
        });
        FxToolkit.await(
                "selected", () -> window.table().view().getSelectionModel().getSelectedIndex() == 248);
        FxToolkit.await(
                "in sight",
                () -> window.table().view().lookupAll(".table-row-cell").stream()
                        .anyMatch(row -> ((IndexedCell<?>) row).getIndex() == 248));
    }

    @Test
    void aCountryWithoutLanguagesSaysSo() {
        FxToolkit.run(() -> window.select("AQ"));
        FxToolkit.await("none", () -> labelled("#name", "Antarctica") && shows(".label.none"));
        press("#attach-af");
        FxToolkit.await("one", () -> shows("#language-af") && !shows(".label.none"));
    }

    @Test
    void closingTheWindowLeavesNothingOpen() {
        FxToolkit.run(() -> find(CheckBox.class, "#language-de").requestFocus());
        FxToolkit.run(stage::hide);
        FxToolkit.await("closed", () -> window.scope().isClosed());
        assertThat(window.scope().open()).isEmpty();
    }
}
