package dev.ananas.samples.tracker.ui;

import com.formdev.flatlaf.ui.FlatUIUtils;
import dev.ananas.samples.tracker.model.Issue;
import dev.ananas.samples.tracker.model.Label;
import dev.ananas.samples.tracker.model.Status;
import dev.ananas.ui.swing.LiveTableModel;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.swing.Icon;
import javax.swing.JComponent;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;

/** Paints the cells of the issue table: one component for all of them. */
final class IssueCells {
    static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    static final int LEFT = 16;

    private final LiveTableModel<Issue> model;
    private int row;
    private int column;
    private boolean selected;
    private Color background = Color.WHITE;

    private final JComponent cell = new JComponent() {
        @Override
        protected void paintComponent(Graphics g) {
            Graphics2D copy = (Graphics2D) g.create();
            FlatUIUtils.setRenderingHints(copy);
            paintCell(copy, getWidth(), getHeight());
            copy.dispose();
        }
    };

    IssueCells(LiveTableModel<Issue> model) {
        this.model = model;
    }

    JComponent component(JTable table, int viewRow, int modelColumn, boolean isSelected) {
        row = table.convertRowIndexToModel(viewRow);
        column = modelColumn;
        selected = isSelected;
        background = isSelected ? table.getSelectionBackground() : table.getBackground();
        return cell;
    }

    private void paintCell(Graphics2D g, int width, int height) {
        g.setColor(background);
        g.fillRect(0, 0, width, height);
        g.setColor(Theme.color("line"));
        g.fillRect(0, height - 1, width, 1);
        Issue issue = model.row(row);
        if (selected && column == 0) {
            g.setColor(UIManager.getColor("Component.accentColor"));
            g.fillRect(0, 0, 3, height);
        }
        switch (column) {
            case 0 -> paintTitle(g, issue, width);
            case 1 -> paintIcon(g, badge(issue.status()), LEFT, height);
            case 2 -> paintAssignee(g, issue, width, height);
            default -> paintCount(g, issue, height);
        }
    }

    static Badge badge(Status status) {
        return new Badge(
                status.toString(),
                switch (status) {
                    case OPEN -> Theme.color("open");
                    case IN_PROGRESS -> Theme.color("progress");
                    case DONE -> Theme.color("done");
                });
    }

    private void paintTitle(Graphics2D g, Issue issue, int width) {
        String title = String.valueOf(model.getValueAt(row, 0)); // what was entered, while it is written
        boolean done = issue.status() == Status.DONE;
        text(g, title, done ? Theme.color("muted") : foreground(), Font.BOLD, 13.5f, LEFT, 25, width - LEFT - 8);
        String about = "#" + issue.id() + " opened " + DATE.format(issue.created());
        int x = LEFT + text(g, about, Theme.color("muted"), Font.PLAIN, 12f, LEFT, 45, width) + 10;
        int left = issue.labels().size();
        for (Label label : issue.labels()) {
            Badge badge = new Badge(label.name(), color(label));
            if (x + badge.getIconWidth() > width - (left > 1 ? 30 : 4)) {
                text(g, "+" + left, Theme.color("muted"), Font.PLAIN, 12f, x, 45, width - x);
                return;
            }
            badge.paintIcon(cell, g, x, 31);
            x += badge.getIconWidth() + 6;
            left--;
        }
    }

    static Color color(Label label) {
        return Theme.legible(Color.decode(label.color()));
    }

    private void paintAssignee(Graphics2D g, Issue issue, int width, int height) {
        if (issue.assignee().isPresent()) {
            String name = issue.assignee().get().name();
            paintIcon(g, Disc.person(name, 24), LEFT, height);
            text(g, name, foreground(), Font.PLAIN, 13f, LEFT + 32, height / 2 + 5, width - LEFT - 32);
        } else {
            text(g, "Nobody", Theme.color("muted"), Font.PLAIN, 13f, LEFT, height / 2 + 5, width);
        }
    }

    private void paintCount(Graphics2D g, Issue issue, int height) {
        long comments = issue.comments().count();
        if (comments > 0) {
            text(g, String.valueOf(comments), Theme.color("muted"), Font.PLAIN, 13f, LEFT, height / 2 + 5, 60);
        }
    }

    private void paintIcon(Graphics2D g, Icon icon, int x, int height) {
        icon.paintIcon(cell, g, x, (height - icon.getIconHeight()) / 2);
    }

    private static Color foreground() {
        return UIManager.getColor("Label.foreground");
    }

    private int text(Graphics2D g, String text, Color color, int style, float size, int x, int y, int width) {
        g.setFont(UIManager.getFont("Label.font").deriveFont(style, size));
        g.setColor(color);
        String clipped = SwingUtilities.layoutCompoundLabel(
                g.getFontMetrics(),
                text,
                null,
                0,
                0,
                0,
                0,
                new Rectangle(width, 20),
                new Rectangle(),
                new Rectangle(),
                0);
        FlatUIUtils.drawString(cell, g, clipped, x, y);
        return g.getFontMetrics().stringWidth(clipped);
    }
}
