package dev.ananas.orm.query;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Clauses on related models and their pivots. */
final class PivotClauses<R, P> extends ClauseBuilder<R, RelatedThroughPivot<R, P>>
        implements RelatedThroughPivot<R, P> {
    PivotClauses(Selection selection) {
        super(selection);
    }

    @Override
    RelatedThroughPivot<R, P> saying(Selection more) {
        return new PivotClauses<>(more);
    }

    @Override
    public RelatedThroughPivot<R, P> wherePivot(Condition<? super P> condition) {
        return saying(selection.wherePivot(Objects.requireNonNull(condition, "condition")));
    }

    @Override
    public RelatedThroughPivot<R, P> wherePivot(String attribute, String operator, @Nullable Object value) {
        return wherePivot(Condition.of(attribute, operator, value));
    }

    @Override
    public RelatedThroughPivot<R, P> orderByPivot(Order<? super P> term) {
        return saying(selection.orderBy(new Selection.OrderTerm(true, Objects.requireNonNull(term, "term"))));
    }

    @Override
    public RelatedThroughPivot<R, P> orderByPivot(String attribute) {
        return orderByPivot(Order.by(attribute));
    }

    @Override
    public RelatedThroughPivot<R, P> inLinkOrder() {
        return saying(selection.linkOrder());
    }
}
