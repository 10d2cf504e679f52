package dev.ananas.orm.query;

import java.util.Objects;

/**
 * Token of a number. Values are compared within the declared type: {@code long} needs {@code 0L}.
 *
 * @param <M> model that declares the attribute
 * @param <N> type of its values
 */
public final class NumberAttribute<M, N extends Number & Comparable<? super N>> extends ComparableAttribute<M, N> {
    private NumberAttribute(String entity, String name) {
        super(entity, name);
    }

    /** Token of a number of a type. */
    public static <M, N extends Number & Comparable<? super N>> NumberAttribute<M, N> number(
            String entity, String name, Class<N> type) {
        Objects.requireNonNull(type, "type");
        return new NumberAttribute<>(entity, name);
    }
}
