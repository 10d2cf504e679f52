package dev.ananas.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one transition did to one row of a table. */
public sealed interface RowChange {

    /** The mask in which every column may have changed. */
    long ALL_COLUMNS = -1L;

    /** The name of the table. */
    String table();

    /** The key of the row. */
    Object key();

    /** The row before, null if it was inserted. */
    default @Nullable Object before() {
        return null;
    }

    /** The row after, null if it was deleted. */
    default @Nullable Object after() {
        return null;
    }

    /** The columns that may differ, one bit per {@link #column}; all of them unless this is an update. */
    default long columns() {
        return ALL_COLUMNS;
    }

    /** The change that takes this one back. */
    RowChange inverse();

    /**
     * The bit of a column.
     *
     * @param ordinal the position of the attribute, from 0; positions from 63 on share one bit
     */
    static long column(int ordinal) {
        return 1L << Math.min(ordinal, Long.SIZE - 1);
    }

    /** A row that was not there before. */
    record Inserted(String table, Object key, Object after) implements RowChange {

        public Inserted {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(after, "after");
        }

        @Override
        public Deleted inverse() {
            return new Deleted(table, key, after);
        }
    }

    /** A row that was there and still is, with other values in {@code columns}. */
    record Updated(String table, Object key, Object before, Object after, long columns) implements RowChange {

        public Updated {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        @Override
        public Updated inverse() {
            return new Updated(table, key, after, before, columns);
        }
    }

    /** A row that is no longer there. */
    record Deleted(String table, Object key, Object before) implements RowChange {

        public Deleted {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(before, "before");
        }

        @Override
        public Inserted inverse() {
            return new Inserted(table, key, before);
        }
    }
}
