package dev.ananas.orm.query;

import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Token of one relation, typed at both ends. {@code C} is what a query may say about the related models: the shape of a
 * relation, not its kind, decides it. Holds names only. Immutable.
 *
 * @param <M> model that declares the relation
 * @param <R> related model
 * @param <C> clauses on the related models
 */
public abstract sealed class Relation<M, R, C> permits ToOneRelation, ToManyRelation, PivotRelation, MorphRelation {
    private final String entity;
    private final String name;

    Relation(String entity, String name) {
        this.entity = Objects.requireNonNull(entity, "entity");
        this.name = Objects.requireNonNull(name, "name");
    }

    /** Entity that declares it. */
    public final String entity() {
        return entity;
    }

    /** Name as declared. */
    public final String name() {
        return name;
    }

    /** At least one related model exists. Loads nothing. */
    public final Condition<M> exists() {
        return exists(UnaryOperator.identity());
    }

    /** At least one related model satisfies the clauses. Loads nothing. */
    public final Condition<M> exists(UnaryOperator<C> related) {
        return count(related).atLeast(1);
    }

    /** The number of related models that satisfy the clauses, to be compared; a to-one relation counts 0 or 1. */
    public final Count<M> count(UnaryOperator<C> related) {
        return new Count<>(entity, name, ClauseBuilder.said(related.apply(noClauses())), false, false);
    }

    /** Clauses that say nothing yet. */
    abstract C noClauses();

    @Override
    public final String toString() {
        return entity + "." + name;
    }
}
