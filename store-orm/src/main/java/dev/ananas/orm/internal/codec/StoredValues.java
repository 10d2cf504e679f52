package dev.ananas.orm.internal.codec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ananas.orm.model.Meta;
import dev.ananas.orm.model.ValueType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stored values read from what {@link StoredJson} wrote. They were cast and changed by mutators before they were stored, so neither
 * sees them again.
 */
public final class StoredValues {

    private StoredValues() {}

    /** The value, or {@link Values#MISFIT} if the type has no such value. */
    public static @Nullable Object read(JsonNode node, ValueType type) {
        try {
            Object value = value(node, type);
            return value != Values.MISFIT && type.accepts(value) ? type.canonical(value) : Values.MISFIT;
        } catch (RuntimeException e) {
            return Values.MISFIT;
        }
    }

    private static @Nullable Object value(JsonNode node, ValueType type) {
        Class<?> declared = type.javaType();
        if (node.isNull()) {
            return null;
        }
        if (!type.contents().isEmpty()) {
            return contents(node, type);
        }
        if (declared == null) {
            return undeclared(node);
        }
        if (declared == Meta.class) {
            return new Meta(
                    node.required("createdAt").longValue(),
                    node.required("updatedAt").longValue());
        }
        return declared(node, declared);
    }

    private static @Nullable Object declared(JsonNode node, Class<?> type) {
        if ((type == Double.class || type == Float.class) && node.isTextual()) {
            boolean special = List.of("NaN", "Infinity", "-Infinity", "-0.0").contains(node.textValue());
            Double value = special ? Double.valueOf(node.textValue()) : null;
            return value == null ? Values.MISFIT : type == Double.class ? (Object) value : (Object) value.floatValue();
        }
        boolean plain =
                node.isContainerNode() && !StoredJson.isKind(node) && !type.isInterface() && type != Object.class;
        Object value = plain ? null : undeclared(node);
        if (type.isInstance(value)) {
            return value;
        }
        return node.isContainerNode()
                ? Json.convert(node, type)
                : Values.converted(Objects.requireNonNull(Json.plain(node)), type);
    }

    private static @Nullable Object contents(JsonNode node, ValueType type) {
        ValueType first = type.contents().get(0);
        if (type.javaType() == Map.class) {
            return map(node, first, type.contents().get(1));
        }
        if (!node.isArray()) {
            return Values.MISFIT;
        }
        boolean set = type.javaType() == Set.class;
        Collection<@Nullable Object> elements = set ? new LinkedHashSet<>() : new ArrayList<>(node.size());
        for (JsonNode element : node) {
            elements.add(read(element, first));
        }
        if (elements.contains(Values.MISFIT)) {
            return Values.MISFIT;
        }
        return set ? Collections.unmodifiableSet((Set<?>) elements) : Collections.unmodifiableList((List<?>) elements);
    }

    private static @Nullable Object map(JsonNode node, ValueType keys, ValueType values) {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        if (node.isObject()) {
            node.properties()
                    .forEach(member -> map.put(Values.key(member.getKey(), keys), read(member.getValue(), values)));
        } else {
            for (JsonNode pair : node) {
                map.put(read(pair.required(0), keys), read(pair.required(1), values));
            }
        }
        boolean fits = node.isContainerNode() && !map.containsKey(Values.MISFIT) && !map.containsValue(Values.MISFIT);
        return fits ? Collections.unmodifiableMap(map) : Values.MISFIT;
    }

    private static @Nullable Object undeclared(JsonNode node) {
        if (node.isArray()) {
            List<@Nullable Object> list = new ArrayList<>(node.size());
            node.forEach(element -> list.add(undeclared(element)));
            return Collections.unmodifiableList(list);
        }
        if (StoredJson.isKind(node)) {
            return kind(node.get(StoredJson.TYPE).textValue(), node.get(StoredJson.VALUE));
        }
        if (node.isObject()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            node.properties().forEach(member -> map.put(member.getKey(), undeclared(member.getValue())));
            return Collections.unmodifiableMap(map);
        }
        if (node.isNumber()) {
            return number(node);
        }
        return node.isNull() ? null : node.isBoolean() ? (Object) node.booleanValue() : node.textValue();
    }

    private static Object number(JsonNode node) {
        if (!node.isIntegralNumber()) {
            return node.doubleValue();
        }
        BigInteger whole = node.bigIntegerValue();
        return whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : whole;
    }

    private static Object kind(String name, JsonNode value) {
        if (name.equals(StoredJson.SET)) {
            Set<@Nullable Object> set = new LinkedHashSet<>();
            value.forEach(element -> set.add(undeclared(element)));
            return Collections.unmodifiableSet(set);
        }
        if (name.equals(StoredJson.MAP)) {
            Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
            value.forEach(pair -> map.put(undeclared(pair.required(0)), undeclared(pair.required(1))));
            return Collections.unmodifiableMap(map);
        }
        StoredKind<?> kind = StoredKind.named(name);
        if (kind == null || !value.isTextual()) {
            throw new IllegalArgumentException("unknown kind " + name);
        }
        return kind.fromText().apply(value.textValue());
    }
}
