package dev.ananas.samples.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.samples.atlas.model.Country;
import dev.ananas.samples.atlas.model.Country_;
import dev.ananas.samples.atlas.model.Language;
import dev.ananas.samples.atlas.model.Spoken;
import java.util.List;
import java.util.Objects;
import javafx.collections.ObservableList;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Uses the real window by mouse and keyboard, and nothing else. */
@Tag("display")
class AtlasDisplayTest {
    private static final LocaleData DATA = LocaleData.ofThisJdk();

    private final FxRobot robot = new FxRobot();
    private AtlasDatabase db;
    private Stage stage;
    private AtlasWindow window;

    @BeforeEach
    void open() {
        Display.require();
        WaitForAsyncUtils.autoCheckException = false;
        db = AtlasDatabase.of(DATA);
        FxToolkit.run(() -> {
            stage = new Stage();
            window = AtlasWindow.open(db, stage);
            window.select("CH");
        });
        robot.targetWindow(stage);
        FxToolkit.await("all countries", () -> rows().size() == DATA.countries().size());
        FxToolkit.await("Switzerland", () -> says("#name", "Switzerland"));
    }

    @AfterEach
    void close() {
        if (stage != null) {
            FxToolkit.run(stage::hide);
            db.close();
        }
    }

    private ObservableList<Country> rows() {
        return window.table().view().getItems();
    }

    private List<String> codes() {
        return FxToolkit.call(() -> rows().stream().map(Country::code).toList());
    }

    private boolean shows(String selector) {
        return stage.getScene().getRoot().lookup(selector) != null;
    }

    private Node find(String selector) {
        return Objects.requireNonNull(stage.getScene().getRoot().lookup(selector), () -> "nothing is " + selector);
    }

    private boolean says(String selector, String text) {
        return shows(selector) && ((Labeled) find(selector)).getText().equals(text);
    }

    private void click(String selector) {
        FxToolkit.await(selector, () -> shows(selector) && find(selector).isVisible());
        robot.clickOn(FxToolkit.call(() -> find(selector)));
    }

    /** Puts a text in place of what a field has. */
    private void type(String selector, String text) {
        click(selector);
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        robot.push(KeyCode.DELETE);
        robot.write(text);
        FxToolkit.await(
                selector, () -> ((TextInputControl) find(selector)).getText().equals(text));
    }

    /** Opens the menu and clicks the entry that has a text. */
    private void choose(String text) {
        robot.clickOn("Edit");
        FxToolkit.await(text, () -> !robot.lookup(text).queryAll().isEmpty());
        robot.clickOn(text);
    }

    private Country switzerland() {
        return db.countries().query().with(Country_.languages).find("CH").get().orElseThrow();
    }

    private Spoken german() {
        return switzerland().languages().stream()
                .filter(language -> language.code().equals("de"))
                .map(Language::spoken)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void searchingSortingAndOpeningACountry() {
        type("#search", "islands");
        FxToolkit.await(
                "islands",
                () -> rows().size() > 3
                        && rows().size() < 40
                        && rows().get(0).name().contains("Islands"));
        FxToolkit.await("their number", () -> says("#count", rows().size() + " of 249 countries"));
        click("#sort-CODE");
        FxToolkit.await("by code", () -> rows().get(0).code().equals("AX"));
        assertThat(codes()).isSorted();
        click("#sort-CODE");
        FxToolkit.await(
                "from the end", () -> rows().get(rows().size() - 1).code().equals("AX"));
        Node faroe = robot.lookup(
                        (Node node) -> node instanceof TableCell<?, ?> cell && "Faroe Islands".equals(cell.getText()))
                .query();
        robot.clickOn(faroe);
        FxToolkit.await("opened", () -> says("#name", "Faroe Islands"));
        type("#search", "");
        FxToolkit.await("all", () -> rows().size() == 249);
        assertThat(FxToolkit.call(
                                () -> window.table().view().getSelectionModel().getSelectedItem())
                        .code())
                .isEqualTo("FO");
    }

    @Test
    void languagesAreAttachedEditedAndDetachedAndTheMenuTakesItBack() {
        type("#search-languages", "swahili");
        click("#attach-sw");
        FxToolkit.await("attached", () -> shows("#language-sw"));
        click("#official-de");
        FxToolkit.await("official", () -> german().official());
        int share = german().share();
        robot.drag(FxToolkit.call(() -> find("#share-de .thumb"))).moveBy(40, 0).drop();
        FxToolkit.await("dragged", () -> german().share() > share + 20);
        FxToolkit.await("shown", () -> Math.round(((Slider) find("#share-de")).getValue()) == german().share());
        robot.moveTo("#language-de").scroll(20, VerticalDirection.DOWN);
        click("#language-gsw");
        FxToolkit.await("detached", () -> !shows("#language-gsw"));

        choose("Undo detach Swiss German");
        FxToolkit.await("attached again", () -> shows("#language-gsw"));
        choose("Undo change share of German");
        FxToolkit.await("share as before", () -> german().share() == share);
        choose("Undo make German official");
        choose("Undo attach Swahili");
        FxToolkit.await("detached again", () -> !shows("#language-sw"));
        choose("Redo attach Swahili");
        FxToolkit.await("attached once more", () -> shows("#language-sw"));
        assertThat(switzerland().languages()).extracting(Language::code).contains("sw", "gsw");
    }

    @Test
    void theFormTellsWhatIsWrongAndSavesOrDiscards() {
        click("#edit");
        type("#form-name", "France");
        type("#form-currency", "FRANCS");
        robot.push(KeyCode.ENTER);
        FxToolkit.await("of the name", () -> says("#form-name-error", "Another country has this name"));
        FxToolkit.await(
                "of the currency",
                () -> ((Labeled) find("#form-currency-error")).getText().startsWith("No currency has this code"));
        robot.push(KeyCode.ESCAPE);
        FxToolkit.await("closed", () -> !shows("#form-name"));
        assertThat(switzerland().name()).isEqualTo("Switzerland");

        click("#edit");
        type("#form-name", "Helvetia");
        click("#form-discard");
        FxToolkit.await("discarded", () -> !shows("#form-name"));
        assertThat(switzerland().name()).isEqualTo("Switzerland");

        click("#edit");
        type("#form-name", "Helvetia");
        type("#form-currency", "eur");
        click("#form-save");
        FxToolkit.await("saved", () -> says("#name", "Helvetia") && !shows("#form-name"));
        assertThat(switzerland().currencyCode()).isEqualTo("EUR");
        choose("Undo edit Helvetia");
        FxToolkit.await("as before", () -> says("#name", "Switzerland"));
    }

    @Test
    void visitsComeAndStopAndTheThemeChanges() {
        long before = db.store().version();
        click("#stress");
        FxToolkit.await("visits", () -> db.store().version() > before + 1_000);
        FxToolkit.await(
                "told",
                () -> shows("#rate") && ((Labeled) find("#rate")).getText().endsWith("a second"));
        click("#theme");
        FxToolkit.await("dark", () -> window.theme().get() == Theme.DARK);
        type("#search", "switz");
        FxToolkit.await("found", () -> rows().size() == 1);
        click("#stress");
        FxToolkit.await("silent", () -> ((Labeled) find("#rate")).getText().endsWith("visits"));
        long after = db.store().version();
        FxToolkit.await("frames", () -> true);
        assertThat(db.store().version()).isEqualTo(after);
    }
}
