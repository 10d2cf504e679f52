package dev.ananas.orm.query;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Arithmetic on numbers of whatever classes. Whole numbers and decimals are exact, floating point numbers are not. */
final class Numbers {
    private Numbers() {}

    /** The order by value; exact within one class. */
    @SuppressWarnings("unchecked")
    static int compare(Number a, Number b) {
        return a.getClass() == b.getClass() && a instanceof Comparable<?> first
                ? ((Comparable<Object>) first).compareTo(b)
                : Double.compare(a.doubleValue(), b.doubleValue());
    }

    /** A sum as a number of the class of its summands; one that does not fit is an error. */
    static Number as(Class<? extends Number> type, Number sum) {
        if (type == Double.class) {
            return sum.doubleValue();
        }
        if (type == Float.class) {
            return sum.floatValue();
        }
        BigDecimal exact = sum instanceof BigDecimal decimal ? decimal : new BigDecimal(sum.toString());
        if (type == BigDecimal.class) {
            return exact;
        }
        if (type == BigInteger.class) {
            return exact.toBigIntegerExact();
        }
        if (type == Long.class) {
            return exact.longValueExact();
        }
        if (type == Integer.class) {
            return exact.intValueExact();
        }
        if (type == Short.class) {
            return exact.shortValueExact();
        }
        if (type == Byte.class) {
            return exact.byteValueExact();
        }
        throw new IllegalArgumentException("Numbers of " + type + " have no sum; map them with pluck instead");
    }
}
