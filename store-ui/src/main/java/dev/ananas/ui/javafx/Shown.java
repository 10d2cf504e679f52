package dev.ananas.ui.javafx;

import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import reactor.core.Disposable;

/**
 * Tells when something that was shown is not shown any more: its window was hidden, or it was taken out of the scene. What is back before
 * the next turn of the event loop, such as a node that is given another parent, never went.
 */
final class Shown {

    private Shown() {}

    static ObservableValue<Boolean> of(Node node) {
        return of(node.sceneProperty().flatMap(Scene::windowProperty));
    }

    static ObservableValue<Boolean> of(Scene scene) {
        return of(scene.windowProperty());
    }

    static ObservableValue<Boolean> of(Window window) {
        return window.showingProperty();
    }

    private static ObservableValue<Boolean> of(ObservableValue<Window> window) {
        return window.flatMap(Window::showingProperty).orElse(false);
    }

    /** Runs an action once, on the JavaFX thread. */
    static Disposable whenOver(ObservableValue<Boolean> shown, Runnable action) {
        ChangeListener<Boolean> listener = new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Boolean> value, Boolean before, Boolean now) {
                if (!now) {
                    Platform.runLater(() -> {
                        if (!shown.getValue()) {
                            shown.removeListener(this);
                            action.run();
                        }
                    });
                }
            }
        };
        shown.addListener(listener);
        return () -> shown.removeListener(listener);
    }
}
