package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.schema.Lookup;
import dev.ananas.orm.internal.schema.SortedLookup;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.schema.ValueOrder;
import dev.ananas.orm.internal.table.IndexBound;
import dev.ananas.orm.internal.table.SortedIndex;
import dev.ananas.orm.internal.table.Table;
import dev.ananas.orm.internal.table.TableRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the rows are found that satisfy a test by a list of keys or values: each value by a key or an index, so that the length of the
 * list counts and not the size of the table.
 *
 * @param values what the test lists
 * @param lookup finds the rows of a value; null if the sorted index does
 * @param sorted finds the rows of a value by its first column, where there is no other way
 */
record Listed(
        Collection<? extends @Nullable Object> values,
        @Nullable Lookup lookup,
        @Nullable SortedLookup sorted) {

    /** How the rows of a test are found; null if it lists nothing, or no index knows its column. */
    static @Nullable Listed of(TableSchema table, Criterion test) {
        if (test instanceof Criterion.KeyIn only) {
            return new Listed(only.keys(), table.indexes().byKey(), null);
        }
        if (!(test instanceof Criterion.In in)) {
            return null;
        }
        Lookup lookup =
                in.values().contains(null) || table.isConverted(in.column()) ? null : lookup(table, in.column());
        if (lookup != null) {
            return new Listed(in.values(), lookup, null);
        }
        for (SortedLookup index : table.indexes().sorted()) {
            if (index.columns()[0] == in.column() && in.values().stream().allMatch(Listed::hasOrder)) {
                return new Listed(in.values(), null, index);
            }
        }
        return null;
    }

    private static boolean hasOrder(@Nullable Object value) {
        return value == null || value instanceof Comparable;
    }

    private static @Nullable Lookup lookup(TableSchema table, int column) {
        int[] columns = {column};
        if (Arrays.equals(table.key(), columns)) {
            return table.indexes().byKey();
        }
        for (Lookup index : table.indexes().hashed()) {
            if (Arrays.equals(index.columns(), columns)) {
                return index;
            }
        }
        return null;
    }

    /** The rows; those that compare as equal to a value are among them. */
    List<TableRow> rows(Table table) {
        List<TableRow> rows = new ArrayList<>(values.size());
        if (sorted == null) {
            values.forEach(
                    value -> rows.addAll(table.find(Objects.requireNonNull(lookup), Objects.requireNonNull(value))));
            return rows;
        }
        SortedIndex index = table.sorted(sorted);
        IndexBound front = SortedIndex.FRONT;
        int read = 0;
        for (Object value : inOrder()) {
            int from = Math.max(read, index.position(front.before(value)));
            read = Math.max(read, index.position(front.after(value)));
            index.ascending(from, read).forEach(rows::add);
        }
        return rows;
    }

    /** The values in the order of the index: values that compare as equal find the same rows, which are read once. */
    private List<@Nullable Object> inOrder() {
        List<@Nullable Object> ordered = new ArrayList<>(values);
        ordered.sort(ValueOrder::compareNullsLast);
        return ordered;
    }
}
