package dev.ananas.orm.internal.codec;

import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values as given, brought into the type of their attribute: without loss, or not at all. */
public final class Values {
    /** Stands for a value that does not fit. */
    public static final Object MISFIT = new Object();

    private Values() {}

    /** The stored form of a value, or {@link #MISFIT}. */
    public static @Nullable Object stored(Component.Attribute attribute, @Nullable Object given) {
        ValueType type = attribute.type();
        Class<?> javaType = type.javaType();
        Object value = Json.plain(given);
        if (attribute.convertsInput()) {
            return converted(attribute, value);
        }
        if (javaType != null) {
            value = value == null ? null : converted(value, type, javaType);
        }
        return value == MISFIT || !type.accepts(value) ? MISFIT : type.canonical(value);
    }

    /** Through casts and mutators. A mutator of a typed attribute is called with values of its class alone. */
    private static @Nullable Object converted(Component.Attribute attribute, @Nullable Object given) {
        ValueType type = attribute.type();
        Class<?> javaType = type.javaType();
        try {
            Object value = attribute.given(given);
            if (javaType != null && value != null) {
                value = converted(value, type, javaType);
            }
            if (value == MISFIT) {
                return MISFIT;
            }
            Object stored = attribute.stored(value);
            return type.accepts(stored) ? type.canonical(stored) : MISFIT;
        } catch (IllegalArgumentException e) {
            return MISFIT;
        }
    }

    private static @Nullable Object converted(Object value, ValueType type, Class<?> javaType) {
        if (type.contents().isEmpty()) {
            return converted(value, javaType);
        }
        if (value instanceof Map<?, ?> map) {
            return javaType == Map.class ? map(map, type.contents()) : MISFIT;
        }
        if (!(value instanceof Collection<?> elements) || javaType == Map.class) {
            return MISFIT;
        }
        Collection<@Nullable Object> copy =
                javaType == Set.class ? new LinkedHashSet<>() : new ArrayList<>(elements.size());
        for (Object element : elements) {
            copy.add(part(element, type.contents().get(0)));
        }
        return copy.contains(MISFIT)
                ? MISFIT
                : copy instanceof Set<?> set
                        ? Collections.unmodifiableSet(set)
                        : Collections.unmodifiableList((List<?>) copy);
    }

    private static @Nullable Object map(Map<?, ?> map, List<ValueType> contents) {
        Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(key(key, contents.get(0)), part(value, contents.get(1))));
        return copy.containsKey(MISFIT) || copy.containsValue(MISFIT) ? MISFIT : Collections.unmodifiableMap(copy);
    }

    /** Names in JSON are texts, also where they stand for numbers. */
    static @Nullable Object key(@Nullable Object given, ValueType type) {
        Class<?> javaType = type.javaType();
        if (given instanceof CharSequence text && javaType != null && Number.class.isAssignableFrom(javaType)) {
            try {
                return part(new BigDecimal(text.toString()), type);
            } catch (NumberFormatException e) {
                return MISFIT;
            }
        }
        return part(given, type);
    }

    private static @Nullable Object part(@Nullable Object given, ValueType type) {
        Class<?> javaType = type.javaType();
        return given == null || javaType == null ? type.canonical(given) : converted(given, type, javaType);
    }

    static @Nullable Object converted(Object value, Class<?> type) {
        if (type.isInstance(value)) {
            return copied(value, type);
        }
        if (value instanceof Number number) {
            Object exact = ExactNumbers.convert(number, type);
            return exact == null ? MISFIT : exact;
        }
        try {
            if (value instanceof CharSequence text) {
                return Texts.convert(text.toString(), type);
            }
            return value instanceof Map || value instanceof Collection ? Json.convert(value, type) : MISFIT;
        } catch (IllegalArgumentException e) {
            return MISFIT;
        }
    }

    /** What is stored must not change with the caller's list or map. */
    private static @Nullable Object copied(Object value, Class<?> type) {
        if (type == List.class || type == Collection.class || type == Object.class && value instanceof List) {
            return Collections.unmodifiableList(new ArrayList<>((Collection<?>) value));
        }
        if (type == Map.class || type == Object.class && value instanceof Map) {
            return Collections.unmodifiableMap(new LinkedHashMap<>((Map<?, ?>) value));
        }
        boolean anyNumber = type == Object.class || type == Number.class;
        return anyNumber && value instanceof BigDecimal ? ValueType.any().canonical(value) : value;
    }
}
