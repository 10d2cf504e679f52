package dev.ananas.orm.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list, set or map whose contents have types of their own. What is given is copied, each element in the type of the contents, so
 * that a component of such a type holds what it is declared to hold.
 *
 * @param type {@code List}, {@code Collection}, {@code Set} or {@code Map}
 * @param contents type of the elements, or of the keys and the values
 */
record CollectionValueType(Class<?> type, List<ValueType> contents) implements ValueType {

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
        return other == DynamicValueType.ANY || equals(other);
    }

    @Override
    public String expected() {
        String last = contents.get(contents.size() - 1).expected();
        return type == Map.class
                ? "a map whose keys are each " + contents.get(0).expected() + " and whose values are each " + last
                : "a " + (type == Set.class ? "set" : "list") + " whose elements are each " + last;
    }

    @Override
    public Class<?> javaType() {
        return type;
    }
}
