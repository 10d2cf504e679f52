package dev.ananas.orm.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query says about the models of one entity, as a value: the root of a query and each of its includes have one. The
 * planner alone interprets it.
 *
 * @param where conditions that all have to hold
 * @param orWhere alternatives to all {@code where} together
 * @param key key of the only model to be found, whatever else holds; null for any
 * @param wherePivot conditions that the pivot of a many-to-many relation has to satisfy
 * @param order order terms, earlier ones weigh more
 * @param inLinkOrder whether ties go by the insertion of the pivots instead of that of the related models
 * @param offset models to leave out at the front
 * @param limit models to keep at the most; null for all
 * @param includes relations to load, each at most once
 */
public record Selection(
        List<Condition<?>> where,
        List<Condition<?>> orWhere,
        @Nullable Object key,
        List<Condition<?>> wherePivot,
        List<OrderTerm> order,
        boolean inLinkOrder,
        int offset,
        @Nullable Integer limit,
        List<Include> includes) {

    /** Every model in insertion order, without relations. */
    public static final Selection EVERYTHING =
            new Selection(List.of(), List.of(), null, List.of(), List.of(), false, 0, null, List.of());

    /** An order term on the related model or on its pivot. */
    public record OrderTerm(boolean ofPivot, Order<?> order) {}

    /** A relation to load and what is said about its far end. {@code entity} is null in includes by name. */
    public record Include(@Nullable String entity, String relation, Selection related) {}

    Selection where(Condition<?> condition) {
        return new Selection(
                plus(where, condition), orWhere, key, wherePivot, order, inLinkOrder, offset, limit, includes);
    }

    Selection orWhere(Condition<?> condition) {
        return new Selection(
                where, plus(orWhere, condition), key, wherePivot, order, inLinkOrder, offset, limit, includes);
    }

    Selection withKey(Object newKey) {
        return new Selection(where, orWhere, newKey, wherePivot, order, inLinkOrder, offset, limit, includes);
    }

    Selection wherePivot(Condition<?> condition) {
        return new Selection(
                where, orWhere, key, plus(wherePivot, condition), order, inLinkOrder, offset, limit, includes);
    }

    Selection orderBy(OrderTerm term) {
        return new Selection(where, orWhere, key, wherePivot, plus(order, term), inLinkOrder, offset, limit, includes);
    }

    Selection linkOrder() {
        return new Selection(where, orWhere, key, wherePivot, order, true, offset, limit, includes);
    }

    Selection window(int newOffset, @Nullable Integer newLimit) {
        return new Selection(where, orWhere, key, wherePivot, order, inLinkOrder, newOffset, newLimit, includes);
    }

    Selection include(Include include) {
        List<Include> others = new ArrayList<>(includes);
        others.removeIf(other -> other.relation().equals(include.relation()));
        return new Selection(where, orWhere, key, wherePivot, order, inLinkOrder, offset, limit, plus(others, include));
    }

    /** The same models as far as their number goes. */
    Selection bare() {
        return new Selection(where, orWhere, key, wherePivot, List.of(), false, offset, limit, List.of());
    }

    private static <T> List<T> plus(List<T> list, T element) {
        List<T> longer = new ArrayList<>(list.size() + 1);
        longer.addAll(list);
        longer.add(element);
        return List.copyOf(longer);
    }
}
