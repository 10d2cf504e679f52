package dev.ananas.orm.model;

import org.jspecify.annotations.Nullable;

/**
 * Converts the values of one attribute between what is given, what is stored and what is read. In an entity without a class
 * rows keep the stored form and show the one as read; conditions and orders see values as read, keys and relations the stored
 * ones. A model class has one component for both, so there it keeps the value as read and the cast converts what is given.
 *
 * <p>A cast with parameters is an instance with fields. It is called from any thread, so it must not keep state.
 */
public interface Cast {

    /**
     * The stored form of a value.
     *
     * @param given as given or as read, null allowed
     * @return what is stored
     * @throws IllegalArgumentException if the value cannot be converted
     */
    @Nullable
    Object set(@Nullable Object given);

    /**
     * The value as read.
     *
     * @param stored an answer of {@link #set}
     * @return what a model shows
     */
    @Nullable
    Object get(@Nullable Object stored);

    /**
     * What to write into a message after "expected".
     *
     * @return such as {@code a point in time}
     */
    default String expected() {
        return "a value that its cast takes";
    }

    /**
     * Numbers and booleans become texts.
     *
     * @return the cast
     */
    static Cast string() {
        return Casts.STRING;
    }

    /**
     * Decimal texts become numbers; true is 1, false is 0.
     *
     * @return the cast
     */
    static Cast number() {
        return Casts.NUMBER;
    }

    /**
     * Numbers and texts become booleans: 0, the empty text and the text 0 are false, all others true.
     *
     * @return the cast
     */
    static Cast bool() {
        return Casts.BOOLEAN;
    }

    /**
     * A point in time: given as {@link java.time.Instant}, as milliseconds since 1970 or as ISO 8601 text (UTC where it has no
     * offset), stored as ISO 8601 text in UTC with milliseconds, read as {@link java.time.Instant}.
     *
     * @return the cast
     */
    static Cast instant() {
        return Casts.INSTANT;
    }

    /**
     * A list, stored as compact JSON text.
     *
     * @return the cast
     */
    static Cast list() {
        return Casts.LIST;
    }

    /**
     * A constant of an enum, given as such or by name, stored by name.
     *
     * @param <E> the enum
     * @param type class of the enum
     * @return the cast
     */
    static <E extends Enum<E>> Cast enumOf(Class<E> type) {
        return new Casts.OfEnum<>(type);
    }
}
