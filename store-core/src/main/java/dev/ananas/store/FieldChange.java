package dev.ananas.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field with two values.
 *
 * @param table the table, or the slice if it has none
 * @param key the key of the row; the name of the slice if it has no rows
 * @param field the field; null if it is the row as a whole, or the slice
 * @param before the value before; null also if there was no such row
 * @param after the value after; null also if there is no such row any more
 */
public record FieldChange(
        String table,
        Object key,
        @Nullable String field,
        @Nullable Object before,
        @Nullable Object after) {

    public FieldChange {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(key, "key");
    }
}
