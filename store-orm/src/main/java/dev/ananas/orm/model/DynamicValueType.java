package dev.ananas.orm.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The types of attributes without a Java class. Numbers are one kind: whole ones are stored as {@code Long}, others as
 * {@code Double}, so that 1 and 1.0 are the same key; lists and maps are copied, so that what is stored never changes.
 */
@SuppressWarnings("ImmutableEnumChecker") // its functions keep no state
enum DynamicValueType implements ValueType {
    ANY("any value", value -> true, DynamicValueType::copy),
    TEXT("a text", value -> value instanceof CharSequence, Object::toString),
    NUMBER("a number", value -> value instanceof Number, value -> Numbers.canonical((Number) value)),
    BOOLEAN(
            "a boolean",
            value -> value instanceof Boolean || value instanceof Number || value instanceof CharSequence,
            DynamicValueType::toBoolean);

    private final String expected;
    private final Predicate<Object> accepts;
    private final UnaryOperator<Object> canonical;

    DynamicValueType(String expected, Predicate<Object> accepts, UnaryOperator<Object> canonical) {
        this.expected = expected;
        this.accepts = accepts;
        this.canonical = canonical;
    }

    @Override
    public boolean accepts(@Nullable Object value) {
        return value == null || accepts.test(value);
    }

    @Override
    public @Nullable Object canonical(@Nullable Object value) {
        return value == null ? null : canonical.apply(value);
    }

    @Override
    public boolean joins(ValueType other) {
        return this == ANY || other == ANY || this == other || other instanceof JavaValueType java && java.joins(this);
    }

    @Override
    public String expected() {
        return expected;
    }

    private static Object copy(Object value) {
        if (value instanceof Number number) {
            return Numbers.canonical(number);
        }
        if (value instanceof Collection<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            for (Object element : list) {
                copy.add(ANY.canonical(element));
            }
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, element) -> copy.put(name, ANY.canonical(element)));
            return Collections.unmodifiableMap(copy);
        }
        return value;
    }

    private static Boolean toBoolean(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        if (value instanceof CharSequence text) {
            return !(text.length() == 0 || text.toString().equals("0"));
        }
        return (Boolean) value;
    }
}
