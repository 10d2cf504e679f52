package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.OracleRelations.Reached;
import dev.ananas.orm.fuzz.QueryShape.Clauses;
import dev.ananas.orm.fuzz.QueryShape.Nulls;
import dev.ananas.orm.fuzz.QueryShape.Term;
import dev.ananas.orm.fuzz.QueryShape.Texts;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Orders rows by terms; equal ones stay as they are. */
final class OracleOrder {
    private final Oracle oracle;
    private final OracleQuery queries;
    private final OracleConditions conditions;

    OracleOrder(Oracle oracle, OracleQuery queries) {
        this.oracle = oracle;
        this.queries = queries;
        this.conditions = new OracleConditions(oracle);
    }

    /** A row and what it is ordered by. */
    private record Keyed(Reached member, List<Object> values) {}

    /**
     * Sorts the rows that a relation leads to, or all of an entity, in place. Where rows between decide about the order and
     * nothing is cut off, terms order what belongs to one of these rows.
     */
    void sort(Clauses clauses, List<Reached> members, RelationShape through) {
        boolean withinLinks = through != null && through.ordersByLink() && clauses.isWhole();
        if (clauses.order().isEmpty()) {
            return;
        }
        List<Keyed> all = new ArrayList<>();
        for (Reached member : members) {
            List<Object> values = new ArrayList<>();
            clauses.order().forEach(term -> values.add(value(clauses, term, member, through)));
            all.add(new Keyed(member, values));
        }
        int from = 0;
        while (from < all.size()) {
            int to = from + 1;
            while (to < all.size()
                    && (!withinLinks
                            || all.get(to).member().link()
                                    == all.get(from).member().link())) {
                to++;
            }
            all.subList(from, to).sort((a, b) -> compare(clauses.order(), a, b));
            from = to;
        }
        Collections.copy(members, all.stream().map(Keyed::member).toList());
    }

    private Object value(Clauses clauses, Term term, Reached member, RelationShape through) {
        if (term.ofPivot()) {
            EntityShape pivot = oracle.entity(through.pivot());
            return oracle.read(pivot, member.link()).get(term.attribute());
        }
        EntityShape entity = member.entity();
        if (term.count() != null) {
            return (double) conditions.count(entity, term.relation(), term.count(), member.row());
        }
        if (term.relation() == null) {
            Object value = oracle.read(entity, member.row()).get(term.attribute());
            boolean byLength = term.texts() == Texts.BY_LENGTH && value instanceof String;
            return byLength ? (Object) (double) ((String) value).length() : value;
        }
        RelationShape relation = oracle.seen(entity).relation(term.relation());
        Clauses said = clauses.of(term.relation());
        List<Reached> related = queries.related(entity, relation, member.row(), said == null ? Clauses.NONE : said);
        Map<String, Object> first = related.isEmpty()
                ? Map.of()
                : oracle.read(related.get(0).entity(), related.get(0).row());
        return first.get(term.attribute());
    }

    private static int compare(List<Term> order, Keyed a, Keyed b) {
        for (int i = 0; i < order.size(); i++) {
            int byTerm = compare(order.get(i), a.values().get(i), b.values().get(i));
            if (byTerm != 0) {
                return byTerm;
            }
        }
        return 0;
    }

    private static int compare(Term term, Object a, Object b) {
        if (a == null && b == null) {
            return 0;
        }
        if (a == null || b == null) {
            boolean nullsFirst = term.nulls() == Nulls.FIRST || term.nulls() == Nulls.BY_DIRECTION && term.descending();
            return a == null == nullsFirst ? -1 : 1;
        }
        int ascending;
        if (a instanceof String one && term.texts() == Texts.IGNORING_CASE) {
            ascending = one.toUpperCase(Locale.ROOT).compareTo(((String) b).toUpperCase(Locale.ROOT));
        } else if (a instanceof String one && term.texts() == Texts.COLLATED) {
            int collated = Collator.getInstance(Locale.ROOT).compare(one, (String) b);
            ascending = collated != 0 ? collated : one.compareTo((String) b);
        } else {
            ascending = OracleValues.compare(a, b);
        }
        return term.descending() ? -ascending : ascending;
    }
}
