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
    public Map<K, List<M>> answer(List<Found> found, @Nullable Map<K, List<M>> before) {
        Map<K, List<M>> groups = new LinkedHashMap<>();
        for (Object model : found.get(0).models()) {
            groups.computeIfAbsent(key(model), key -> new ArrayList<>()).add(typed(model));
        }
        groups.replaceAll((key, models) -> {
            List<M> former = before == null ? null : before.get(key);
            return former != null && sameElements(former, models) ? former : ToMany.ofImmutable(models);
        });
        return before != null && sameGroups(before, groups) ? before : Collections.unmodifiableMap(groups);
    }

    @Override
    public Question.Combine<Map<K, List<M>>> forSubscriber() {
        return new Kept();
    }

    /** A partition that follows the versions of one list. */
    private final class Kept implements Question.Combine<Map<K, List<M>>> {
        private @Nullable Partition<?, K, M> partition;

        @Override
        public Map<K, List<M>> answer(List<Found> found, @Nullable Map<K, List<M>> before) {
            if (!(found.get(0) instanceof Found.Members<?> now)) {
                return Grouping.this.answer(found, before);
            }
            return follow(now, before);
        }

        @SuppressWarnings("unchecked") // all versions that one subscriber is given are of one sequence
        private <E> Map<K, List<M>> follow(Found.Members<E> now, @Nullable Map<K, List<M>> before) {
            Partition<E, K, M> then = (Partition<E, K, M>) partition;
            Partition<E, K, M> next = then == null
                    ? Partition.of(now, member -> key(now.read(member)))
                    : then.with(now, member -> key(now.read(member)));
            partition = next;
            return before != null && next.readsAs(then) ? before : Collections.unmodifiableMap(next);
        }
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
    private K key(Object model) {
        return (K) normal(keyOf.apply(model));
    }

    @SuppressWarnings("unchecked")
    private M typed(Object model) {
        return (M) model;
    }
}
