package dev.ananas.orm.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Queries in words, for messages: {@code users where active = true order by name limit 20 with roles(order by level)}. */
final class Wording {
    private final List<String> words = new ArrayList<>();

    private Wording() {}

    /** A selection of an entity; an empty name is left out. */
    static String of(String entity, Selection selection) {
        Wording wording = new Wording();
        wording.say("", entity);
        if (selection.keys() != null) {
            wording.say("with key", joined(List.copyOf(selection.keys()), " or "));
        }
        wording.say("where", conditions(selection));
        wording.say("where pivot", joined(selection.wherePivot(), " and "));
        wording.say("order by", order(selection));
        Selection.Window window = selection.window();
        wording.say("limit", window.limit() == null ? "" : window.limit().toString());
        wording.say("offset", window.offset() == 0 ? "" : String.valueOf(window.offset()));
        wording.say("with", loading(selection.loading()));
        return String.join(" ", wording.words);
    }

    private void say(String clause, String said) {
        if (!said.isEmpty()) {
            words.add(clause.isEmpty() ? said : clause + " " + said);
        }
    }

    private static String conditions(Selection selection) {
        List<String> any = new ArrayList<>();
        if (!selection.where().isEmpty()) {
            String all = joined(selection.where(), " and ");
            boolean several =
                    selection.where().size() > 1 && !selection.orWhere().isEmpty();
            any.add(several ? "(" + all + ")" : all);
        }
        selection.orWhere().forEach(condition -> any.add(condition.toString()));
        return String.join(" or ", any);
    }

    private static String order(Selection selection) {
        List<String> terms = new ArrayList<>();
        for (Selection.OrderTerm term : selection.order()) {
            terms.add((term.ofPivot() ? "pivot " : "") + term.order().term());
        }
        if (selection.inLinkOrder()) {
            terms.add("link order");
        }
        return String.join(", ", terms);
    }

    private static String loading(Selection.Loading loading) {
        List<String> relations = new ArrayList<>();
        loading.includes().forEach(include -> relations.add(nested(include.relation(), include.related())));
        loading.counts().forEach(count -> relations.add("count of " + nested(count.relation(), count.related())));
        if (loading.all() != null) {
            relations.add(nested("all relations", loading.all()));
        }
        loading.cases().forEach((entity, selection) -> relations.add(nested("on " + entity, selection)));
        return String.join(", ", relations);
    }

    /** A relation with what is said about its models. */
    static String nested(String relation, Selection related) {
        String said = of("", related);
        return said.isEmpty() ? relation : relation + "(" + said + ")";
    }

    /** A value as one would write it in a query. */
    static String value(@Nullable Object value) {
        return value instanceof CharSequence ? "\"" + value + "\"" : String.valueOf(value);
    }

    /** A term of an order; what goes without saying is left out. */
    static String term(Order.Term<?> term) {
        String direction = term.descending() ? " desc" : "";
        String nulls = term.nullsLead() == term.descending() ? "" : term.nullsLead() ? " nulls first" : " nulls last";
        return key(term.key()) + direction + nulls;
    }

    private static String key(Order.Key key) {
        if (key instanceof Order.Key.OfAttribute of) {
            return of.attribute();
        }
        if (key instanceof Order.Key.OfNumber of) {
            return of.attribute();
        }
        if (key instanceof Order.Key.OfRelated of) {
            return of.relation() + "." + of.attribute();
        }
        if (key instanceof Order.Key.OfCount of) {
            return "count of " + nested(of.relation(), of.related());
        }
        if (key instanceof Order.Key.IgnoringCase other) {
            return key(other.key()) + " ignoring case";
        }
        return "'" + ((Order.Key.OfFunction) key).name() + "'";
    }

    private static String joined(List<?> parts, String word) {
        return parts.stream().map(String::valueOf).collect(Collectors.joining(word));
    }
}
