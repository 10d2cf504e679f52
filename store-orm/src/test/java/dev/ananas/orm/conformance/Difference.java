package dev.ananas.orm.conformance;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where two values begin to differ, element by element: a hint for the reader of a failure. */
final class Difference {
    private Difference() {}

    static String between(@Nullable Object expected, @Nullable Object actual) {
        String path = path(expected, actual);
        return path == null ? "order or generated ids differ" : "differs at $" + path;
    }

    private static @Nullable String path(@Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof Map && actual instanceof Map) {
            return inMaps(Json.map(expected), Json.map(actual));
        }
        if (expected instanceof List<?> list && actual instanceof List<?> other) {
            return inLists(list, other);
        }
        boolean generated = expected instanceof String text && text.startsWith("$uid") && actual instanceof String;
        return generated || Matcher.same(expected, actual)
                ? null
                : " (" + kind(expected) + " for " + kind(actual) + ")";
    }

    private static @Nullable String inMaps(
            Map<String, @Nullable Object> expected, Map<String, @Nullable Object> actual) {
        for (Map.Entry<String, @Nullable Object> member : expected.entrySet()) {
            String path = actual.containsKey(member.getKey())
                    ? path(member.getValue(), actual.get(member.getKey()))
                    : member.getKey().contains("$uid") ? null : " (missing)";
            if (path != null) {
                return "." + member.getKey() + path;
            }
        }
        TreeSet<String> more = new TreeSet<>(actual.keySet());
        more.removeAll(expected.keySet());
        return more.isEmpty() || expected.size() == actual.size() ? null : " (too many: " + more + ")";
    }

    private static @Nullable String inLists(List<?> expected, List<?> actual) {
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            String path = path(expected.get(i), actual.get(i));
            if (path != null) {
                return "[" + i + "]" + path;
            }
        }
        return expected.size() == actual.size()
                ? null
                : " (" + actual.size() + " elements for " + expected.size() + ")";
    }

    private static String kind(@Nullable Object value) {
        return value instanceof Map ? "{..}" : value instanceof List ? "[..]" : Json.print(value);
    }
}
