package dev.ananas.orm.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a query says about the models of one entity, as a value: the root of a query and each of its includes have one. The
 * planner alone interprets it.
 *
 * @param where conditions that all have to hold
 * @param orWhere alternatives to all {@code where} together
 * @param keys keys of the only models to be found, whatever else holds; null for any
 * @param wherePivot conditions that the pivot of a many-to-many relation has to satisfy
 * @param order order terms, earlier ones weigh more
 * @param inLinkOrder whether ties go by the insertion of the pivots instead of that of the related models
 * @param window which of the models to keep
 * @param loading relations to load
 * @param shown attributes to show or to hide, on top of what the entity says, later ones win
 */
public record Selection(
        List<Condition<?>> where,
        List<Condition<?>> orWhere,
        @Nullable Set<Object> keys,
        List<Condition<?>> wherePivot,
        List<OrderTerm> order,
        boolean inLinkOrder,
        Window window,
        Loading loading,
        List<Shown> shown) {

    /** Every model in insertion order, without relations. */
    public static final Selection EVERYTHING = new Selection(
            List.of(), List.of(), null, List.of(), List.of(), false, Window.WHOLE, Loading.NOTHING, List.of());

    /** An order term on the related model or on its pivot. */
    public record OrderTerm(boolean ofPivot, Order<?> order) {}

    /** How many models to leave out at the front, and how many to keep at the most; null for all. */
    public record Window(int offset, @Nullable Integer limit) {
        public static final Window WHOLE = new Window(0, null);

        static Window of(int offset, int limit) {
            if (offset < 0 || limit < 0) {
                throw new IllegalArgumentException(
                        "A window starts at 0 or behind and shows 0 or more models, but offset was " + offset
                                + " and limit " + limit);
            }
            return new Window(offset, limit);
        }

        /** Whether it leaves out nothing. */
        public boolean isWhole() {
            return offset == 0 && limit == null;
        }

        /** Whether it shows the very first model at the most. */
        public boolean isFirst() {
            return offset == 0 && limit != null && limit == 1;
        }

        /** The same, cut off behind some models. */
        public Window atMost(int most) {
            return new Window(offset, limit == null ? most : Math.min(limit, most));
        }

        /** Where it starts among some models. */
        public int from(int all) {
            return Math.min(offset, all);
        }

        /** Where it ends among some models. */
        public int to(int all) {
            return from(all) + (int) count(all);
        }

        /** How many of some models it shows. */
        public long count(int all) {
            long behind = Math.max(0, all - offset);
            return limit == null ? behind : Math.min(limit, behind);
        }

        /** Those that it shows. */
        public <T> List<T> of(List<T> all) {
            return all.subList(from(all.size()), to(all.size()));
        }
    }

    /** Attributes to show, or to leave out. */
    public record Shown(boolean visible, List<String> names) {}

    /** A relation to load and what is said about its far end. {@code entity} is null in includes by name. */
    public record Include(@Nullable String entity, String relation, Selection related) {}

    /**
     * Which relations to load.
     *
     * @param includes relations by name, each at most once
     * @param counts relations to count, each at most once, with what is said about the models that count
     * @param all what is said about every other relation; null if only those named are loaded
     * @param cases at the far end of a relation to several entities: what is said about the models of some of them
     */
    public record Loading(
            List<Include> includes,
            List<Include> counts,
            @Nullable Selection all,
            Map<String, Selection> cases) {
        static final Loading NOTHING = new Loading(List.of(), List.of(), null, Map.of());

        /** What is said about the models of one entity where the relation leads to several. */
        public @Nullable Selection caseOf(String entity) {
            return cases.get(entity);
        }
    }

    Selection where(Condition<?> condition) {
        return new Selection(
                plus(where, condition), orWhere, keys, wherePivot, order, inLinkOrder, window, loading, shown);
    }

    Selection orWhere(Condition<?> condition) {
        return new Selection(
                where, plus(orWhere, condition), keys, wherePivot, order, inLinkOrder, window, loading, shown);
    }

    Selection withKeys(Collection<?> only) {
        Set<Object> copy = Collections.unmodifiableSet(new LinkedHashSet<Object>(only));
        return new Selection(where, orWhere, copy, wherePivot, order, inLinkOrder, window, loading, shown);
    }

    Selection wherePivot(Condition<?> condition) {
        return new Selection(
                where, orWhere, keys, plus(wherePivot, condition), order, inLinkOrder, window, loading, shown);
    }

    Selection orderBy(OrderTerm term) {
        return new Selection(where, orWhere, keys, wherePivot, plus(order, term), inLinkOrder, window, loading, shown);
    }

    Selection linkOrder() {
        return new Selection(where, orWhere, keys, wherePivot, order, true, window, loading, shown);
    }

    Selection window(int offset, @Nullable Integer limit) {
        return window(new Window(offset, limit));
    }

    Selection window(Window other) {
        return new Selection(where, orWhere, keys, wherePivot, order, inLinkOrder, other, loading, shown);
    }

    Selection include(Include include) {
        return loading(new Loading(latest(loading.includes, include), loading.counts, loading.all, loading.cases));
    }

    Selection count(Include include) {
        return loading(new Loading(loading.includes, latest(loading.counts, include), loading.all, loading.cases));
    }

    private static List<Include> latest(List<Include> includes, Include include) {
        List<Include> others = new ArrayList<>(includes);
        others.removeIf(other -> other.relation().equals(include.relation()));
        return plus(others, include);
    }

    Selection withAll(Selection related) {
        return loading(new Loading(loading.includes, loading.counts, related, loading.cases));
    }

    Selection withCases(Map<String, Selection> cases) {
        return loading(new Loading(loading.includes, loading.counts, loading.all, Map.copyOf(cases)));
    }

    private Selection loading(Loading relations) {
        return new Selection(where, orWhere, keys, wherePivot, order, inLinkOrder, window, relations, shown);
    }

    /** With an attribute that an answer without models reads, also where models leave it out. */
    Selection showing(String attribute) {
        return show(new Shown(true, List.of(attribute)));
    }

    Selection show(Shown more) {
        return new Selection(where, orWhere, keys, wherePivot, order, inLinkOrder, window, loading, plus(shown, more));
    }

    /** The same models and those outside of the window, as far as their number goes. */
    Selection counted() {
        return bare().window(0, null);
    }

    /** The same models as far as a window without an order goes. */
    Selection bare() {
        return new Selection(where, orWhere, keys, wherePivot, List.of(), false, window, Loading.NOTHING, List.of());
    }

    /** The same models in the same order without relations, unless the order reads what they load. */
    Selection plain() {
        boolean readsRelated =
                order.stream().anyMatch(term -> readsRelated(term.order().term().key()));
        return readsRelated ? this : loading(Loading.NOTHING);
    }

    private static boolean readsRelated(Order.Key key) {
        return key instanceof Order.Key.OfRelated
                || key instanceof Order.Key.IgnoringCase other && readsRelated(other.key());
    }

    /** The same models without relations, in whatever order. */
    Selection unordered() {
        return window.isWhole() ? bare() : plain();
    }

    private static <T> List<T> plus(List<T> list, T element) {
        List<T> longer = new ArrayList<>(list.size() + 1);
        longer.addAll(list);
        longer.add(element);
        return List.copyOf(longer);
    }

    @Override
    public String toString() {
        return Wording.of("", this);
    }
}
