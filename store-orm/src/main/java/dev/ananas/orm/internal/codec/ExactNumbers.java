package dev.ananas.orm.internal.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers of one class as numbers of another, where that loses nothing. */
final class ExactNumbers {
    private ExactNumbers() {}

    /** The number as an instance of the class, or null if there is none of the same value. */
    static @Nullable Number convert(Number number, Class<?> type) {
        BigDecimal value = decimal(number);
        if (value == null) {
            return nonFinite(number.doubleValue(), type);
        }
        if (type == Double.class) {
            double nearest = value.doubleValue();
            return Double.isInfinite(nearest) || isWhole(number) && !same(nearest, value) ? null : (Number) nearest;
        }
        if (type == Float.class) {
            float nearest = value.floatValue();
            return Float.isInfinite(nearest) || isWhole(number) && !same(nearest, value) ? null : (Number) nearest;
        }
        try {
            return whole(value, type);
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable Number whole(BigDecimal value, Class<?> type) {
        if (type == Long.class) {
            return value.longValueExact();
        }
        if (type == Integer.class) {
            return value.intValueExact();
        }
        if (type == Short.class) {
            return value.shortValueExact();
        }
        if (type == Byte.class) {
            return value.byteValueExact();
        }
        if (type == BigInteger.class) {
            return value.toBigIntegerExact();
        }
        return type == BigDecimal.class ? value : null;
    }

    private static @Nullable BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        if (number instanceof Double || number instanceof Float) {
            return Double.isFinite(number.doubleValue()) ? new BigDecimal(number.toString()) : null;
        }
        return BigDecimal.valueOf(number.longValue());
    }

    private static boolean isWhole(Number number) {
        return !(number instanceof BigDecimal || number instanceof Double || number instanceof Float);
    }

    private static boolean same(double nearest, BigDecimal value) {
        return new BigDecimal(nearest).compareTo(value) == 0;
    }

    private static @Nullable Number nonFinite(double value, Class<?> type) {
        if (type == Double.class) {
            return value;
        }
        return type == Float.class ? (Number) (float) value : null;
    }
}
