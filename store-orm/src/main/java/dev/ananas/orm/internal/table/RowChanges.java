package dev.ananas.orm.internal.table;

import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.store.ChangeSet;
import dev.ananas.store.RowChange;
import java.util.Objects;

/**
 * The net changes between two versions of a table, read off the structural difference of their maps: a row that was inserted
 * and deleted in between leaves nothing, one that was deleted and inserted again is an update.
 */
final class RowChanges {
    /** An update of every column: the row kept its values and lost its place. */
    private static final long ALL_COLUMNS = -1L;

    private RowChanges() {}

    static void collect(Table before, Table after, ChangeSet.Builder into) {
        TableSchema schema = after.schema();
        String table = schema.name();
        before.byKey().diff(after.byKey(), (key, was, now) -> {
            if (was == null) {
                into.add(new RowChange.Inserted(
                        table, key, Objects.requireNonNull(now).model()));
            } else if (now == null) {
                into.add(new RowChange.Deleted(table, key, was.model()));
            } else {
                long columns = was.seq() == now.seq() ? columns(schema, was.model(), now.model()) : ALL_COLUMNS;
                if (columns != 0) {
                    into.add(new RowChange.Updated(table, key, was.model(), now.model(), columns));
                }
            }
        });
    }

    /** Whether two versions of a table store and read the same. */
    static boolean alike(Table one, Table other) {
        ChangeSet.Builder changes = ChangeSet.builder();
        collect(one, other, changes);
        boolean[] readAlike = {true};
        TableSchema schema = one.schema();
        one.byKey().diff(other.byKey(), (key, was, now) -> {
            if (was != null && now != null) {
                readAlike[0] &= columns(schema, was.read(), now.read()) == 0;
            }
        });
        return readAlike[0] && changes.build().isEmpty();
    }

    /** The columns that differ, a bit for each. */
    static long columns(TableSchema schema, Object was, Object now) {
        long columns = 0;
        for (int column : schema.columns()) {
            if (!Objects.equals(schema.get(was, column), schema.get(now, column))) {
                columns |= bit(column);
            }
        }
        return columns;
    }

    static long bit(int column) {
        return 1L << Math.min(column, Long.SIZE - 1);
    }
}
