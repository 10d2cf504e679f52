package dev.ananas.orm.query;

import java.util.Objects;

/**
 * Token of an attribute whose values have an order. Used as an order it is ascending, null last.
 *
 * @param <M> model that declares the attribute
 * @param <T> type of its values
 */
public sealed class ComparableAttribute<M, T extends Comparable<? super T>> extends Attribute<M, T> implements Order<M>
        permits NumberAttribute, TextAttribute, BooleanAttribute {
    ComparableAttribute(String entity, String name) {
        super(entity, name);
    }

    /**
     * Token of an attribute of an ordered type without operators of its own: dates, enums, UUIDs.
     *
     * @param <M> model
     * @param <T> type of its values
     * @param entity entity that declares it
     * @param name name as declared
     * @param type class of its values
     * @return the token
     */
    public static <M, T extends Comparable<? super T>> ComparableAttribute<M, T> of(
            String entity, String name, Class<T> type) {
        Objects.requireNonNull(type, "type");
        return new ComparableAttribute<>(entity, name);
    }

    /** Greater; never holds for null. */
    public final Condition<M> gt(T value) {
        return compare(Operator.GREATER, Objects.requireNonNull(value, "value"));
    }

    /** Greater or equal; never holds for null. */
    public final Condition<M> ge(T value) {
        return compare(Operator.AT_LEAST, Objects.requireNonNull(value, "value"));
    }

    /** Less; never holds for null. */
    public final Condition<M> lt(T value) {
        return compare(Operator.LESS, Objects.requireNonNull(value, "value"));
    }

    /** Less or equal; never holds for null. */
    public final Condition<M> le(T value) {
        return compare(Operator.AT_MOST, Objects.requireNonNull(value, "value"));
    }

    /** From {@code low} to {@code high}, both included. */
    public final Condition<M> between(T low, T high) {
        return ge(low).and(le(high));
    }

    /** Ascending, null last. */
    public final Order<M> asc() {
        return term();
    }

    /** Descending, null first. */
    public final Order<M> desc() {
        return asc().reversed();
    }

    @Override
    public final Order.Term<M> term() {
        return new Order.Term<>(new Order.Key.OfAttribute(entity(), name()), null, false, false);
    }

    @Override
    public final Order<M> reversed() {
        return desc();
    }

    @Override
    public final Order<M> nullsFirst() {
        return asc().nullsFirst();
    }

    @Override
    public final Order<M> nullsLast() {
        return asc().nullsLast();
    }
}
