package dev.ananas.orm.query;

import java.text.Collator;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One term of an order. Orders are total: the planner appends the insertion order. False sorts before true, texts by UTF-16
 * code units unless a collator is given. Immutable.
 *
 * @param <M> model
 */
public sealed interface Order<M> permits Order.Term, ComparableAttribute, Count {

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
     * The order in full, for the planner.
     *
     * @return what is compared, how, and in which direction
     */
    Term<M> term();

    /**
     * By one attribute, or by one of a related model ({@code author.name} over a to-one relation); ascending, nulls last.
     *
     * @param <M> model
     * @param path attribute name, or relation name, dot, attribute name; checked when the query is asked
     * @return the order
     */
    static <M> Term<M> by(String path) {
        int dot = path.indexOf('.');
        Key key = dot < 0
                ? new Key.OfAttribute(null, path)
                : new Key.OfRelated(null, path.substring(0, dot), path.substring(dot + 1));
        return new Term<>(key, null, false, false);
    }

    /**
     * By a function of the model, ascending, nulls last. Equal names mean equal functions: live queries that use the same name
     * share their work. The function runs on the thread that writes or asks, must depend on the attributes of the model alone,
     * and gives values of one comparable class.
     *
     * @param <M> model
     * @param name identity of the function
     * @param function what to sort by, null allowed
     * @return the order
     */
    static <M> Term<M> by(String name, Function<? super M, ? extends @Nullable Comparable<?>> function) {
        return new Term<>(new Key.OfFunction(name, function), null, false, false);
    }

    /** What is compared. */
    sealed interface Key {
        /** An attribute; {@code entity} is null in orders by name. */
        record OfAttribute(@Nullable String entity, String attribute) implements Key {}

        /** The numbers of an attribute by name; whatever else it holds counts as null. */
        record OfNumber(String attribute) implements Key {}

        /** An attribute of the model at the end of a to-one relation, as far as the query loads it. */
        record OfRelated(@Nullable String entity, String relation, String attribute) implements Key {}

        /** The number of related models. */
        record OfCount(@Nullable String entity, String relation, Selection related) implements Key {}

        /** A function of the model, equal by its name. */
        record OfFunction(String name, Function<?, ?> function) implements Key {
            @Override
            public boolean equals(@Nullable Object other) {
                return other instanceof OfFunction that && name.equals(that.name);
            }

            @Override
            public int hashCode() {
                return name.hashCode();
            }
        }

        /** Another key, texts in upper case. */
        record IgnoringCase(Key key) implements Key {}
    }

    /** An order in full. */
    record Term<M>(Key key, @Nullable Collator collator, boolean descending, boolean nullsLead) implements Order<M> {

        /** Ties between texts that differ in case alone go to the next term. */
        public Term<M> ignoringCase() {
            return new Term<>(new Key.IgnoringCase(key), collator, descending, nullsLead);
        }

        /** Texts in the order of a collator, ties by code units. */
        public Term<M> by(Collator order) {
            return new Term<>(key, Objects.requireNonNull(order, "order"), descending, nullsLead);
        }

        @Override
        public Term<M> reversed() {
            return new Term<>(key, collator, !descending, !nullsLead);
        }

        @Override
        public Term<M> nullsFirst() {
            return new Term<>(key, collator, descending, true);
        }

        @Override
        public Term<M> nullsLast() {
            return new Term<>(key, collator, descending, false);
        }

        @Override
        public Term<M> term() {
            return this;
        }

        @Override
        public String toString() {
            return Wording.term(this);
        }
    }
}
