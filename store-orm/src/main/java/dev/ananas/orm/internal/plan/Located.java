package dev.ananas.orm.internal.plan;

import dev.ananas.orm.query.Selection;
import java.util.List;

/**
 * Where the members of a selection are: in one bucket of a level, or in several whose members are merged in the order of the
 * plan.
 *
 * @param plan the plan
 * @param keys keys of the buckets, none twice
 * @param window which of the members are shown
 */
public record Located(Plan plan, List<Object> keys, Selection.Window window) {

    /** Whether members of several buckets are merged. */
    public boolean isUnion() {
        return keys.size() != 1 || !plan.windowed() && !window.isWhole();
    }
}
