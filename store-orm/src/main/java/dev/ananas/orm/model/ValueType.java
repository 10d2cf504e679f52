package dev.ananas.orm.model;

import org.jspecify.annotations.Nullable;

/**
 * What an attribute may hold, and the one form in which a value of it is stored. Null is a value of every type. Immutable.
 */
public sealed interface ValueType permits DynamicValueType, JavaValueType {

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
}
