package dev.ananas.samples.atlas;

import dev.ananas.store.History;
import dev.ananas.store.HistoryState;
import dev.ananas.ui.javafx.FxScope;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** Undo and redo, each saying what it would do. */
final class HistoryMenu extends Menu {
    private final MenuItem undo = new MenuItem();
    private final MenuItem redo = new MenuItem();

    HistoryMenu(History history, FxScope scope) {
        super("Edit");
        undo.setId("undo");
        redo.setId("redo");
        undo.setAccelerator(KeyCombination.valueOf("Shortcut+Z"));
        redo.setAccelerator(KeyCombination.valueOf("Shortcut+Shift+Z"));
        undo.setOnAction(click -> history.undo());
        redo.setOnAction(click -> history.redo());
        getItems().setAll(undo, redo);
        show(history.state());
        scope.subscribe("history", history.states().onBackpressureLatest(), this::show);
    }

    MenuItem undo() {
        return undo;
    }

    MenuItem redo() {
        return redo;
    }

    private void show(HistoryState state) {
        name(undo, "Undo", state.undoLabel());
        name(redo, "Redo", state.redoLabel());
    }

    private static void name(MenuItem item, String verb, @Nullable String label) {
        item.setText(label == null ? verb : verb + " " + label);
        item.setDisable(label == null);
    }
}
