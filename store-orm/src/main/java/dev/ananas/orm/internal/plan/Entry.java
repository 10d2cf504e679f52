package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.list.Shown;
import dev.ananas.orm.internal.table.TableRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One member of a level: the row, the pivot through which it was reached, what it is sorted by, and the model built of all
 * of it. Immutable; a change makes a new entry.
 *
 * @param link the pivot row, or null where the level has none
 * @param target the row of the model
 * @param sort what the order of the plan reads: null without terms, the value of a single term, or an array of values
 * @param value the model with its relations and pivot; null until it is built
 */
public record Entry(
        @Nullable TableRow link,
        TableRow target,
        @Nullable Object sort,
        @Nullable Object value) implements Shown {

    /** The same member with its model. */
    public Entry withValue(@Nullable Object model) {
        return new Entry(link, target, sort, model);
    }

    /** The row that decides about this member: the pivot if there is one. */
    public TableRow driving() {
        return link == null ? target : link;
    }

    @Override
    public Object id() {
        return link == null ? target.key() : List.of(link.key(), target.key());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
