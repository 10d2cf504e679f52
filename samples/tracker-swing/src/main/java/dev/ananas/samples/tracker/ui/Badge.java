package dev.ananas.samples.tracker.ui;

import com.formdev.flatlaf.ui.FlatUIUtils;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.RoundRectangle2D;
import javax.swing.Icon;
import javax.swing.JComponent;
import javax.swing.UIManager;

/** A short text on a rounded ground of its colour: a label, a status. */
final class Badge implements Icon {
    private static final int HEIGHT = 20;
    private static final int SIDE = 9;
    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    private final String text;
    private final Color color;

    Badge(String text, Color color) {
        this.text = text;
        this.color = color;
    }

    private static Font font() {
        return UIManager.getFont("Label.font").deriveFont(Font.PLAIN, 11.5f);
    }

    @Override
    public int getIconWidth() {
        double width = font().getStringBounds(text, MEASURE).getWidth();
        return (int) Math.ceil(width) + 2 * SIDE;
    }

    @Override
    public int getIconHeight() {
        return HEIGHT;
    }

    @Override
    public void paintIcon(Component c, Graphics graphics, int x, int y) {
        Graphics2D g = (Graphics2D) graphics.create();
        FlatUIUtils.setRenderingHints(g);
        g.setColor(Theme.tint(color));
        g.fill(new RoundRectangle2D.Float(x, y, getIconWidth(), HEIGHT, HEIGHT, HEIGHT));
        g.setColor(color);
        g.setFont(font());
        FontMetrics metrics = g.getFontMetrics();
        int baseline = y + (HEIGHT - metrics.getHeight()) / 2 + metrics.getAscent();
        FlatUIUtils.drawString((JComponent) c, g, text, x + SIDE, baseline);
        g.dispose();
    }
}
