package dev.ananas.orm.internal.schema;

import java.util.Arrays;

/**
 * How rows are found by ranges of the values of some columns, or in their order: by a sorted index.
 *
 * @param index number of the sorted index
 * @param columns columns in the order in which they weigh
 */
public record SortedLookup(int index, int[] columns) {
    @Override
    public boolean equals(Object other) {
        return other instanceof SortedLookup that && index == that.index && Arrays.equals(columns, that.columns);
    }

    @Override
    public int hashCode() {
        return 31 * index + Arrays.hashCode(columns);
    }

    @Override
    public String toString() {
        return "sorted index " + Arrays.toString(columns);
    }
}
