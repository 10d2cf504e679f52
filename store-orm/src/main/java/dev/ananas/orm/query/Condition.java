package dev.ananas.orm.query;

import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A statement about a model that holds or does not; a value that the planner reads. Immutable, with {@code equals}; live
 * queries with equal conditions share their work.
 *
 * @param <M> model it is about
 */
public sealed interface Condition<M> {

    /** Operators of {@link #of(String, String, Object)} that are not an {@link Operator}. */
    List<String> OTHER_OPERATORS = List.of("in", "notIn", "like", "null", "notNull");

    /**
     * Holds if both hold.
     *
     * @param other the other condition
     * @return the conjunction
     */
    default Condition<M> and(Condition<? super M> other) {
        return new And<>(List.of(this, other));
    }

    /**
     * Holds if at least one holds.
     *
     * @param other the other condition
     * @return the disjunction
     */
    default Condition<M> or(Condition<? super M> other) {
        return new Or<>(List.of(this, other));
    }

    /**
     * Holds if this does not.
     *
     * @return the negation
     */
    default Condition<M> not() {
        return new Not<>(this);
    }

    /**
     * An opaque test. Equal names mean equal tests: live queries that use the same name share their work. The test runs
     * for every candidate model, on the thread that writes or asks, and must depend on the attributes of the model alone.
     *
     * @param <M> model
     * @param name identity of the test
     * @param test the test; relations of the model it sees are not loaded
     * @return the condition
     */
    static <M> Condition<M> named(String name, Predicate<? super M> test) {
        return new Named<>(name, test);
    }

    /**
     * A condition by name: {@code = != > >= < <= contains in notIn like null notNull}. {@code like} ignores case.
     *
     * @param <M> model
     * @param attribute attribute name, checked when the query is asked
     * @param operator one of the above
     * @param value what to compare with; a collection for {@code in} and {@code notIn}; ignored for {@code null} and
     *     {@code notNull}
     * @return the condition
     */
    static <M> Condition<M> of(String attribute, String operator, @Nullable Object value) {
        return switch (operator) {
            case "in" -> new In<>(null, attribute, values(attribute, operator, value));
            case "notIn" -> new In<M>(null, attribute, values(attribute, operator, value)).not();
            case "like" -> new Like<>(null, attribute, String.valueOf(value), true);
            case "null" -> new Compare<>(null, attribute, Operator.EQUAL, null);
            case "notNull" -> new Compare<>(null, attribute, Operator.NOT_EQUAL, null);
            default -> new Compare<>(null, attribute, Operator.of(operator), value);
        };
    }

    /**
     * The number of related models, by the name of their relation, compared with a number.
     *
     * @param <M> model
     * @param relation relation name, checked when the query is asked
     * @param related which of the related models count
     * @param operator one of {@code = != > >= < <=}
     * @param number what their number is compared with
     * @return the condition
     */
    static <M> Condition<M> has(
            String relation, UnaryOperator<RelatedThroughPivot<Row, Row>> related, String operator, int number) {
        Selection selection = ClauseBuilder.said(related.apply(new PivotClauses<>(Selection.EVERYTHING)));
        return new Has<>(null, relation, selection, Operator.of(operator), number);
    }

    /**
     * A condition on one case of a sealed entity; models of other cases do not satisfy it, whatever it says.
     *
     * @param <M> model of the base
     * @param <C> model of the case
     * @param type the case, checked when the query is asked
     * @param condition what has to hold of its records
     * @return the condition
     */
    static <M, C extends M> Condition<M> ofCase(EntityType<C> type, Condition<? super C> condition) {
        return new OfCase<>(type.name(), Objects.requireNonNull(condition, "condition"));
    }

    private static Collection<?> values(String attribute, String operator, @Nullable Object value) {
        if (value instanceof Collection<?> values) {
            return values;
        }
        throw new IllegalArgumentException("Operator \"" + operator + "\" on attribute \"" + attribute
                + "\" expects a collection of values, found " + value);
    }

    /** Compares one attribute with one value. {@code entity} is null in conditions by name. */
    record Compare<M>(
            @Nullable String entity,
            String attribute,
            Operator operator,
            @Nullable Object value) implements Condition<M> {
        @Override
        public String toString() {
            return attribute + " " + operator.symbol() + " " + Wording.value(value);
        }
    }

    /** The attribute equals one of the values. */
    record In<M>(@Nullable String entity, String attribute, Set<@Nullable Object> values) implements Condition<M> {
        In(@Nullable String entity, String attribute, Collection<?> values) {
            this(entity, attribute, Collections.unmodifiableSet(new LinkedHashSet<@Nullable Object>(values)));
        }

        @Override
        public String toString() {
            return attribute + " in " + values.stream().map(Wording::value).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** The whole text matches a pattern. */
    record Like<M>(@Nullable String entity, String attribute, String pattern, boolean ignoreCase)
            implements Condition<M> {
        @Override
        public String toString() {
            return attribute + (ignoreCase ? " like " : " like exactly ") + Wording.value(pattern);
        }
    }

    /** All hold. */
    record And<M>(List<Condition<? super M>> all) implements Condition<M> {
        @Override
        public String toString() {
            return joined(all, " and ");
        }
    }

    /** At least one holds. */
    record Or<M>(List<Condition<? super M>> any) implements Condition<M> {
        @Override
        public String toString() {
            return joined(any, " or ");
        }
    }

    /** The other condition does not hold. */
    record Not<M>(Condition<? super M> condition) implements Condition<M> {
        @Override
        public String toString() {
            return "not " + condition;
        }
    }

    /** The number of related models that a selection picks, compared with a number. */
    record Has<M>(@Nullable String entity, String relation, Selection related, Operator operator, int number)
            implements Condition<M> {
        @Override
        public String toString() {
            return "count of " + Wording.nested(relation, related) + " " + operator.symbol() + " " + number;
        }
    }

    /** The model is a record of a case, and a condition on that case holds. */
    record OfCase<M>(String entity, Condition<?> condition) implements Condition<M> {
        @Override
        public String toString() {
            return entity + " with " + condition;
        }
    }

    /** An opaque test, equal by its name. */
    record Named<M>(String name, Predicate<? super M> test) implements Condition<M> {
        /** Both are needed: the name to share work, the test to do it. */
        public Named {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(test, "test");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Named<?> that && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        @Override
        public String toString() {
            return "'" + name + "'";
        }
    }

    private static String joined(List<?> conditions, String word) {
        return new ArrayList<>(conditions).stream().map(String::valueOf).collect(Collectors.joining(word, "(", ")"));
    }
}
