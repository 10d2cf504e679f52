package dev.ananas.orm.internal.schema;

import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.Key;
import dev.ananas.orm.model.ValueType;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keys and values as callers give them, brought into the form in which rows have them. */
public final class Keys {
    private Keys() {}

    /** The key of a row; an error if its shape or type does not fit the entity. */
    public static Object stored(TableSchema table, Object key) {
        return Objects.requireNonNull(key, "key").getClass() == table.keyAsStored() ? key : converted(table, key);
    }

    private static Object converted(TableSchema table, Object key) {
        int[] columns = table.key();
        if (columns.length == 1 && !(key instanceof Key)) {
            return Joins.single(Objects.requireNonNull(value(table, columns[0], key), "key"));
        }
        Object[] parts = parts(table, key);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Joins.single(parts[i]);
        }
        return Joins.of(parts);
    }

    /**
     * The declared class of a single key whose values are stored as they are, as numbers and texts mostly are. To ask the type of the
     * attribute would be a third of a look-up by key.
     */
    static @Nullable Class<?> classAsStored(TableSchema table) {
        if (table.key().length != 1 || table.type().isDynamic()) {
            return null;
        }
        ValueType type = table.attribute(table.key()[0]).type();
        Class<?> declared = type.javaType();
        boolean asItIs = declared != null && declared != BigDecimal.class && type.equals(ValueType.of(declared));
        return asItIs ? declared : null;
    }

    /** The values of the key columns; an error if the shape or type of the key does not fit the entity. */
    public static Object[] parts(TableSchema table, Object key) {
        int[] columns = table.key();
        boolean fits = columns.length == 1
                ? !(key instanceof Key)
                : key instanceof Key parts && parts.size() == columns.length;
        if (!fits) {
            throw new IllegalArgumentException("Entity \"" + table.name() + "\" expects "
                    + (columns.length == 1
                            ? "a value of \"" + table.type().primaryKey().get(0) + "\" as key"
                            : "a Key of " + columns.length + " parts "
                                    + table.type().primaryKey())
                    + ", found " + key);
        }
        Object[] parts = new Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            parts[i] = Objects.requireNonNull(value(table, columns[i], Joins.part(key, i, columns.length)), "key");
        }
        return parts;
    }

    /**
     * A value to be compared with those of a column, in their form. In an entity with a class one that can never equal them is
     * an error; without a class types arrive as data, and a value of another type just equals none.
     */
    public static @Nullable Object value(TableSchema table, int column, @Nullable Object value) {
        Component.Attribute attribute = table.attribute(column);
        if (table.type().isDynamic()) {
            return ValueType.any().canonical(value);
        }
        if (!attribute.type().accepts(value)) {
            throw new IllegalArgumentException("Attribute \"" + table.name() + "." + attribute.name() + "\" holds "
                    + attribute.type().expected() + " and cannot be compared with " + value + " ("
                    + Objects.requireNonNull(value).getClass().getSimpleName() + ")");
        }
        return attribute.type().canonical(value);
    }
}
