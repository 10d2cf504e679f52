package dev.ananas.orm.internal.schema;

import dev.ananas.orm.model.Key;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Equality of keys, for joins and lookups. Null equals nothing, so a key with a null part is no key. Values are equal by type
 * and value, decimals whatever their scale.
 */
public final class Joins {
    private Joins() {}

    /** The join key of some columns of a model: one value or a composite {@link Key}; null if a part is null. */
    public static @Nullable Object key(TableSchema table, Object model, int[] columns) {
        if (columns.length == 1) {
            return part(table.get(model, columns[0]));
        }
        Object[] parts = new Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            Object part = part(table.get(model, columns[i]));
            if (part == null) {
                return null;
            }
            parts[i] = part;
        }
        return of(parts);
    }

    /** The join key of these parts, none null. */
    public static Object of(Object[] parts) {
        return switch (parts.length) {
            case 1 -> parts[0];
            case 2 -> Key.of(parts[0], parts[1]);
            default -> Key.of(Arrays.asList(parts));
        };
    }

    /** A value as part of a join key. */
    public static @Nullable Object part(@Nullable Object value) {
        return value instanceof BigDecimal decimal ? decimal.stripTrailingZeros() : value;
    }

    /** A value that is not null as join key. */
    public static Object single(Object value) {
        return Objects.requireNonNull(part(value));
    }

    /** The part at a position of a join key of {@code size} parts. */
    public static Object part(Object key, int position, int size) {
        return size == 1 ? key : ((Key) key).part(position);
    }
}
