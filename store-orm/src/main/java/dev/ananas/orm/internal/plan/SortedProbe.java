package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.schema.Joins;
import dev.ananas.orm.internal.schema.SortedLookup;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.IndexBound;
import dev.ananas.orm.internal.table.SortedIndex;
import dev.ananas.orm.internal.table.TableRow;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a bucket are found in a sorted index: those that have the values of the bucket's key in its first columns, there
 * perhaps only a range of the next one, perhaps in the order of the plan, so that who needs the first few reads no more.
 *
 * @param lookup sorted index of the table
 * @param positions places of its first columns in the key of the bucket
 * @param keySize number of parts of the key of the bucket
 * @param range what the tests leave of the next column, or null
 * @param order how to read the rows in the order of the plan; null if the index does not have them in it
 */
record SortedProbe(
        SortedLookup lookup,
        List<Integer> positions,
        int keySize,
        @Nullable Range range,
        @Nullable Direction order) {

    /**
     * How to read an index.
     *
     * @param descending whether greater values come first
     * @param nullsFirst whether null comes before all values
     */
    record Direction(boolean descending, boolean nullsFirst) {}

    /** Rows of an index from one position to another. */
    private record Segment(int from, int to) {}

    /** The best way to find rows in a sorted index; null if none is better than the hash index {@code other}. */
    static @Nullable SortedProbe choose(
            TableSchema table,
            List<Column> keyColumns,
            List<Criterion> tests,
            Ordering ordering,
            boolean isLimited,
            @Nullable Probe other) {
        int known = other == null ? 0 : other.positions().size();
        SortedProbe best = null;
        for (SortedLookup lookup : table.indexes().sorted()) {
            SortedProbe probe = of(table, lookup, keyColumns, tests, ordering);
            boolean helps = probe.range != null || isLimited && probe.order != null;
            boolean finds = probe.positions.size() > known || helps && probe.positions.size() == known;
            if (finds && (best == null || probe.weight(isLimited) > best.weight(isLimited))) {
                best = probe;
            }
        }
        return best;
    }

    private static SortedProbe of(
            TableSchema table, SortedLookup lookup, List<Column> keyColumns, List<Criterion> tests, Ordering ordering) {
        int[] columns = lookup.columns();
        List<Integer> positions = new ArrayList<>();
        for (int column : columns) {
            int position = keyColumns.indexOf(Column.read(false, table, column));
            if (position < 0) {
                break;
            }
            positions.add(position);
        }
        int next = positions.size();
        Range range = next < columns.length ? Range.of(table, columns[next], tests) : null;
        Direction order = direction(table, columns, next, ordering, keyColumns, range);
        return new SortedProbe(lookup, List.copyOf(positions), keyColumns.size(), range, order);
    }

    /** How to read an index so that the rows come in an order; the values of its first columns are all the same. */
    private static @Nullable Direction direction(
            TableSchema table,
            int[] columns,
            int same,
            Ordering ordering,
            List<Column> keyColumns,
            @Nullable Range range) {
        List<Ordering.Term> terms = new ArrayList<>(ordering.terms());
        terms.removeIf(term -> term.value() instanceof SortValue.OfColumn of && keyColumns.contains(of.column()));
        if (terms.isEmpty() || terms.size() != columns.length - same) {
            return null;
        }
        boolean descending = terms.get(0).descending();
        boolean nullsFirst = terms.get(0).nullsFirst();
        for (int i = 0; i < terms.size(); i++) {
            Ordering.Term term = terms.get(i);
            boolean fits = term.value() instanceof SortValue.OfColumn of
                    && of.column().equals(Column.read(false, table, columns[same + i]))
                    && term.collator() == null
                    && term.descending() == descending
                    && (terms.size() == 1 || term.nullsFirst() == descending);
            if (!fits) {
                return null;
            }
        }
        return new Direction(descending, range == null ? nullsFirst : descending);
    }

    private int weight(boolean isLimited) {
        return 4 * positions.size() + (range == null ? 0 : 2) + (isLimited && order != null ? 1 : 0);
    }

    /** Whether the first rows of the plan's order can be read without the others. */
    boolean isOrdered() {
        return order != null;
    }

    /** All rows of a bucket and maybe others, in the order of the plan if the index has it. */
    Iterable<TableRow> rows(SortedIndex index, Object key) {
        IndexBound prefix = SortedIndex.FRONT;
        for (int position : positions) {
            Object value = Joins.part(key, position, keySize);
            if (!(value instanceof Comparable)) {
                break;
            }
            prefix = prefix.before(value);
        }
        boolean whole = prefix.values().size() == positions.size();
        int from = index.position(range == null || !whole ? prefix : range.from(prefix));
        int to = index.position(range == null || !whole ? new IndexBound(prefix.values(), true) : range.to(prefix));
        if (from >= to) {
            return List.of();
        }
        if (order == null || !whole || range != null || order.nullsFirst == order.descending) {
            return order != null && order.descending ? index.descending(from, to) : index.ascending(from, to);
        }
        int nulls = Math.max(from, index.position(prefix.before(null)));
        return nullsApart(index, new Segment(from, nulls), new Segment(nulls, to));
    }

    private Iterable<TableRow> nullsApart(SortedIndex index, Segment values, Segment nulls) {
        Iterable<TableRow> ofValues = order != null && order.descending
                ? index.descending(values.from, values.to)
                : index.ascending(values.from, values.to);
        Iterable<TableRow> ofNulls = index.ascending(nulls.from, nulls.to);
        boolean nullsFirst = order != null && order.nullsFirst;
        return new Chain(nullsFirst ? List.of(ofNulls, ofValues) : List.of(ofValues, ofNulls));
    }

    /** Some rows, then others. */
    private record Chain(List<Iterable<TableRow>> parts) implements Iterable<TableRow> {
        @Override
        public Iterator<TableRow> iterator() {
            Iterator<TableRow> first = parts.get(0).iterator();
            Iterator<TableRow> second = parts.get(1).iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return first.hasNext() || second.hasNext();
                }

                @Override
                public TableRow next() {
                    return first.hasNext() ? first.next() : second.next();
                }
            };
        }
    }
}
