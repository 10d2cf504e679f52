package dev.ananas.samples.atlas;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Pieces that several parts of the window are made of. */
final class Parts {
    private Parts() {}

    static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }

    static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    static <P extends Region> P styled(P part, String style) {
        part.getStyleClass().add(style);
        return part;
    }

    static VBox captioned(String caption, Region content) {
        return styled(new VBox(label(caption, "caption"), content), "captioned");
    }
}
