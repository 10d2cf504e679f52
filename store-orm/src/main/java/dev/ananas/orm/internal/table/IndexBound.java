package dev.ananas.orm.internal.table;

import dev.ananas.orm.internal.schema.ValueOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place in a sorted index, before or after all rows whose first columns have some values. Nulls stand behind all values.
 *
 * @param values values of the first columns, null allowed; none stands for all rows
 * @param after whether it is behind these rows instead of before them
 */
public record IndexBound(List<@Nullable Object> values, boolean after) {
    public IndexBound {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** Before the rows that have one more value. */
    public IndexBound before(@Nullable Object value) {
        return then(value, false);
    }

    /** After the rows that have one more value. */
    public IndexBound after(@Nullable Object value) {
        return then(value, true);
    }

    private IndexBound then(@Nullable Object value, boolean behind) {
        List<@Nullable Object> more = new ArrayList<>(values);
        more.add(value);
        return new IndexBound(more, behind);
    }

    /** Whether this place is further to the front than another one for the same columns. */
    public boolean isBefore(IndexBound other) {
        for (int i = 0; i < values.size(); i++) {
            int order = ValueOrder.compareNullsLast(values.get(i), other.values.get(i));
            if (order != 0) {
                return order < 0;
            }
        }
        return !after && other.after;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndexBound that && after == that.after && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(values, after);
    }
}
