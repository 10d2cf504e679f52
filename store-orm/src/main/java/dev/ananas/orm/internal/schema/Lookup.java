package dev.ananas.orm.internal.schema;

import java.util.Arrays;

/**
 * How rows are found by the values of some columns: by the primary key, or by a secondary index.
 *
 * @param index number of the index, or {@link #PRIMARY}
 * @param columns columns in the order of the join key
 */
public record Lookup(int index, int[] columns) {
    /** Number of the primary key. */
    public static final int PRIMARY = -1;

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
