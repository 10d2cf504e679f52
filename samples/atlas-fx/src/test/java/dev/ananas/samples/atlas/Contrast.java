package dev.ananas.samples.atlas;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** How well texts stand out from what is behind them, as guidelines for accessible pages measure it. */
final class Contrast {
    /** What those ask of texts of the usual size. */
    private static final double ENOUGH = 4.5;

    private Contrast() {}

    /** The texts below a node that are enabled and stand out too little, each with how much. */
    static List<String> tooLowIn(Node node) {
        List<String> found = new ArrayList<>();
        collect(node, found);
        return found;
    }

    private static void collect(Node node, List<String> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isEmpty()
                && labeled.getTextFill() instanceof Color text) {
            Color ground = groundOf(labeled);
            double contrast = between(text, ground);
            if (contrast < ENOUGH) {
                found.add(String.format(
                        Locale.ENGLISH, "\"%s\" %s on %s: %.2f", labeled.getText(), text, ground, contrast));
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    /** The colour of the nearest region around a node that covers what is behind it. */
    private static Color groundOf(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof Region region && region.getBackground() != null) {
                List<BackgroundFill> fills = region.getBackground().getFills();
                BackgroundFill top = fills.isEmpty() ? null : fills.get(fills.size() - 1);
                if (top != null && top.getFill() instanceof Color color && color.isOpaque()) {
                    return color;
                }
            }
        }
        throw new AssertionError("nothing is behind " + node);
    }

    private static double between(Color one, Color other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
