package dev.ananas.orm.query;

import java.util.Objects;

/**
 * Token of a number. Values are compared within the declared type: {@code long} needs {@code 0L}.
 *
 * @param <M> model that declares the attribute
 * @param <N> type of its values
 */
public final class NumberAttribute<M, N extends Number & Comparable<? super N>> extends ComparableAttribute<M, N> {
    private final Class<N> type;

    private NumberAttribute(String entity, String name, Class<N> type) {
        super(entity, name);
        this.type = Objects.requireNonNull(type, "type");
    }

    /** Token of a number of a type. */
    public static <M, N extends Number & Comparable<? super N>> NumberAttribute<M, N> number(
            String entity, String name, Class<N> type) {
        return new NumberAttribute<>(entity, name, type);
    }

    /** A sum in the class of the values. */
    N sum(Number sum) {
        return Objects.requireNonNull(type.cast(Numbers.as(type, sum)));
    }
}
