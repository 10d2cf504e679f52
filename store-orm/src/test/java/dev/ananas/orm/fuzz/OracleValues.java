package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.AttributeShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Values as the oracle sees them, written anew on purpose: every number a double, so that 1 and 1.0 are one value. */
final class OracleValues {
    private OracleValues() {}

    /** A generated id that the oracle cannot know; the runner fills in what the engine made up. */
    static final class Unknown {
        @Override
        public String toString() {
            return "?";
        }
    }

    /** The oracle's form of any value the engine or a program shows. */
    static Object plain(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof Map<?, ?> members) {
            Map<Object, Object> plain = new LinkedHashMap<>();
            members.forEach((name, member) -> plain.put(name, plain(member)));
            return plain;
        }
        if (value instanceof List<?> list) {
            List<Object> plain = new ArrayList<>();
            list.forEach(element -> plain.add(plain(element)));
            return plain;
        }
        return value;
    }

    /** The value as an attribute stores it. */
    static Object stored(AttributeShape attribute, Object value) {
        Object given = value;
        if (attribute.is(Trait.CAST_TEXT) && (value instanceof Number || value instanceof Boolean)) {
            given = value instanceof Number number ? decimal(number.doubleValue()) : value.toString();
        }
        if (attribute.is(Trait.CAST_NUMBER) && value instanceof Boolean truth) {
            given = truth ? 1.0 : 0.0;
        } else if (attribute.is(Trait.CAST_NUMBER) && value instanceof String text) {
            given = number(text);
        }
        Object stored = stored(attribute.kind(), given);
        boolean cuts = attribute.is(Trait.CUTS) && stored instanceof String text && text.length() > 1;
        return cuts ? ((String) stored).substring(0, 1) : stored;
    }

    private static Object number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            throw new Oracle.Refused(text + " in place of a number");
        }
    }

    /** The stored value of an attribute as it is read. */
    static Object read(AttributeShape attribute, Object stored) {
        if (attribute.is(Trait.SHOUTS) && stored instanceof String text) {
            return text.toUpperCase(Locale.ROOT);
        }
        boolean adds = attribute.is(Trait.ADDS) && stored instanceof Double number && number == Math.rint(number);
        return adds ? (Object) ((Double) stored + 10) : stored;
    }

    /** The value as an attribute of this kind stores it. */
    private static Object stored(Kind kind, Object value) {
        boolean fits = value == null
                || switch (kind) {
                    case NUMBER -> value instanceof Number;
                    case TEXT -> value instanceof String;
                    case BOOL -> value instanceof Boolean || value instanceof Number || value instanceof String;
                    case ANY, TAGS, UID, TIMES -> true;
                };
        if (!fits) {
            throw new Oracle.Refused(value + " in an attribute of kind " + kind);
        }
        if (kind == Kind.BOOL && value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        if (kind == Kind.BOOL && value instanceof String text) {
            return !text.equals("") && !text.equals("0");
        }
        return plain(value);
    }

    /** Equality of conditions: null equals null. */
    static boolean same(Object a, Object b) {
        return a == null ? b == null : a.equals(b);
    }

    /** Equality of join keys: null equals nothing. */
    static boolean joins(Object a, Object b) {
        return a != null && b != null && a.equals(b);
    }

    /** Order of two values of one kind, neither null. */
    static int compare(Object a, Object b) {
        if (a instanceof Double first && b instanceof Double second) {
            return first < second ? -1 : first > second ? 1 : 0;
        }
        if (a instanceof Boolean first && b instanceof Boolean second) {
            return first.equals(second) ? 0 : first ? 1 : -1;
        }
        return ((String) a).compareTo((String) b);
    }

    /** Whether a text matches a pattern, by trying everything. */
    static boolean like(Object value, Object pattern, boolean ignoreCase) {
        if (!(value instanceof String) && !(value instanceof Double)) {
            return false;
        }
        String text = value instanceof Double number ? decimal(number) : (String) value;
        String what = String.valueOf(pattern);
        return ignoreCase ? like(text.toLowerCase(Locale.ROOT), what.toLowerCase(Locale.ROOT)) : like(text, what);
    }

    private static boolean like(String text, String pattern) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        char head = pattern.charAt(0);
        if (head == '%') {
            return like(text, pattern.substring(1)) || !text.isEmpty() && like(text.substring(1), pattern);
        }
        boolean escaped = head == '\\' && pattern.length() > 1;
        char wanted = escaped ? pattern.charAt(1) : head;
        return !text.isEmpty()
                && (head == '_' || text.charAt(0) == wanted)
                && like(text.substring(1), pattern.substring(escaped ? 2 : 1));
    }

    private static String decimal(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
