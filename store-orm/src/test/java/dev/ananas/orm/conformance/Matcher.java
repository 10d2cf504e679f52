package dev.ananas.orm.conformance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compares answers of one scenario with the recorded ones. Placeholders of generated ids keep the id they were first
 * met with; where that leaves a choice, every choice is tried.
 */
final class Matcher {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$uid\\d+");

    private final Set<String> leftOut;
    private Map<String, String> bound = Map.of();

    /** Everything has to be as recorded. */
    Matcher() {
        this(Set.of());
    }

    /** @param leftOut members that an answer may show as null where the recorded one leaves them out */
    Matcher(Set<String> leftOut) {
        this.leftOut = leftOut;
    }

    /** Whether an answer is as recorded; if so, what its placeholders stand for is remembered. */
    boolean matches(@Nullable Object expected, @Nullable Object actual, boolean anyOrder) {
        return new Attempt(anyOrder, leftOut).match(expected, actual, bound, binding -> {
            bound = binding;
            return true;
        });
    }

    /** Whether two values without placeholders are the same, lists element by element. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        return new Attempt(false, Set.of()).same(one, other);
    }

    /** One comparison. What remains to be compared is passed on, so that a choice that fails later is taken back. */
    private record Attempt(boolean anyOrder, Set<String> leftOut) {

        boolean match(
                @Nullable Object expected,
                @Nullable Object actual,
                Map<String, String> binding,
                Predicate<Map<String, String>> rest) {
            if (!hasPlaceholder(expected)) {
                return same(expected, actual) && rest.test(binding);
            }
            if (expected instanceof Map) {
                Map<String, @Nullable Object> members = Json.map(expected);
                Map<String, @Nullable Object> map = actual instanceof Map ? shown(members, Json.map(actual)) : Map.of();
                return map.size() == members.size()
                        && members(new ArrayList<>(members.keySet()), members, map, binding, rest);
            }
            if (expected instanceof List<?> list) {
                return actual instanceof List<?> other
                        && list.size() == other.size()
                        && (isBag(list) ? bag(list, other, binding, rest) : list(list, other, binding, rest));
            }
            Map<String, String> more = bind(Json.text(expected), actual, binding);
            return more != null && rest.test(more);
        }

        private boolean members(
                List<String> names,
                Map<String, @Nullable Object> expected,
                Map<String, @Nullable Object> actual,
                Map<String, String> binding,
                Predicate<Map<String, String>> rest) {
            if (names.isEmpty()) {
                return rest.test(binding);
            }
            String name = names.get(0);
            List<String> others = names.subList(1, names.size());
            List<String> candidates = isNameWithPlaceholder(name) ? List.copyOf(actual.keySet()) : List.of(name);
            for (String candidate : candidates) {
                Map<String, String> more = actual.containsKey(candidate) ? bindName(name, candidate, binding) : null;
                if (more != null) {
                    Map<String, @Nullable Object> left = new HashMap<>(actual);
                    Object value = left.remove(candidate);
                    if (match(expected.get(name), value, more, next -> members(others, expected, left, next, rest))) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean list(
                List<?> expected, List<?> actual, Map<String, String> binding, Predicate<Map<String, String>> rest) {
            if (expected.isEmpty()) {
                return rest.test(binding);
            }
            return match(
                    expected.get(0),
                    actual.get(0),
                    binding,
                    next -> list(expected.subList(1, expected.size()), actual.subList(1, actual.size()), next, rest));
        }

        private boolean bag(
                List<?> expected, List<?> actual, Map<String, String> binding, Predicate<Map<String, String>> rest) {
            if (expected.isEmpty()) {
                return rest.test(binding);
            }
            List<?> others = expected.subList(1, expected.size());
            for (int i = 0; i < actual.size(); i++) {
                List<@Nullable Object> left = new ArrayList<>(actual);
                Object candidate = left.remove(i);
                if (match(expected.get(0), candidate, binding, next -> bag(others, left, next, rest))) {
                    return true;
                }
            }
            return false;
        }

        boolean same(@Nullable Object expected, @Nullable Object actual) {
            if (expected instanceof Number one && actual instanceof Number other) {
                return decimal(one).compareTo(decimal(other)) == 0;
            }
            if (expected instanceof Map<?, ?> members && actual instanceof Map<?, ?> all) {
                Map<String, @Nullable Object> map = shown(members, Json.map(all));
                return members.size() == map.size()
                        && members.keySet().stream()
                                .allMatch(name -> map.containsKey(name) && same(members.get(name), map.get(name)));
            }
            if (expected instanceof List<?> list && actual instanceof List<?> other) {
                return list.size() == other.size() && (isBag(list) ? sameBag(list, other) : sameList(list, other));
            }
            return Objects.equals(expected, actual);
        }

        /** The members of an answer without those that stand for none. */
        private Map<String, @Nullable Object> shown(Map<?, ?> expected, Map<String, @Nullable Object> actual) {
            if (leftOut.isEmpty()) {
                return actual;
            }
            Map<String, @Nullable Object> shown = new HashMap<>(actual);
            leftOut.forEach(name -> {
                if (shown.get(name) == null && !expected.containsKey(name)) {
                    shown.remove(name);
                }
            });
            return shown;
        }

        private boolean sameList(List<?> expected, List<?> actual) {
            for (int i = 0; i < expected.size(); i++) {
                if (!same(expected.get(i), actual.get(i))) {
                    return false;
                }
            }
            return true;
        }

        private boolean sameBag(List<?> expected, List<?> actual) {
            List<@Nullable Object> left = new ArrayList<>(actual);
            for (Object element : expected) {
                int found = 0;
                while (found < left.size() && !same(element, left.get(found))) {
                    found++;
                }
                if (found == left.size()) {
                    return false;
                }
                left.remove(found);
            }
            return true;
        }

        private boolean isBag(List<?> list) {
            return anyOrder && list.stream().allMatch(Map.class::isInstance);
        }
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }

    private static boolean hasPlaceholder(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .anyMatch(entry ->
                            isNameWithPlaceholder((String) entry.getKey()) || hasPlaceholder(entry.getValue()));
        }
        return value instanceof List<?> list ? list.stream().anyMatch(Matcher::hasPlaceholder) : isPlaceholder(value);
    }

    private static boolean isPlaceholder(@Nullable Object value) {
        return value instanceof String text && PLACEHOLDER.matcher(text).matches();
    }

    private static boolean isNameWithPlaceholder(String name) {
        return isPlaceholder(name)
                || isIndexId(name) && Json.list(Json.parse(name)).stream().anyMatch(Matcher::isPlaceholder);
    }

    private static boolean isIndexId(String name) {
        return name.startsWith("[\"$uid") || name.startsWith("[") && name.contains(",\"$uid");
    }

    private static @Nullable Map<String, String> bindName(String name, String actual, Map<String, String> binding) {
        if (isPlaceholder(name) || !isNameWithPlaceholder(name)) {
            return isPlaceholder(name) ? bind(name, actual, binding) : binding;
        }
        if (!actual.startsWith("[")) {
            return null;
        }
        List<@Nullable Object> parts = Json.list(Json.parse(name));
        List<@Nullable Object> actualParts = Json.list(Json.parse(actual));
        Map<String, String> more = parts.size() == actualParts.size() ? binding : null;
        for (int i = 0; i < parts.size() && more != null; i++) {
            if (isPlaceholder(parts.get(i))) {
                more = bind(Json.text(parts.get(i)), actualParts.get(i), more);
            } else if (!same(parts.get(i), actualParts.get(i))) {
                more = null;
            }
        }
        return more;
    }

    private static @Nullable Map<String, String> bind(
            String placeholder, @Nullable Object actual, Map<String, String> binding) {
        if (!(actual instanceof String id)) {
            return null;
        }
        String known = binding.get(placeholder);
        if (known != null || binding.containsValue(id)) {
            return id.equals(known) ? binding : null;
        }
        Map<String, String> more = new HashMap<>(binding);
        more.put(placeholder, id);
        return more;
    }
}
