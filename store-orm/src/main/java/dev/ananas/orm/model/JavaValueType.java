package dev.ananas.orm.model;

import org.jspecify.annotations.Nullable;

/** An attribute declared with a Java class: values are stored as they are and have to be instances of it. */
record JavaValueType(Class<?> type) implements ValueType {

    @Override
    public boolean accepts(@Nullable Object value) {
        return value == null || type.isInstance(value);
    }

    @Override
    public @Nullable Object canonical(@Nullable Object value) {
        return value;
    }

    @Override
    public boolean joins(ValueType other) {
        if (other instanceof JavaValueType that) {
            return type.isAssignableFrom(that.type) || that.type.isAssignableFrom(type);
        }
        if (!(other instanceof DynamicValueType kind)) {
            return other.joins(this);
        }
        return switch (kind) {
            case ANY -> true;
            case TEXT -> type.isAssignableFrom(String.class);
            case BOOLEAN -> type.isAssignableFrom(Boolean.class);
            case NUMBER -> type.isAssignableFrom(Long.class) || type.isAssignableFrom(Double.class);
        };
    }

    @Override
    public String expected() {
        return "a value of " + type.getSimpleName();
    }

    @Override
    public Class<?> javaType() {
        return type;
    }
}
