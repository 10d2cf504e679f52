package dev.ananas.orm.internal.table;

import dev.ananas.orm.internal.schema.SortedLookup;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.store.collection.SortedSequence;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * All rows of a table in the order of some columns. Immutable. Finding a place costs the logarithm of the number of rows, and
 * going on from there costs what is read.
 *
 * <p>Columns and orders see values as read, so the index is sorted by these. Rows with equal values stand in insertion order in
 * both directions: read backwards, they come group by group, each group forwards.
 */
public final class SortedIndex {
    /** Before all rows. */
    public static final IndexBound FRONT = new IndexBound(List.of(), false);

    /** After all rows. */
    public static final IndexBound BACK = new IndexBound(List.of(), true);

    private final IndexOrder order;
    private final SortedSequence<TableRow> rows;

    private SortedIndex(IndexOrder order, SortedSequence<TableRow> rows) {
        this.order = order;
        this.rows = rows;
    }

    static SortedIndex empty(TableSchema table, SortedLookup lookup) {
        IndexOrder order = new IndexOrder(table, lookup);
        return new SortedIndex(order, SortedSequence.empty(order));
    }

    /** The next version; each list has no row twice. */
    SortedIndex patch(List<TableRow> removed, List<TableRow> added) {
        removed.sort(order);
        added.sort(order);
        return new SortedIndex(order, rows.patch(removed, added));
    }

    /** How many rows stand before a bound. */
    public int position(IndexBound bound) {
        return -rows.rank(bound) - 1;
    }

    /** The rows between two positions, forwards. */
    public Iterable<TableRow> ascending(int from, int to) {
        return () -> new Forwards(from, to);
    }

    /** The rows between two positions, those with greater values first. */
    public Iterable<TableRow> descending(int from, int to) {
        return () -> new Iterator<>() {
            private int start = to;
            private Forwards group = new Forwards(to, to);

            @Override
            public boolean hasNext() {
                return group.hasNext() || start > from;
            }

            @Override
            public TableRow next() {
                if (!group.hasNext() && start > from) {
                    int end = start;
                    start = Math.max(from, position(order.before(rows.get(end - 1))));
                    group = new Forwards(start, end);
                }
                return group.next();
            }
        };
    }

    private final class Forwards implements Iterator<TableRow> {
        private final Iterator<TableRow> each;
        private int rest;

        Forwards(int from, int to) {
            this.each = rows.listIterator(Math.min(from, to));
            this.rest = to - from;
        }

        @Override
        public boolean hasNext() {
            return rest > 0;
        }

        @Override
        public TableRow next() {
            if (rest <= 0) {
                throw new NoSuchElementException();
            }
            rest--;
            return each.next();
        }
    }
}
