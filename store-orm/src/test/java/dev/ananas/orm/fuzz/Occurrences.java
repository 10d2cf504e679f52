package dev.ananas.orm.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The places at which one save names its records. A record that is named twice is merged in order; which of two places comes
 * first is plain if they are in different elements of one list, and unspecified if one is inside the other or both are under
 * different relations of one record.
 */
final class Occurrences {
    private final Map<List<Object>, List<Occurrence>> known = new HashMap<>();

    private record Occurrence(List<Object> path, Map<String, Object> values) {}

    void add(String entity, List<Object> key, List<Object> path, Map<String, Object> values) {
        List<Occurrence> others = known.computeIfAbsent(List.of(entity, key), any -> new ArrayList<>());
        for (Occurrence other : others) {
            if (!ordered(other.path(), path) && conflict(other.values(), values)) {
                throw new Oracle.Unspecified("a record with other values at " + other.path() + " and " + path);
            }
        }
        others.add(new Occurrence(path, Map.copyOf(notNull(values))));
    }

    private static Map<String, Object> notNull(Map<String, Object> values) {
        Map<String, Object> copy = new HashMap<>();
        values.forEach((name, value) -> copy.put(name, value == null ? "null" : value));
        return copy;
    }

    private static boolean ordered(List<Object> a, List<Object> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            if (!a.get(i).equals(b.get(i))) {
                return a.get(i) instanceof Integer;
            }
        }
        return false;
    }

    private static boolean conflict(Map<String, Object> a, Map<String, Object> b) {
        Map<String, Object> second = notNull(b);
        return a.keySet().stream()
                .anyMatch(name -> second.containsKey(name) && !a.get(name).equals(second.get(name)));
    }
}
