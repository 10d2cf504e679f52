package dev.ananas.samples.atlas;

import java.util.Objects;
import javafx.scene.Parent;

/** Colours of the window; sizes and shapes are in {@code atlas.css}. */
enum Theme {
    LIGHT,
    DARK;

    Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    void applyTo(Parent root) {
        root.getStylesheets().setAll(sheet("atlas.css"), sheet(this == LIGHT ? "light.css" : "dark.css"));
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
    }
}
