package dev.ananas.ui.javafx;

import dev.ananas.ui.internal.Positions;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/** Keeps the first row in sight where it is on screen, whatever comes and goes above it. */
final class ScrollAnchor {
    private final Control view;
    private int target = -1;
    private double offset;

    ScrollAnchor(Control view) {
        this.view = view;
    }

    void before(Positions positions) {
        target = -1;
        VirtualFlow<?> flow = flow();
        IndexedCell<?> first = flow == null ? null : flow.getFirstVisibleCell();
        if (flow == null || first == null || first.getIndex() < 0) {
            return;
        }
        double top = first.getLayoutY();
        if (first.getIndex() == 0 && top >= 0) {
            return;
        }
        int last = flow.getLastVisibleCell().getIndex();
        for (int row = first.getIndex(); row <= last; row++) {
            int now = positions.of(row);
            if (now >= 0) {
                IndexedCell<?> cell = flow.getCell(row);
                target = now == row ? -1 : now;
                offset = cell.getLayoutY();
                return;
            }
        }
    }

    void after(int rows) {
        VirtualFlow<?> flow = flow();
        if (target >= 0 && flow != null) {
            flow.setCellCount(rows);
            flow.scrollToTop(target);
            if (offset != 0) {
                flow.scrollPixels(-offset);
            }
        }
    }

    private @Nullable VirtualFlow<?> flow() {
        Node node = view.lookup(".virtual-flow");
        return node instanceof VirtualFlow<?> flow ? flow : null;
    }
}
