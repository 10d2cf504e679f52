package dev.ananas.test;

import dev.ananas.orm.model.RelationType;
import dev.ananas.orm.query.Order;
import dev.ananas.orm.query.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Orders rows by terms, then by insertion. */
final class NaiveOrder {
    private final NaiveQuery queries;
    private final NaiveConditions conditions;

    NaiveOrder(NaiveQuery queries, NaiveConditions conditions) {
        this.queries = queries;
        this.conditions = conditions;
    }

    /** A row and what it is ordered by. */
    private record Keyed(Reached member, List<@Nullable Object> values) {}

    /** Sorts what a query, or a relation, leads to. */
    void sort(Selection selection, List<Reached> members, @Nullable RelationType through) {
        List<Keyed> all = new ArrayList<>();
        for (Reached member : members) {
            List<@Nullable Object> values = new ArrayList<>();
            for (Selection.OrderTerm term : selection.order()) {
                Order.Key key = term.order().term().key();
                values.add(term.ofPivot() ? ofPivot(key, member) : ofModel(selection, key, member.row()));
            }
            all.add(new Keyed(member, values));
        }
        all.sort((one, other) -> compare(selection, through, one, other));
        members.clear();
        all.forEach(one -> members.add(one.member()));
    }

    /**
     * A list of keys and records between come in their own order: before the terms, unless a window needs these to say what it shows.
     * Otherwise rows between weigh less than the rows themselves, unless the query says so.
     */
    private static int compare(Selection selection, @Nullable RelationType through, Keyed one, Keyed other) {
        boolean ofLinks = through instanceof RelationType.HasManyBy || through instanceof RelationType.HasManyThrough;
        int byLink = Integer.compare(one.member().linkPlace(), other.member().linkPlace());
        int byRow =
                Integer.compare(one.member().row().place(), other.member().row().place());
        if (ofLinks && selection.window().isWhole() && byLink != 0) {
            return byLink;
        }
        for (int i = 0; i < selection.order().size(); i++) {
            Order.Term<?> term = selection.order().get(i).order().term();
            int byTerm = compare(term, one.values().get(i), other.values().get(i));
            if (byTerm != 0) {
                return byTerm;
            }
        }
        boolean linksFirst = ofLinks || selection.inLinkOrder();
        int first = linksFirst ? byLink : byRow;
        return first != 0 ? first : linksFirst ? byRow : byLink;
    }

    private static int compare(Order.Term<?> term, @Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return one == other ? 0 : (one == null) == term.nullsLead() ? -1 : 1;
        }
        int ascending = term.collator() != null && one instanceof String a && other instanceof String b
                ? term.collator().compare(a, b)
                : NaiveValues.compare(one, other);
        if (ascending == 0) {
            ascending = NaiveValues.compare(one, other);
        }
        return term.descending() ? -ascending : ascending;
    }

    private static @Nullable Object ofPivot(Order.Key key, Reached member) {
        if (key instanceof Order.Key.IgnoringCase other) {
            return upper(ofPivot(other.key(), member));
        }
        return member.link() == null ? null : member.link().read(((Order.Key.OfAttribute) key).attribute());
    }

    private @Nullable Object ofModel(Selection selection, Order.Key key, NaiveRow row) {
        if (key instanceof Order.Key.OfAttribute of) {
            return row.read(of.attribute());
        } else if (key instanceof Order.Key.OfNumber of) {
            return row.read(of.attribute()) instanceof Number number ? number : null;
        } else if (key instanceof Order.Key.IgnoringCase other) {
            return upper(ofModel(selection, other.key(), row));
        } else if (key instanceof Order.Key.OfCount of) {
            return conditions.count(row, of.relation(), of.related());
        } else if (key instanceof Order.Key.OfRelated of) {
            return ofRelated(selection, of, row);
        }
        return apply(((Order.Key.OfFunction) key).function(), row.read());
    }

    /** The value of the related model as the query loads it; as it is, where the query does not load it. */
    private @Nullable Object ofRelated(Selection selection, Order.Key.OfRelated of, NaiveRow row) {
        if (!(row.type().component(of.relation()) instanceof RelationType relation)) {
            return null;
        }
        Selection loaded = NaiveQuery.loaded(selection, of.relation());
        Selection said = loaded == null ? Selection.EVERYTHING : loaded;
        List<Reached> related = queries.related(row, relation, said);
        return related.isEmpty() ? null : related.get(0).row().read(of.attribute());
    }

    private static @Nullable Object upper(@Nullable Object value) {
        return value instanceof CharSequence text ? text.toString().toUpperCase(Locale.ROOT) : value;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object apply(Function<?, ?> function, Object model) {
        return ((Function<Object, @Nullable Object>) function).apply(model);
    }
}
