package dev.ananas.samples.tracker.ui;

import com.formdev.flatlaf.ui.FlatUIUtils;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.regex.Pattern;
import javax.swing.Icon;
import javax.swing.JComponent;
import javax.swing.UIManager;

/** A filled circle, with initials in it or without: a person, a colour. */
final class Disc implements Icon {
    private static final Pattern SPACES = Pattern.compile(" +");
    private static final Color[] COLORS = {
        new Color(0x6e56cf), new Color(0xe54666), new Color(0x0091ff), new Color(0x30a46c), new Color(0xf76b15)
    };

    private final int size;
    private final int inset;
    private final Color color;
    private final String text;

    private Disc(int size, int inset, Color color, String text) {
        this.size = size;
        this.inset = inset;
        this.color = color;
        this.text = text;
    }

    /** A dot in the middle of a square. */
    static Disc dot(Color color) {
        return new Disc(18, 4, color, "");
    }

    /** The initials of somebody, always in the same colour. */
    static Disc person(String name, int size) {
        StringBuilder initials = new StringBuilder();
        SPACES.splitAsStream(name)
                .filter(part -> !part.isEmpty())
                .forEach(part -> initials.appendCodePoint(part.codePointAt(0)));
        return new Disc(size, 0, COLORS[Math.floorMod(name.hashCode(), COLORS.length)], initials.toString());
    }

    @Override
    public int getIconWidth() {
        return size;
    }

    @Override
    public int getIconHeight() {
        return size;
    }

    @Override
    public void paintIcon(Component c, Graphics graphics, int x, int y) {
        Graphics2D g = (Graphics2D) graphics.create();
        FlatUIUtils.setRenderingHints(g);
        g.setColor(color);
        g.fill(new Ellipse2D.Float(x + inset, y + inset, size - 2f * inset, size - 2f * inset));
        if (!text.isEmpty()) {
            g.setColor(Color.WHITE);
            g.setFont(UIManager.getFont("Label.font").deriveFont(Font.BOLD, size * 0.4f));
            FontMetrics metrics = g.getFontMetrics();
            int baseline = y + (size - metrics.getHeight()) / 2 + metrics.getAscent();
            FlatUIUtils.drawString((JComponent) c, g, text, x + (size - metrics.stringWidth(text)) / 2, baseline);
        }
        g.dispose();
    }
}
