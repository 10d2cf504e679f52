package dev.ananas.orm.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an attribute may hold, and the one form in which a value of it is stored. Null is a value of every type. Immutable.
 */
public sealed interface ValueType permits DynamicValueType, JavaValueType, CollectionValueType {

    /**
     * Whether a value can be stored.
     *
     * @param value a value, null allowed
     * @return true if {@link #canonical} has an answer for it
     */
    boolean accepts(@Nullable Object value);

    /**
     * The stored form of a value.
     *
     * @param value an accepted value, null allowed
     * @return the value itself or an equal one in stored form
     */
    @Nullable
    Object canonical(@Nullable Object value);

    /**
     * Whether values of both types can ever be equal, as the two ends of a relation must be.
     *
     * @param other the other end
     * @return true if they can
     */
    boolean joins(ValueType other);

    /**
     * What to write into a message after "expected".
     *
     * @return such as {@code a text}
     */
    String expected();

    /**
     * The Java class of the values, where the attribute was declared with one.
     *
     * @return the class, or null for the kinds of values without a declared class
     */
    default @Nullable Class<?> javaType() {
        return null;
    }

    /**
     * The type of attributes that hold anything: numbers in one form, lists and maps copied.
     *
     * @return the type
     */
    static ValueType any() {
        return DynamicValueType.ANY;
    }

    /**
     * The types of what is in a list, set or map.
     *
     * @return one type for elements, two for keys and values, none if the contents do not matter
     */
    default List<ValueType> contents() {
        return List.of();
    }

    /**
     * Instances of a class.
     *
     * @param type class of the values; the wrapper of a primitive
     * @return the type
     */
    static ValueType of(Class<?> type) {
        return new JavaValueType(Objects.requireNonNull(type, "type"));
    }

    /**
     * Lists, stored as copies that nobody changes.
     *
     * @param elements type of the elements
     * @return the type, which fits components of {@link List} and {@link Collection}
     */
    static ValueType list(ValueType elements) {
        return new CollectionValueType(List.class, List.of(elements));
    }

    /**
     * Sets, stored as copies that nobody changes, in the order given.
     *
     * @param elements type of the elements
     * @return the type, which fits components of {@link Set}
     */
    static ValueType set(ValueType elements) {
        return new CollectionValueType(Set.class, List.of(elements));
    }

    /**
     * Maps, stored as copies that nobody changes, in the order given.
     *
     * @param keys type of the keys
     * @param values type of the values
     * @return the type, which fits components of {@link Map}
     */
    static ValueType map(ValueType keys, ValueType values) {
        return new CollectionValueType(Map.class, List.of(keys, values));
    }
}
