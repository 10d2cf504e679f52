package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.QueryShape.Clauses;
import dev.ananas.orm.fuzz.QueryShape.Include;
import dev.ananas.orm.fuzz.QueryShape.Nulls;
import dev.ananas.orm.fuzz.QueryShape.Shown;
import dev.ananas.orm.fuzz.QueryShape.Term;
import dev.ananas.orm.fuzz.QueryShape.Texts;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.List;
import java.util.stream.Collectors;

/** Queries as Java source. */
final class JavaQueries {
    private final SchemaShape schema;
    private final JavaConditions conditions = new JavaConditions(this);

    JavaQueries(SchemaShape schema) {
        this.schema = schema;
    }

    String query(QueryShape query) {
        EntityShape entity = schema.entity(query.entity());
        String start =
                "db.repository(" + query.entity() + ").query()" + clauses(schema.seen(entity), null, query.clauses());
        String names = JavaValues.list(query.attributes());
        return switch (query.terminal()) {
            case LIST -> start;
            case FIRST -> start + ".first()";
            case FIND -> start + ".find(" + key(entity, query.keys().get(0)) + ")";
            case FIND_ALL ->
                start
                        + query.keys().stream()
                                .map(key -> key(entity, key))
                                .collect(Collectors.joining(", ", ".find(List.of(", "))"));
            case COUNT -> start + ".count()";
            case EXISTS -> start + ".exists()";
            case SUM -> start + ".sum(" + names + ")";
            case MIN -> start + ".min(" + names + ")";
            case MAX -> start + ".max(" + names + ")";
            case AVG -> start + ".avg(" + names + ")";
            case PLUCK -> start + ".pluck(" + names + ")";
            case KEYS -> start + ".keys()";
            case GROUP_BY -> start + ".groupBy(" + names + ")";
        };
    }

    /** The clauses of a query, on what has another name. */
    String said(String start, QueryShape query) {
        return start + clauses(schema.seen(schema.entity(query.entity())), null, query.clauses());
    }

    String key(EntityShape entity, Object key) {
        return entity.key().size() > 1 ? "Key.of(" + JavaValues.list((List<?>) key) + ")" : JavaValues.of(key);
    }

    private String clauses(EntityShape entity, RelationShape through, Clauses clauses) {
        StringBuilder text = new StringBuilder();
        EntityShape pivot = through == null || !through.isThroughPivot() ? null : schema.entity(through.pivot());
        clauses.where()
                .forEach(one -> text.append(".where(")
                        .append(conditions.inner(entity, one))
                        .append(")"));
        clauses.orWhere()
                .forEach(one -> text.append(".orWhere(")
                        .append(conditions.of(entity, one))
                        .append(")"));
        if (pivot != null) {
            clauses.wherePivot()
                    .forEach(one -> text.append(".wherePivot(")
                            .append(conditions.inner(pivot, one))
                            .append(")"));
        }
        clauses.order().forEach(term -> text.append(order(entity, term)));
        text.append(clauses.linkOrder() && pivot != null ? ".inLinkOrder()" : "");
        text.append(clauses.offset() == null ? "" : ".offset(" + clauses.offset() + ")");
        text.append(clauses.limit() == null ? "" : ".limit(" + clauses.limit() + ")");
        clauses.includes().forEach(include -> text.append(include("with", entity, include)));
        clauses.counts().forEach(count -> text.append(include("withCount", entity, count)));
        if (clauses.all() != null) {
            EntityShape common = schema.common(schema.allRelated(entity));
            text.append(".withAll(any_ -> any_" + clauses(common, null, clauses.all()) + ")");
        }
        text.append(clauses.recursive() == null ? "" : ".withAllRecursive(" + clauses.recursive() + ")");
        for (Shown shown : clauses.shown()) {
            String names = JavaValues.list(shown.names());
            text.append(
                    shown.equals(Shown.TIMES)
                            ? ".withMeta()"
                            : (shown.visible() ? ".makeVisible(" : ".makeHidden(") + names + ")");
        }
        return text.toString();
    }

    private String include(String call, EntityShape entity, Include include) {
        String name = JavaValues.of(include.relation());
        if (include.clauses().equals(Clauses.NONE)) {
            return "." + call + "(" + name + ")";
        }
        return "." + call + "(" + name + ", " + related(entity.relation(include.relation()), include.clauses()) + ")";
    }

    /** A function that says the clauses about related models. */
    String related(RelationShape relation, Clauses clauses) {
        String variable = relation.related() + "_";
        return variable + " -> " + variable + clauses(schema.common(relation), relation, clauses);
    }

    private String order(EntityShape entity, Term term) {
        String path = term.relation() == null ? term.attribute() : term.relation() + "." + term.attribute();
        String order = term.count() == null
                ? "Order.by(" + JavaValues.of(path) + ")"
                : "PivotRelation.<Row, Row, Row>through(" + JavaValues.of(entity.name()) + ", "
                        + JavaValues.of(term.relation()) + ").count("
                        + related(entity.relation(term.relation()), term.count()) + ")";
        if (term.texts() == Texts.BY_LENGTH) {
            order = "Order.by(\"length\", row -> row.attributes().get(" + JavaValues.of(path)
                    + ") instanceof String s ? s.length() : null)";
        }
        order += term.texts() == Texts.IGNORING_CASE
                ? ".ignoringCase()"
                : term.texts() == Texts.COLLATED ? ".by(Collator.getInstance(Locale.ROOT))" : "";
        order += term.descending() ? ".reversed()" : "";
        order += term.nulls() == Nulls.FIRST ? ".nullsFirst()" : term.nulls() == Nulls.LAST ? ".nullsLast()" : "";
        return (term.ofPivot() ? ".orderByPivot(" : ".orderBy(") + order + ")";
    }
}
