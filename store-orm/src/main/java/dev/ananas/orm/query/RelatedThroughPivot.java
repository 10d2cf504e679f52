package dev.ananas.orm.query;

import org.jspecify.annotations.Nullable;

/**
 * Clauses on the models at the far end of a many-to-many relation and on the pivots that lead to them.
 *
 * @param <R> related model
 * @param <P> pivot
 */
public interface RelatedThroughPivot<R, P> extends Clauses<R, RelatedThroughPivot<R, P>> {

    /** Adds a condition that the pivot has to satisfy. */
    RelatedThroughPivot<R, P> wherePivot(Condition<? super P> condition);

    /** Adds a condition on the pivot by name: attribute, operator, value; see {@link Condition#of}. */
    RelatedThroughPivot<R, P> wherePivot(String attribute, String operator, @Nullable Object value);

    /** Adds an order term on the pivot; takes its turn among the {@code orderBy} terms. */
    RelatedThroughPivot<R, P> orderByPivot(Order<? super P> term);

    /** Adds an order term on the pivot by name: ascending, nulls last. */
    RelatedThroughPivot<R, P> orderByPivot(String attribute);

    /** Orders by the insertion of the pivots instead of that of the related models. */
    RelatedThroughPivot<R, P> inLinkOrder();
}
