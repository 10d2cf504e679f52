package dev.ananas.orm.internal.schema;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How rows are found by the values of some columns: by the primary key, or by a secondary index.
 *
 * <p>Each end of a pivot is mostly a part of its key. Such an index takes join keys from the keys of rows: reading them off the
 * models would make each number once more, and numbers that are one instance are found without looking at them.
 *
 * @param index number of the index, or {@link #PRIMARY}
 * @param columns columns in the order of the join key
 * @param ofKey where these columns are in the primary key; empty if not all of them are
 */
public record Lookup(int index, int[] columns, int[] ofKey) {
    /** Number of the primary key. */
    public static final int PRIMARY = -1;

    private static final int[] NOT_WITHIN = {};

    static Lookup primary(int[] key) {
        return of(PRIMARY, key, key);
    }

    static Lookup of(int index, int[] columns, int[] key) {
        int[] ofKey = new int[columns.length];
        for (int i = 0; i < columns.length; i++) {
            int at = 0;
            while (at < key.length && key[at] != columns[i]) {
                at++;
            }
            if (at == key.length) {
                return new Lookup(index, columns, NOT_WITHIN);
            }
            ofKey[i] = at;
        }
        return new Lookup(index, columns, ofKey);
    }

    /** The join key of a row by its key and model; null if a part is null. */
    public @Nullable Object keyOf(TableSchema table, Object key, Object model) {
        if (ofKey.length == 0) {
            return Joins.key(table, model, columns);
        }
        int size = table.key().length;
        if (ofKey.length == 1) {
            return Joins.part(key, ofKey[0], size);
        }
        Object[] parts = new Object[ofKey.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Joins.part(key, ofKey[i], size);
        }
        return Joins.of(parts);
    }

    public boolean isPrimary() {
        return index == PRIMARY;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lookup that && index == that.index && Arrays.equals(columns, that.columns);
    }

    @Override
    public int hashCode() {
        return 31 * index + Arrays.hashCode(columns);
    }

    @Override
    public String toString() {
        return (isPrimary() ? "key" : "index ") + Arrays.toString(columns);
    }
}
