package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.IndexBound;
import dev.ananas.orm.internal.table.SortedIndex;
import dev.ananas.orm.query.Operator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The range of one column outside of which no row satisfies the tests of a plan. Rows within it are tested all the same, so a range
 * may be too wide and never too narrow.
 *
 * @param low a place after some values, or before; null for the first value
 * @param high a place after some values, or before; null for the last value, which stands before the nulls
 */
record Range(@Nullable IndexBound low, @Nullable IndexBound high) {

    /** The range of a column by tests that all have to hold; null if they say nothing about it that an order knows. */
    static @Nullable Range of(TableSchema table, int column, List<Criterion> tests) {
        Range range = null;
        for (Criterion test : tests) {
            Range one = of(table, column, test);
            if (one != null) {
                range = range == null ? one : range.and(one);
            }
        }
        return range;
    }

    private static @Nullable Range of(TableSchema table, int column, Criterion test) {
        if (test instanceof Criterion.Compare compare && compare.column() == column && !compare.ofKey()) {
            return of(compare.operator(), compare.value());
        }
        boolean isText = table.attribute(column).type().accepts("")
                && !table.attribute(column).type().accepts(0L)
                && !table.isConverted(column);
        return test instanceof Criterion.Like like && like.column() == column && isText
                ? startingWith(like.pattern().beginning())
                : null;
    }

    private static @Nullable Range of(Operator operator, @Nullable Object value) {
        if (value == null) {
            return operator == Operator.NOT_EQUAL ? new Range(null, null) : null;
        }
        IndexBound any = SortedIndex.FRONT;
        return switch (operator) {
            case GREATER -> new Range(any.after(value), null);
            case AT_LEAST -> new Range(any.before(value), null);
            case LESS -> new Range(null, any.before(value));
            case AT_MOST -> new Range(null, any.after(value));
            case EQUAL, NOT_EQUAL, CONTAINS -> null;
        };
    }

    /** Texts that begin with another one: from it to the first text behind all of them. */
    private static @Nullable Range startingWith(String beginning) {
        int last = beginning.length() - 1;
        while (last >= 0 && beginning.charAt(last) == Character.MAX_VALUE) {
            last--;
        }
        if (beginning.isEmpty()) {
            return null;
        }
        IndexBound any = SortedIndex.FRONT;
        return new Range(
                any.before(beginning),
                last < 0 ? null : any.before(beginning.substring(0, last) + (char) (beginning.charAt(last) + 1)));
    }

    private Range and(Range other) {
        IndexBound from = low == null || other.low != null && low.isBefore(other.low) ? other.low : low;
        IndexBound to = high == null || other.high != null && other.high.isBefore(high) ? other.high : high;
        return new Range(from, to);
    }

    /** Where it begins among the rows that have some values in the columns before. */
    IndexBound from(IndexBound prefix) {
        return low == null ? prefix : low.after() ? prefix.after(value(low)) : prefix.before(value(low));
    }

    /** Where it ends among these rows. */
    IndexBound to(IndexBound prefix) {
        return high == null
                ? prefix.before(null)
                : high.after() ? prefix.after(value(high)) : prefix.before(value(high));
    }

    private static @Nullable Object value(IndexBound bound) {
        return bound.values().get(0);
    }
}
