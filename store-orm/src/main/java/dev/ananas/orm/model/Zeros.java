package dev.ananas.orm.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a component of a model class holds where its value is hidden. */
final class Zeros {
    private static final Map<Class<?>, Object> BY_CLASS = Map.of(
            Boolean.class,
            false,
            Byte.class,
            (byte) 0,
            Short.class,
            (short) 0,
            Integer.class,
            0,
            Long.class,
            0L,
            Float.class,
            0f,
            Double.class,
            0d,
            Character.class,
            (char) 0,
            BigInteger.class,
            BigInteger.ZERO,
            BigDecimal.class,
            BigDecimal.ZERO);

    private Zeros() {}

    /** A zero where the component may be a primitive: it takes no null or has a default that is not null. Null elsewhere. */
    static @Nullable Object of(ValueType type, boolean notNull, Supplier<? extends @Nullable Object> defaultValue) {
        if (type == DynamicValueType.TEXT) {
            return notNull ? "" : null;
        }
        Class<?> javaType = type.javaType();
        Object zero =
                type == DynamicValueType.BOOLEAN ? (Object) false : javaType == null ? null : BY_CLASS.get(javaType);
        return zero != null && (notNull || defaultValue.get() != null) ? zero : null;
    }
}
