package dev.ananas.orm.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sum of numbers that come and go. It depends on the numbers there are, not on their order or on others that were there: whole
 * numbers and decimals are added exactly, doubles as {@link ExactDoubles}, and the scale of a sum of decimals is the largest
 * of those there are.
 */
final class Sum {
    private long count;
    private long small;
    private BigInteger whole = BigInteger.ZERO;
    private long doubles;
    private @Nullable ExactDoubles approximate;
    private BigDecimal decimal = BigDecimal.ZERO;

    /** How many decimals there are of each scale. */
    private final TreeMap<Integer, Long> scales = new TreeMap<>();

    /** Adds what is found in a model; what is no number is left out. */
    void add(@Nullable Object value) {
        change(value, 1);
    }

    /** Takes away what was added. */
    void remove(@Nullable Object value) {
        change(value, -1);
    }

    private void change(@Nullable Object value, int times) {
        if (!(value instanceof Number number)) {
            return;
        }
        count += times;
        if (number instanceof BigDecimal one) {
            decimal = times > 0 ? decimal.add(one) : decimal.subtract(one);
            scales.merge(one.scale(), (long) times, (a, b) -> a + b == 0 ? null : a + b);
        } else if (number instanceof BigInteger one) {
            whole = times > 0 ? whole.add(one) : whole.subtract(one);
        } else if (isWhole(number)) {
            changeWhole(number.longValue(), times);
        } else {
            doubles += times;
            approximate = approximate == null ? new ExactDoubles() : approximate;
            approximate.add(number.doubleValue(), times);
        }
    }

    private void changeWhole(long number, int times) {
        long next = small + times * number;
        boolean overflows = number == Long.MIN_VALUE || ((small ^ next) & (times * number ^ next)) < 0;
        if (overflows) {
            BigInteger exact = BigInteger.valueOf(number).multiply(BigInteger.valueOf(times));
            whole = whole.add(BigInteger.valueOf(small)).add(exact);
            small = 0;
        } else {
            small = next;
        }
    }

    private static boolean isWhole(Number number) {
        return number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte;
    }

    /** How many numbers there are. */
    long count() {
        return count;
    }

    /** A double if one of the numbers is one, otherwise a decimal if one of them is one, otherwise a whole number. */
    Number total() {
        BigInteger integer = whole.add(BigInteger.valueOf(small));
        if (doubles > 0 && approximate != null) {
            return approximate.sum() + decimal.doubleValue() + integer.doubleValue();
        }
        if (scales.isEmpty()) {
            return integer;
        }
        return decimal.add(new BigDecimal(integer)).setScale(Math.max(0, scales.lastKey()));
    }
}
