package dev.ananas.ui.swing;

import dev.ananas.ui.internal.Positions;
import java.awt.Container;
import java.awt.Point;
import java.awt.Rectangle;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JTable;
import javax.swing.JViewport;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first row in sight where it is on screen, whatever comes and goes above it; if that row goes, the next one that stays.
 * A view that is scrolled to the top stays there, so that new rows come into sight. Scroll panes keep the distance from the top in
 * pixels, and so move other rows into sight.
 */
abstract class ScrollAnchor implements LiveRows.Keeper {
    private final JComponent view;
    private int[] rows = {};
    private int[] offsets = {};

    private ScrollAnchor(JComponent view) {
        this.view = view;
    }

    static ScrollAnchor of(JTable table) {
        return new ScrollAnchor(table) {
            @Override
            int at(int y) {
                return table.rowAtPoint(new Point(0, y));
            }

            @Override
            @Nullable
            Rectangle bounds(int place) {
                return table.getCellRect(place, 0, true);
            }

            @Override
            int toRow(int place) {
                return table.convertRowIndexToModel(place);
            }

            @Override
            int toPlace(int row) {
                return table.convertRowIndexToView(row);
            }
        };
    }

    static ScrollAnchor of(JList<?> list) {
        return new ScrollAnchor(list) {
            @Override
            int at(int y) {
                return list.locationToIndex(new Point(0, y));
            }

            @Override
            @Nullable
            Rectangle bounds(int place) {
                return list.getCellBounds(place, place);
            }

            @Override
            int toRow(int place) {
                return place;
            }

            @Override
            int toPlace(int row) {
                return row;
            }
        };
    }

    /** The place that is at a height of the view, or -1. */
    abstract int at(int y);

    abstract @Nullable Rectangle bounds(int place);

    abstract int toRow(int place);

    abstract int toPlace(int row);

    /** Remembers the rows in sight and how far below the upper edge each begins. */
    @Override
    public void before() {
        JViewport viewport = viewport();
        int top = viewport == null ? 0 : viewport.getViewPosition().y;
        int first = top <= 0 ? -1 : at(top);
        int last = viewport == null || first < 0 ? -1 : at(top + viewport.getExtentSize().height - 1);
        int count = first < 0 ? 0 : Math.max(last, first) - first + 1;
        rows = new int[count];
        offsets = new int[count];
        for (int i = 0; i < count; i++) {
            Rectangle bounds = bounds(first + i);
            rows[i] = bounds == null ? -1 : toRow(first + i);
            offsets[i] = bounds == null ? 0 : bounds.y - top;
        }
    }

    @Override
    public void after(Positions positions) {
        JViewport viewport = viewport();
        for (int i = 0; viewport != null && i < rows.length; i++) {
            int row = rows[i] < 0 ? -1 : positions.of(rows[i]);
            int place = row < 0 ? -1 : toPlace(row);
            if (place >= 0) {
                scroll(viewport, place, offsets[i]);
                return;
            }
        }
    }

    private void scroll(JViewport viewport, int place, int offset) {
        Rectangle bounds = bounds(place);
        int top = bounds == null ? -1 : Math.max(0, bounds.y - offset);
        Point now = viewport.getViewPosition();
        if (bounds != null && top != now.y) {
            viewport.getParent().validate(); // the view has its new height, or the position would be cut to the old one
            viewport.setViewPosition(new Point(now.x, top));
        }
    }

    private @Nullable JViewport viewport() {
        Container parent = view.getParent();
        return parent instanceof JViewport viewport && viewport.getParent() != null ? viewport : null;
    }
}
