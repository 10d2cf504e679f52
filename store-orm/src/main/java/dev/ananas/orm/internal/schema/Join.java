package dev.ananas.orm.internal.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One step of a relation, in both directions: rows of {@code from} and of {@code to} whose columns are equal. A side may ask
 * for constants in its last columns, such as the entity name in the type column of a polymorphic relation; the columns before
 * them are the shared ones. Both sides have an index, or are primary keys, so a step costs the rows it finds.
 *
 * @param from table of the rows that are known
 * @param fromSide finds them by their columns, for walking back
 * @param fromConstants values of the last columns of {@code fromSide}
 * @param to table of the rows that are looked for
 * @param toSide finds them by their columns
 * @param toConstants values of the last columns of {@code toSide}
 */
public record Join(
        TableSchema from,
        Lookup fromSide,
        List<Object> fromConstants,
        TableSchema to,
        Lookup toSide,
        List<Object> toConstants) {

    /** The shared columns of {@code from}. */
    public int[] fromColumns() {
        return shared(fromSide, fromConstants);
    }

    /** The shared columns of {@code to}. */
    public int[] toColumns() {
        return shared(toSide, toConstants);
    }

    private static int[] shared(Lookup side, List<Object> constants) {
        int[] columns = side.columns();
        return constants.isEmpty() ? columns : Arrays.copyOf(columns, columns.length - constants.size());
    }

    /** The key by which {@code toSide} finds the rows for a model of {@code from}; null if it refers to nothing. */
    public @Nullable Object key(Object fromModel) {
        return across(from, fromModel, fromSide, fromConstants, toConstants);
    }

    /** The key by which {@code fromSide} finds the rows that refer to a model of {@code to}; null if none can. */
    public @Nullable Object backKey(Object toModel) {
        return across(to, toModel, toSide, toConstants, fromConstants);
    }

    /** Values for the columns of {@code toSide} that make a row refer to these components of {@code from}. */
    public @Nullable Object[] toValues(@Nullable Object[] fromComponents) {
        int[] columns = fromColumns();
        @Nullable Object[] values = new Object[toSide.columns().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = i < columns.length ? fromComponents[columns[i]] : toConstants.get(i - columns.length);
        }
        return values;
    }

    /** Values for the columns of {@code fromSide} that make a row refer to these components of {@code to}. */
    public @Nullable Object[] fromValues(@Nullable Object[] toComponents) {
        int[] columns = toColumns();
        @Nullable Object[] values = new Object[fromSide.columns().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = i < columns.length ? toComponents[columns[i]] : fromConstants.get(i - columns.length);
        }
        return values;
    }

    /** The key by which {@code toSide} finds a model of {@code to} and those like it; null if a part is missing. */
    public @Nullable Object keyOfTo(Object toModel) {
        return Joins.key(to, toModel, toSide.columns());
    }

    private static @Nullable Object across(
            TableSchema table, Object model, Lookup side, List<Object> own, List<Object> other) {
        int[] columns = side.columns();
        if (own.isEmpty() && other.isEmpty()) {
            return Joins.key(table, model, columns);
        }
        int shared = columns.length - own.size();
        for (int i = 0; i < own.size(); i++) {
            if (!Objects.equals(table.get(model, columns[shared + i]), own.get(i))) {
                return null;
            }
        }
        Object[] parts = new Object[shared + other.size()];
        for (int i = 0; i < shared; i++) {
            Object part = Joins.part(table.get(model, columns[i]));
            if (part == null) {
                return null;
            }
            parts[i] = part;
        }
        for (int i = 0; i < other.size(); i++) {
            parts[shared + i] = other.get(i);
        }
        return Joins.of(parts);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
