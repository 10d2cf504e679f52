package dev.ananas.samples.atlas;

import dev.ananas.ui.javafx.FxScope;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window: search and menu above, countries and the selected one beside each other, the form in front of them while it is open. */
final class AtlasWindow {
    private final AtlasDatabase db;
    private final FxScope scope;
    private final CountryTable table;
    private final HistoryMenu history;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final BorderPane content = Parts.styled(new BorderPane(), "content");
    private final StackPane root = Parts.styled(new StackPane(), "atlas");
    private final StackPane detail = Parts.styled(new StackPane(), "side");
    private @Nullable FxScope shown;

    private AtlasWindow(AtlasDatabase db, FxScope scope) {
        this.db = db;
        this.scope = scope;
        this.table = new CountryTable(db, scope);
        this.history = new HistoryMenu(db.store().history(), scope);
        HBox middle = new HBox(table.view(), detail);
        HBox.setHgrow(table.view(), Priority.ALWAYS);
        content.setCenter(middle);
        content.setTop(bar());
        content.setBottom(new StatusBar(db, scope, table));
        root.getChildren().setAll(content);
        theme.addListener(change -> theme.get().applyTo(root));
        theme.get().applyTo(root);
        table.selected().addListener(change -> showDetail(table.selected().get()));
    }

    /** Shows the window; what it follows ends when it is closed. */
    static AtlasWindow open(AtlasDatabase db, Stage stage) {
        AtlasWindow window = new AtlasWindow(db, FxScope.of("atlas", stage));
        stage.setTitle("Atlas");
        stage.setScene(new Scene(window.root, 1180, 760));
        stage.setMinWidth(1020);
        stage.setMinHeight(640);
        stage.show();
        return window;
    }

    void select(String code) {
        table.select(code);
    }

    ObjectProperty<Theme> theme() {
        return theme;
    }

    FxScope scope() {
        return scope;
    }

    CountryTable table() {
        return table;
    }

    HistoryMenu history() {
        return history;
    }

    private HBox bar() {
        TextField search = Parts.styled(new TextField(), "search");
        search.setId("search");
        search.setPromptText("Search country, code or currency");
        search.textProperty()
                .addListener(change -> table.filter().set(table.filter().get().searching(search.getText())));
        Button dark = new Button("Dark");
        dark.setId("theme");
        dark.setOnAction(click -> theme.set(theme.get().other()));
        theme.addListener(change -> dark.setText(theme.get() == Theme.LIGHT ? "Dark" : "Light"));
        HBox bar = new HBox(16, Parts.label("Atlas", "brand"), new MenuBar(history), Parts.space(), search, dark);
        bar.setAlignment(Pos.CENTER_LEFT);
        return Parts.styled(bar, "bar");
    }

    private void showDetail(String code) {
        if (shown != null) {
            shown.close();
        }
        FxScope own = scope.child("country " + code);
        shown = own;
        detail.getChildren().setAll(new DetailPane(db, own, code, () -> edit(code)));
    }

    private void edit(String code) {
        CountryForm form = new CountryForm(db, code);
        FxScope own = scope.child("form " + code);
        own.scope().onClose(form::close);
        StackPane veil = Parts.styled(new StackPane(), "veil");
        FormPane pane = new FormPane(form, own, () -> {
            own.close();
            root.getChildren().remove(veil);
            content.setDisable(false);
        });
        veil.getChildren().setAll(pane);
        root.getChildren().add(veil);
        content.setDisable(true);
        pane.begin();
    }
}
