package dev.ananas.test;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What differs between two values, in words: lists and maps line by line, the rest as texts. */
final class Comparison {
    private static final int MOST_LINES = 400;

    private Comparison() {}

    /** Fails with both values unless they are equal. */
    static void equal(String what, @Nullable Object expected, @Nullable Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new AssertionError(what + " differs (- expected, + found):\n" + text(expected, actual));
        }
    }

    static String text(@Nullable Object expected, @Nullable Object actual) {
        return diff(lines(expected), lines(actual));
    }

    private static List<String> lines(@Nullable Object value) {
        List<String> lines = new ArrayList<>();
        if (value instanceof Collection<?> list) {
            list.forEach(element -> lines.add(String.valueOf(element)));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> lines.add(key + ": " + element));
        } else {
            lines.add(String.valueOf(value));
        }
        return lines;
    }

    private static String diff(List<String> expected, List<String> actual) {
        if (expected.equals(actual)) {
            return "  " + expected + "\n  (the values look alike, and are not equal)";
        }
        StringBuilder text = new StringBuilder();
        int[][] common = common(cut(expected), cut(actual));
        int i = 0;
        int j = 0;
        while (i < common.length - 1 || j < common[0].length - 1) {
            boolean both = i < common.length - 1 && j < common[0].length - 1;
            if (both && expected.get(i).equals(actual.get(j))) {
                text.append("  ").append(expected.get(i++)).append('\n');
                j++;
            } else if (j == common[0].length - 1 || i < common.length - 1 && common[i + 1][j] >= common[i][j + 1]) {
                text.append("- ").append(expected.get(i++)).append('\n');
            } else {
                text.append("+ ").append(actual.get(j++)).append('\n');
            }
        }
        if (expected.size() > MOST_LINES || actual.size() > MOST_LINES) {
            text.append("  ... (")
                    .append(expected.size())
                    .append(" expected, ")
                    .append(actual.size())
                    .append(" found)\n");
        }
        return text.toString();
    }

    private static List<String> cut(List<String> lines) {
        return lines.subList(0, Math.min(lines.size(), MOST_LINES));
    }

    /** The lengths of the longest common subsequences of the ends of both lists. */
    private static int[][] common(List<String> expected, List<String> actual) {
        int[][] common = new int[expected.size() + 1][actual.size() + 1];
        for (int i = expected.size() - 1; i >= 0; i--) {
            for (int j = actual.size() - 1; j >= 0; j--) {
                common[i][j] = expected.get(i).equals(actual.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
