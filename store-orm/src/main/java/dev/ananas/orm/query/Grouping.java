package dev.ananas.orm.query;

import dev.ananas.orm.view.ToMany;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Models in groups of one key each, in the order of the first model of each group. A group of the same models as before keeps
 * its list.
 *
 * @param keyOf the key of a model, null allowed
 */
record Grouping<K, M>(Function<Object, ? extends @Nullable Object> keyOf) implements Question.Combine<Map<K, List<M>>> {

    /** Groups by the values of several attributes. */
    static <M> Grouping<List<@Nullable Object>, M> byAll(List<Function<Object, @Nullable Object>> readers) {
        return new Grouping<>(model -> {
            List<@Nullable Object> values = new ArrayList<>(readers.size());
            readers.forEach(reader -> values.add(normal(reader.apply(model))));
            return Collections.unmodifiableList(values);
        });
    }

    @Override
    public Map<K, List<M>> answer(List<List<?>> lists, @Nullable Map<K, List<M>> before) {
        Map<K, List<M>> groups = new LinkedHashMap<>();
        for (Object model : lists.get(0)) {
            groups.computeIfAbsent(key(keyOf.apply(model)), key -> new ArrayList<>())
                    .add(typed(model));
        }
        groups.replaceAll((key, models) -> {
            List<M> former = before == null ? null : before.get(key);
            return former != null && sameElements(former, models) ? former : ToMany.ofImmutable(models);
        });
        return before != null && sameGroups(before, groups) ? before : Collections.unmodifiableMap(groups);
    }

    /** Decimals are one group whatever their scale, as they are equal in conditions. */
    private static @Nullable Object normal(@Nullable Object value) {
        return value instanceof BigDecimal decimal ? decimal.stripTrailingZeros() : value;
    }

    /** Whether two lists have the same models, not merely equal ones. */
    static boolean sameElements(List<?> one, List<?> other) {
        if (one.size() != other.size()) {
            return false;
        }
        Iterator<?> others = other.iterator();
        for (Object element : one) {
            if (element != others.next()) {
                return false;
            }
        }
        return true;
    }

    /** Whether groups are the same lists in the same order. */
    private static boolean sameGroups(Map<?, ?> one, Map<?, ?> other) {
        return sameElements(new ArrayList<>(one.values()), new ArrayList<>(other.values()));
    }

    @SuppressWarnings({"unchecked", "NullAway"})
    private K key(@Nullable Object value) {
        return (K) normal(value);
    }

    @SuppressWarnings("unchecked")
    private M typed(Object model) {
        return (M) model;
    }
}
