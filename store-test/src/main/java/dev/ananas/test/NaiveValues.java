package dev.ananas.test;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What conditions, orders and joins say about two values, written down a second time. */
final class NaiveValues {
    private NaiveValues() {}

    /** Equal by type and value, decimals whatever their scale; null equals null. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        return one instanceof BigDecimal a && other instanceof BigDecimal b
                ? a.compareTo(b) == 0
                : Objects.equals(one, other);
    }

    static boolean contains(@Nullable Object list, @Nullable Object value) {
        if (list instanceof Collection<?> elements) {
            for (Object element : elements) {
                if (same(element, value)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether one is less or greater than the other at all. */
    static boolean comparable(@Nullable Object one, @Nullable Object other) {
        return one instanceof Comparable
                && other instanceof Comparable
                && (one instanceof Number && other instanceof Number || one.getClass() == other.getClass());
    }

    /** The order of two values that are not null; values of different kinds go by the name of their class. */
    @SuppressWarnings("unchecked")
    static int compare(Object one, Object other) {
        if (one instanceof Comparable<?> comparable && one.getClass() == other.getClass()) {
            return ((Comparable<Object>) comparable).compareTo(other);
        }
        if (one instanceof Number a && other instanceof Number b) {
            return isFinite(a) && isFinite(b)
                    ? new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString()))
                    : Double.compare(a.doubleValue(), b.doubleValue());
        }
        return kind(one).compareTo(kind(other));
    }

    private static boolean isFinite(Number number) {
        return Double.isFinite(number.doubleValue());
    }

    private static String kind(Object value) {
        return value instanceof Number
                ? Number.class.getName()
                : value.getClass().getName();
    }

    /** Whether a text, or a number as a text, is what a pattern describes. */
    static boolean like(@Nullable Object value, String pattern, boolean ignoreCase) {
        if (!(value instanceof CharSequence) && !(value instanceof Number)) {
            return false;
        }
        return ignoreCase
                ? matches(value.toString().toLowerCase(Locale.ROOT), pattern.toLowerCase(Locale.ROOT))
                : matches(value.toString(), pattern);
    }

    private static boolean matches(String text, String pattern) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        char head = pattern.charAt(0);
        if (head == '%') {
            for (int from = 0; from <= text.length(); from++) {
                if (matches(text.substring(from), pattern.substring(1))) {
                    return true;
                }
            }
            return false;
        }
        boolean escaped = head == '\\' && pattern.length() > 1;
        char wanted = escaped ? pattern.charAt(1) : head;
        boolean fits = !text.isEmpty() && (!escaped && head == '_' || text.charAt(0) == wanted);
        return fits && matches(text.substring(1), pattern.substring(escaped ? 2 : 1));
    }
}
