package dev.ananas.orm.conformance;

import dev.ananas.orm.model.Key;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Primary keys of one model as scenarios write them: a value, or a list of as many parts as the key has.
 *
 * @param attributes names in key order
 */
record Keys(List<String> attributes) {

    boolean isComposite() {
        return attributes.size() > 1;
    }

    /** Whether this is one id and not a list of ids. */
    boolean isOne(@Nullable Object ids) {
        if (!(ids instanceof List<?> list)) {
            return true;
        }
        return isComposite()
                && list.size() == attributes.size()
                && list.stream().noneMatch(List.class::isInstance);
    }

    Object key(@Nullable Object id) {
        if (id == null) {
            throw new IllegalArgumentException("An id is null");
        }
        return isComposite() ? Key.of(Json.list(id)) : id;
    }

    List<Object> keys(@Nullable Object ids) {
        List<Object> keys = new ArrayList<>();
        Json.list(ids).forEach(id -> keys.add(key(id)));
        return keys;
    }

    /** Having this key, or one of these. */
    Condition<Row> condition(@Nullable Object ids) {
        if (isOne(ids)) {
            return one(ids);
        }
        if (!isComposite()) {
            return Condition.of(attributes.get(0), "in", ids);
        }
        Condition<Row> any = Condition.of(attributes.get(0), "in", List.of());
        for (Object id : Json.list(ids)) {
            any = any.or(one(id));
        }
        return any;
    }

    private Condition<Row> one(@Nullable Object id) {
        if (!isComposite()) {
            return Condition.of(attributes.get(0), "=", id);
        }
        List<@Nullable Object> parts = Json.list(id);
        Condition<Row> all = Condition.of(attributes.get(0), "=", parts.get(0));
        for (int i = 1; i < attributes.size(); i++) {
            all = all.and(Condition.of(attributes.get(i), "=", parts.get(i)));
        }
        return all;
    }

    /** The key of a record as it stands in the index of the state. */
    String indexId(Map<String, @Nullable Object> record) {
        if (!isComposite()) {
            return String.valueOf(record.get(attributes.get(0)));
        }
        List<@Nullable Object> parts = new ArrayList<>();
        attributes.forEach(attribute -> parts.add(record.get(attribute)));
        return Json.print(parts);
    }
}
