package dev.ananas.orm.model;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an attribute is besides its type.
 *
 * @param ids makes the value where it is missing or null; null if nobody does
 * @param cast converts between given, stored and read values
 * @param get changes the value that is read
 * @param set changes the value that is stored
 * @param hidden whether models leave it out unless a query asks for it
 * @param notNull whether null is refused
 * @param timestamps whether the library keeps the {@link Meta} of the record here
 */
record AttributeOptions(
        @Nullable IdGenerator ids,
        @Nullable Cast cast,
        @Nullable UnaryOperator<@Nullable Object> get,
        @Nullable UnaryOperator<@Nullable Object> set,
        boolean hidden,
        boolean notNull,
        boolean timestamps) {
    static final AttributeOptions NONE = new AttributeOptions(null, null, null, null, false, false, false);

    AttributeOptions generated(IdGenerator generator) {
        return new AttributeOptions(generator, cast, get, set, hidden, notNull, timestamps);
    }

    AttributeOptions cast(Cast conversion) {
        return new AttributeOptions(ids, conversion, get, set, hidden, notNull, timestamps);
    }

    AttributeOptions mutate(
            @Nullable UnaryOperator<@Nullable Object> onGet, @Nullable UnaryOperator<@Nullable Object> onSet) {
        return new AttributeOptions(ids, cast, onGet, onSet, hidden, notNull, timestamps);
    }

    AttributeOptions asHidden() {
        return new AttributeOptions(ids, cast, get, set, true, notNull, timestamps);
    }

    AttributeOptions asNotNull() {
        return new AttributeOptions(ids, cast, get, set, hidden, true, timestamps);
    }

    AttributeOptions asTimestamps() {
        return new AttributeOptions(ids, cast, get, set, true, notNull, true);
    }
}
