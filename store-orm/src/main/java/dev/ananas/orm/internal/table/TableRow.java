package dev.ananas.orm.internal.table;

import java.util.Comparator;

/**
 * A stored row: the model itself with its relations not loaded, its key, and its place in insertion order.
 *
 * @param key primary key
 * @param seq place in insertion order; kept when the row is replaced
 * @param model the model
 */
public record TableRow(Object key, long seq, Object model) {
    /** Insertion order. */
    public static final Comparator<TableRow> BY_SEQ = Comparator.comparingLong(TableRow::seq);

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(seq);
    }
}
