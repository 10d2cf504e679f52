package dev.ananas.ui.swing;

import dev.ananas.orm.view.ListChange;
import dev.ananas.ui.internal.Positions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of a list with what can be made of it away from the UI thread.
 *
 * @param change the change
 * @param steps the events that tell it
 * @param positions where rows are now; null for the first list
 * @param <M> model
 */
record Prepared<M>(
        ListChange<M> change, List<Step> steps, @Nullable Positions positions) {
    /** Rows that a tall window shows, roughly. */
    private static final int SCREEN = 100;

    static <M> Prepared<M> of(ListChange<M> change) {
        List<Step> steps = Sweep.of(change);
        build(change.list(), steps);
        return new Prepared<>(
                change, steps, change instanceof ListChange.Change<M> places ? new Positions(places) : null);
    }

    /** Models are built by whoever reads them first: not by the UI thread. */
    private static void build(List<?> list, List<Step> steps) {
        int left = SCREEN;
        for (Step step : steps) {
            if (step.kind() == Step.Kind.INSERTED) {
                for (int at = step.from(); at < step.to() && left > 0; at++, left--) {
                    list.get(at);
                }
            }
        }
    }
}
