package dev.ananas.orm.internal.plan;

import dev.ananas.orm.query.Selection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the members of a selection are: in one bucket of a level, or in several whose members are merged in the order of the
 * plan.
 *
 * @param plan the plan
 * @param keys keys of the buckets, none twice
 * @param window what of the merged members is shown; null if it is one bucket, whose plan has the window
 */
public record Located(Plan plan, List<Object> keys, Selection.@Nullable Window window) {

    /** Whether members of several buckets are merged. */
    public boolean isUnion() {
        return window != null;
    }
}
