package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.schema.Joins;
import dev.ananas.orm.internal.schema.Lookup;
import dev.ananas.orm.internal.schema.TableSchema;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a bucket are found: the index that covers most of the columns of its key.
 *
 * @param lookup index of the driving table
 * @param positions places of the index columns in the key of the bucket
 * @param keySize number of parts of the key of the bucket
 */
record Probe(Lookup lookup, List<Integer> positions, int keySize) {

    /** The best way to find driving rows by these key columns; null if no index helps. */
    static @Nullable Probe choose(TableSchema driving, boolean ofLink, List<Column> keyColumns) {
        Probe best = cover(driving.indexes().byKey(), ofLink, keyColumns);
        for (Lookup index : driving.indexes().hashed()) {
            Probe probe = best != null && best.lookup.isPrimary() ? null : cover(index, ofLink, keyColumns);
            if (probe != null && (best == null || probe.positions.size() > best.positions.size())) {
                best = probe;
            }
        }
        return best;
    }

    /** Whether there is an index of a column alone. */
    static boolean finds(TableSchema driving, Column column) {
        List<Column> only = List.of(column);
        return choose(driving, column.ofLink(), only) != null;
    }

    private static @Nullable Probe cover(Lookup lookup, boolean ofLink, List<Column> keyColumns) {
        Integer[] positions = new Integer[lookup.columns().length];
        for (int i = 0; i < positions.length; i++) {
            int position = keyColumns.indexOf(Column.stored(ofLink, lookup.columns()[i]));
            if (position < 0) {
                return null;
            }
            positions[i] = position;
        }
        return new Probe(lookup, List.of(positions), keyColumns.size());
    }

    /** Whether the index alone decides which rows belong to the bucket. */
    boolean isComplete() {
        return positions.size() == keySize;
    }

    /** The join key of the index for the key of a bucket. */
    Object joinKey(Object key) {
        if (positions.size() == 1) {
            return Joins.part(key, positions.get(0), keySize);
        }
        return Joins.of(positions.stream()
                .map(position -> Joins.part(key, position, keySize))
                .collect(Collectors.toList())
                .toArray());
    }
}
