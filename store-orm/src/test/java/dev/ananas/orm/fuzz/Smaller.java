package dev.ananas.orm.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Smaller variants of lists and maps, large cuts first. */
final class Smaller {
    private Smaller() {}

    /** The list without a part of it: halves, quarters, down to single elements. */
    static <T> List<List<T>> lists(List<T> list) {
        List<List<T>> smaller = new ArrayList<>();
        for (int size = (list.size() + 1) / 2; size > 0; size /= 2) {
            for (int from = 0; from < list.size(); from += size) {
                List<T> rest = new ArrayList<>(list.subList(0, from));
                rest.addAll(list.subList(Math.min(list.size(), from + size), list.size()));
                smaller.add(rest);
            }
        }
        return smaller;
    }

    /** The list with one element in another form. */
    static <T> List<List<T>> elements(List<T> list, Function<T, List<T>> variants) {
        List<List<T>> changed = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            for (T variant : variants.apply(list.get(i))) {
                List<T> copy = new ArrayList<>(list);
                copy.set(i, variant);
                changed.add(copy);
            }
        }
        return changed;
    }

    /** Both of the above. */
    static <T> List<List<T>> all(List<T> list, Function<T, List<T>> variants) {
        List<List<T>> all = lists(list);
        all.addAll(elements(list, variants));
        return all;
    }

    /** A record without one entry, or with less nested in it. */
    static List<Map<String, Object>> records(Map<String, Object> record) {
        List<Map<String, Object>> smaller = new ArrayList<>();
        record.forEach((name, value) -> {
            Map<String, Object> rest = new LinkedHashMap<>(record);
            rest.remove(name);
            smaller.add(rest);
        });
        record.forEach((name, value) -> {
            for (Object variant : values(value)) {
                Map<String, Object> changed = new LinkedHashMap<>(record);
                changed.put(name, variant);
                smaller.add(changed);
            }
        });
        return smaller;
    }

    @SuppressWarnings("unchecked")
    private static List<?> values(Object value) {
        if (value instanceof Map<?, ?> nested) {
            return records((Map<String, Object>) nested);
        }
        return value instanceof List<?> list ? all((List<Object>) list, one -> List.copyOf(values(one))) : List.of();
    }

    /** Each variant of a part put back into the whole. */
    static <P, W> List<W> parts(List<P> variants, Function<P, W> whole) {
        List<W> wholes = new ArrayList<>(variants.size());
        variants.forEach(variant -> wholes.add(whole.apply(variant)));
        return wholes;
    }
}
