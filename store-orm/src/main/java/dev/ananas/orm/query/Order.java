package dev.ananas.orm.query;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One term of an order. Orders are total: the planner appends the insertion order. False sorts before true, texts by UTF-16
 * code units. Immutable.
 *
 * @param <M> model
 */
public sealed interface Order<M> permits Order.Term, ComparableAttribute {

    /**
     * The opposite direction, nulls included.
     *
     * @return the reversed order
     */
    Order<M> reversed();

    /**
     * Nulls before all values, whatever the direction.
     *
     * @return the order
     */
    Order<M> nullsFirst();

    /**
     * Nulls after all values, whatever the direction.
     *
     * @return the order
     */
    Order<M> nullsLast();

    /**
     * By one attribute, ascending, nulls last.
     *
     * @param <M> model
     * @param attribute attribute name, checked when the query is asked
     * @return the order
     */
    static <M> Order<M> by(String attribute) {
        return new Term<>(null, Objects.requireNonNull(attribute, "attribute"), false, false);
    }

    /** An attribute with its direction and the place of nulls. {@code entity} is null in orders by name. */
    record Term<M>(@Nullable String entity, String attribute, boolean descending, boolean nullsLead)
            implements Order<M> {
        @Override
        public Order<M> reversed() {
            return new Term<>(entity, attribute, !descending, !nullsLead);
        }

        @Override
        public Order<M> nullsFirst() {
            return new Term<>(entity, attribute, descending, true);
        }

        @Override
        public Order<M> nullsLast() {
            return new Term<>(entity, attribute, descending, false);
        }

        @Override
        public String toString() {
            return attribute + (descending ? " desc" : " asc") + (nullsLead ? " nulls first" : " nulls last");
        }
    }
}
