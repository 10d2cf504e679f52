package dev.ananas.orm.internal.table;

import dev.ananas.orm.internal.schema.SortedLookup;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.schema.ValueOrder;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The order of a sorted index: by values as read, null last, then by insertion. Compares rows, and rows with bounds. */
record IndexOrder(TableSchema table, SortedLookup lookup) implements Comparator<Object> {

    @Override
    public int compare(Object a, Object b) {
        if (b instanceof IndexBound bound) {
            return compareTo((TableRow) a, bound);
        }
        if (a instanceof IndexBound bound) {
            return -compareTo((TableRow) b, bound);
        }
        TableRow first = (TableRow) a;
        TableRow second = (TableRow) b;
        for (int column : lookup.columns()) {
            int order = ValueOrder.compareNullsLast(value(first, column), value(second, column));
            if (order != 0) {
                return order;
            }
        }
        return Long.compare(first.seq(), second.seq());
    }

    private int compareTo(TableRow row, IndexBound bound) {
        for (int i = 0; i < bound.values().size(); i++) {
            int order = ValueOrder.compareNullsLast(
                    value(row, lookup.columns()[i]), bound.values().get(i));
            if (order != 0) {
                return order;
            }
        }
        return bound.after() ? -1 : 1;
    }

    /** The bound before the rows that have the same values as one. */
    IndexBound before(TableRow row) {
        IndexBound bound = SortedIndex.FRONT;
        for (int column : lookup.columns()) {
            bound = bound.before(value(row, column));
        }
        return bound;
    }

    private @Nullable Object value(TableRow row, int column) {
        return table.get(row.read(), column);
    }
}
