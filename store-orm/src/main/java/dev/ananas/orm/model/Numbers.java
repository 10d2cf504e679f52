package dev.ananas.orm.model;

import java.math.BigDecimal;
import java.math.BigInteger;

/** The one stored form of a number without a declared class. */
final class Numbers {
    private static final double EXACT = 1L << 53;

    private Numbers() {}

    static Number canonical(Number number) {
        if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return number.longValue();
        }
        if (number instanceof BigInteger big) {
            return big.bitLength() < Long.SIZE ? (Number) big.longValue() : big;
        }
        if (number instanceof BigDecimal decimal) {
            return canonical(decimal);
        }
        double value = number.doubleValue();
        return value == Math.rint(value) && Math.abs(value) <= EXACT ? (Number) (long) value : (Number) value;
    }

    private static Number canonical(BigDecimal decimal) {
        if (decimal.signum() == 0 || decimal.stripTrailingZeros().scale() <= 0) {
            return canonical(decimal.toBigInteger());
        }
        double value = decimal.doubleValue();
        return new BigDecimal(Double.toString(value)).compareTo(decimal) == 0 ? (Number) value : decimal;
    }
}
