package dev.ananas.orm.internal.schema;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The order of attribute values: of one class by their own order, numbers of several classes by value, others by class. Total, so
 * that sorted indexes and results can rely on it whatever an attribute holds.
 */
public final class ValueOrder {
    private ValueOrder() {}

    /** Order of two values that are not null. */
    @SuppressWarnings("unchecked")
    public static int compare(Object a, Object b) {
        if (a.getClass() == b.getClass() && a instanceof Comparable<?> first) {
            return ((Comparable<Object>) first).compareTo(b);
        }
        if (a instanceof Number first && b instanceof Number second) {
            int rounded = Double.compare(first.doubleValue(), second.doubleValue());
            return rounded != 0 ? rounded : exact(first, second);
        }
        return kind(a).compareTo(kind(b));
    }

    /** As {@link #compare}, null last. */
    public static int compareNullsLast(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? 1 : -1;
        }
        return compare(a, b);
    }

    /** Numbers that round to the same double: only then can rounding have hidden a difference. */
    private static int exact(Number a, Number b) {
        return Double.isNaN(a.doubleValue()) || Double.isInfinite(a.doubleValue())
                ? 0
                : new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString()));
    }

    private static String kind(Object value) {
        return value instanceof Number
                ? Number.class.getName()
                : value.getClass().getName();
    }
}
