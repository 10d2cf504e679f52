package dev.ananas.orm.internal.table;

import java.util.Comparator;

/**
 * A stored row: the model itself with its relations not loaded, its key, and its place in insertion order.
 *
 * <p>Where attributes have casts or get-mutators, what is stored and what is read of it are two models; the second is made once,
 * when the row is written. Keys, joins, indexes and merging use the stored one; conditions, orders and results the one as read.
 * Elsewhere both are the same instance.
 *
 * @param key primary key
 * @param seq place in insertion order; kept when the row is replaced
 * @param model the model as stored
 * @param read the model as read
 */
public record TableRow(Object key, long seq, Object model, Object read) {
    /** Insertion order. */
    public static final Comparator<TableRow> BY_SEQ = (one, other) -> Long.compare(one.seq, other.seq);

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(seq);
    }
}
