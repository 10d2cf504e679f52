package dev.ananas.ui.javafx;

import dev.ananas.orm.view.ListChange;
import java.util.List;

/**
 * A change of a list with everything that can be made of it away from the UI thread: the parts of the event, and the models that are
 * likely to be on screen next.
 */
final class Prepared<M> {
    /** Rows that a tall window shows, roughly. */
    private static final int SCREEN = 100;

    private final ListChange<M> change;
    private final List<Part<M>> parts;
    private final boolean splitsMoves;

    private Prepared(ListChange<M> change, List<Part<M>> parts, boolean splitsMoves) {
        this.change = change;
        this.parts = parts;
        this.splitsMoves = splitsMoves;
    }

    static <M> Prepared<M> of(ListChange<M> change) {
        build(change);
        if (!(change instanceof ListChange.Change<M> steps)) {
            return new Prepared<>(change, List.of(), false);
        }
        PartsOfChange<M> parts = new PartsOfChange<>(steps);
        boolean permutes = parts.isReordering() && parts.width() <= LiveList.WIDEST_PERMUTATION;
        return new Prepared<>(change, permutes ? parts.withPermutation() : parts.withoutPermutation(), !permutes);
    }

    /** Models are built by whoever reads them first: not by the UI thread. */
    private static <M> void build(ListChange<M> change) {
        List<M> list = change.list();
        int left = SCREEN;
        if (change instanceof ListChange.Change<M> steps) {
            for (ListChange.Range range : steps.inserted()) {
                for (int at = range.position(); at < range.end() && left > 0; at++, left--) {
                    list.get(at);
                }
            }
        } else {
            for (int at = 0; at < Math.min(left, list.size()); at++) {
                list.get(at);
            }
        }
    }

    ListChange<M> change() {
        return change;
    }

    /** The parts of the event for listeners that hold on to no row. */
    List<Part<M>> parts() {
        return parts;
    }

    /** Whether {@link #parts} tells moves as removals and additions. */
    boolean splitsMoves() {
        return splitsMoves;
    }
}
