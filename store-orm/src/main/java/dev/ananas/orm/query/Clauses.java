package dev.ananas.orm.query;

import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Row;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What can be said about the models of one entity, at the top of a query and about related models alike. Every call returns
 * a new value. Clauses combine as (all {@code where}) or (any {@code orWhere}); for anything else write one
 * {@link Condition}. Names and value types are checked when the query is asked.
 *
 * @param <M> model
 * @param <S> type that the calls return
 */
public interface Clauses<M, S extends Clauses<M, S>> {

    /** Adds a condition that has to hold. */
    S where(Condition<? super M> condition);

    /** Adds an alternative to all {@code where} conditions together. */
    S orWhere(Condition<? super M> condition);

    /** As {@code where(relation.exists())}. */
    S has(Relation<? super M, ?, ?> relation);

    /** As {@code where(relation.exists().not())}. */
    S doesntHave(Relation<? super M, ?, ?> relation);

    /** As {@code where(relation.exists(related))}. */
    <C> S whereHas(Relation<? super M, ?, C> relation, UnaryOperator<C> related);

    /** As {@code where(relation.exists(related).not())}. */
    <C> S whereDoesntHave(Relation<? super M, ?, C> relation, UnaryOperator<C> related);

    /** Keeps models that have a related model, by the name of the relation. */
    S has(String relation);

    /** Keeps models that have no related model, by the name of the relation. */
    S doesntHave(String relation);

    /** Keeps models that have a related model that satisfies the clauses; see {@link Condition#has} for other numbers. */
    S whereHas(String relation, UnaryOperator<RelatedThroughPivot<Row, Row>> related);

    /** Keeps models that have no related model that satisfies the clauses. */
    S whereDoesntHave(String relation, UnaryOperator<RelatedThroughPivot<Row, Row>> related);

    /** Loads all relations of the models; relations asked for by name keep what was said about them. */
    S withAll();

    /** Loads all relations of the models, each restricted, ordered and nested by the clauses. */
    S withAll(UnaryOperator<RelatedThroughPivot<Row, Row>> related);

    /** Loads all relations of the models, those of the related models, and so on, {@code depth} levels below the first. */
    S withAllRecursive(int depth);

    /**
     * Adds a condition on one case of a sealed entity; models of other cases do not match. {@link Condition#ofCase} makes the same
     * condition, to be combined with others.
     */
    <C extends M> S where(EntityType<C> type, Condition<? super C> condition);

    /** Adds an order term; earlier terms weigh more. */
    S orderBy(Order<? super M> term);

    /** At most {@code n} models, per parent inside an include; 0 or more. */
    S limit(int n);

    /** Leaves out the first {@code n} models, per parent inside an include; 0 or more. */
    S offset(int n);

    /** Loads a relation. Asked twice, the last call counts. */
    S with(Relation<? super M, ?, ?> relation);

    /** Loads a relation, restricted, ordered and nested by the clauses. */
    <C> S with(Relation<? super M, ?, C> relation, UnaryOperator<C> related);

    /** Loads a relation that only one case of a sealed entity has; models of other cases stay without it. */
    <C extends M> S with(EntityType<C> type, Relation<C, ?, ?> relation);

    /** Loads a relation that only one case of a sealed entity has, restricted, ordered and nested by the clauses. */
    <C extends M, R> S with(EntityType<C> type, Relation<C, ?, R> relation, UnaryOperator<R> related);

    /** Loads a relation by name, dots for nesting; a wrong name is an error that lists the nearest ones. */
    S with(String path);

    /** Loads one relation by name, restricted, ordered and nested by the clauses. */
    S with(String relation, UnaryOperator<RelatedThroughPivot<Row, Row>> related);

    /**
     * Counts the related models of a relation that leads to many, without loading them: {@code user.posts().count()}, or
     * {@code row.get("posts_count")}. Every existing model counts once. Counting and loading are independent, so a list of three
     * may know that there are ten. Asked twice, the last call counts.
     */
    S withCount(Relation<? super M, ?, ?> relation);

    /** As {@link #withCount(Relation)}, of the models that satisfy the clauses; orders and loaded relations do not matter. */
    <C> S withCount(Relation<? super M, ?, C> relation, UnaryOperator<C> related);

    /** As {@link #withCount(Relation)}, by name. */
    S withCount(String relation);

    /** As {@link #withCount(Relation, UnaryOperator)}, by name. */
    S withCount(String relation, UnaryOperator<RelatedThroughPivot<Row, Row>> related);

    /** Shows attributes that are hidden, by name; {@code *} shows all. */
    S makeVisible(String... attributes);

    /**
     * Leaves attributes out of the models, by name; {@code *} leaves out all but the primary key. Conditions and orders still
     * see them, and a change of what is left out is no emission. A row without a class says so where it is asked for one;
     * a model class has null there, or zero where null does not fit, so do not save such a model: update a patch instead.
     */
    S makeHidden(String... attributes);

    /** Shows when each record was stored first and last, of entities that keep timestamps. */
    S withMeta();

    /** Adds a condition by name: attribute, value (a collection: one of them). */
    S where(String attribute, @Nullable Object value);

    /** Adds a condition by name: attribute, operator, value; see {@link Condition#of}. */
    S where(String attribute, String operator, @Nullable Object value);

    /** Adds an order term by name: ascending, nulls last. */
    S orderBy(String attribute);
}
