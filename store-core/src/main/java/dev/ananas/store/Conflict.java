package dev.ananas.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value that two steps disagree about.
 *
 * @param table the table, or the slice if it has none
 * @param key the key of the row; the name of the slice if it has no rows
 * @param field the field; null if it is the row as a whole, or the slice
 * @param ours the value of the step that was taken back, committed or applied again; null also if it has no such row
 * @param theirs the value that somebody else wrote; null also if there is no such row
 */
public record Conflict(
        String table,
        Object key,
        @Nullable String field,
        @Nullable Object ours,
        @Nullable Object theirs) {

    public Conflict {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(key, "key");
    }

    @Override
    public String toString() {
        return table + " " + key + (field == null ? "" : "." + field) + ": " + ours + " against " + theirs;
    }
}
