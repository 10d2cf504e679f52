package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.schema.ValueOrder;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The two relations between attribute values that conditions and orders use: {@link #equal} and {@link #compare}. Decimals
 * are equal whatever their scale in both, so that a filter and an order never disagree; here null equals null, which joins
 * never do.
 */
final class Values {
    private Values() {}

    static boolean equal(@Nullable Object a, @Nullable Object b) {
        if (a instanceof BigDecimal first && b instanceof BigDecimal second) {
            return first.compareTo(second) == 0;
        }
        return Objects.equals(a, b);
    }

    /** Whether an order is defined between two values that are not null. */
    static boolean comparable(Object a, Object b) {
        return a instanceof Comparable && (a.getClass() == b.getClass() || a instanceof Number && b instanceof Number);
    }

    /** Order of two values that are not null. */
    static int compare(Object a, Object b) {
        return ValueOrder.compare(a, b);
    }
}
