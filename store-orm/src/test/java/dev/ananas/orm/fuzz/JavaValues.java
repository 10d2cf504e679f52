package dev.ananas.orm.fuzz;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as Java source. {@code map(...)} stands for a map of alternating names and values that may be null. */
final class JavaValues {
    private JavaValues() {}

    static String of(Object value) {
        if (value instanceof String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
        if (value instanceof List<?> list) {
            return "Arrays.asList(" + list(list) + ")";
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> of(entry.getKey()) + ", " + of(entry.getValue()))
                    .collect(Collectors.joining(", ", "map(", ")"));
        }
        return String.valueOf(value);
    }

    static String list(List<?> list) {
        return list.stream().map(JavaValues::of).collect(Collectors.joining(", "));
    }
}
