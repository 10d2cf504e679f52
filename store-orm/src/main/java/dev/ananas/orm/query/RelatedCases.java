package dev.ananas.orm.query;

import dev.ananas.orm.model.EntityType;
import java.util.function.UnaryOperator;

/**
 * Clauses on the far end of a morphTo relation, case by case. A case that is not mentioned is loaded as it is.
 *
 * @param <R> common type of the related models
 */
public interface RelatedCases<R> {

    /** Clauses on the related models of one entity. */
    <T extends R> RelatedCases<R> on(EntityType<T> type, UnaryOperator<Related<T>> related);
}
