package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.QueryShape.All;
import dev.ananas.orm.fuzz.QueryShape.Any;
import dev.ananas.orm.fuzz.QueryShape.Clauses;
import dev.ananas.orm.fuzz.QueryShape.Compare;
import dev.ananas.orm.fuzz.QueryShape.Condition;
import dev.ananas.orm.fuzz.QueryShape.Include;
import dev.ananas.orm.fuzz.QueryShape.Not;
import dev.ananas.orm.fuzz.QueryShape.Nulls;
import dev.ananas.orm.fuzz.QueryShape.Term;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import java.util.List;
import java.util.stream.Collectors;

/** Queries as Java source. */
final class JavaQueries {
    private final SchemaShape schema;

    JavaQueries(SchemaShape schema) {
        this.schema = schema;
    }

    String query(QueryShape query) {
        EntityShape entity = schema.entity(query.entity());
        String start = "db.repository(" + query.entity() + ").query()" + clauses(query.entity(), null, query.clauses());
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
        };
    }

    String key(EntityShape entity, Object key) {
        return entity.key().size() > 1 ? "Key.of(" + JavaValues.list((List<?>) key) + ")" : JavaValues.of(key);
    }

    private String clauses(String entity, String pivot, Clauses clauses) {
        StringBuilder text = new StringBuilder();
        clauses.where()
                .forEach(
                        one -> text.append(".where(").append(inner(entity, one)).append(")"));
        clauses.orWhere()
                .forEach(one -> text.append(".orWhere(").append(of(entity, one)).append(")"));
        clauses.wherePivot()
                .forEach(one ->
                        text.append(".wherePivot(").append(inner(pivot, one)).append(")"));
        clauses.order().forEach(term -> text.append(order(term)));
        text.append(clauses.linkOrder() && pivot != null ? ".inLinkOrder()" : "");
        text.append(clauses.offset() == null ? "" : ".offset(" + clauses.offset() + ")");
        text.append(clauses.limit() == null ? "" : ".limit(" + clauses.limit() + ")");
        clauses.includes().forEach(include -> text.append(include(schema.entity(entity), include)));
        return text.toString();
    }

    private String include(EntityShape entity, Include include) {
        String name = JavaValues.of(include.relation());
        if (include.clauses().equals(Clauses.NONE)) {
            return ".with(" + name + ")";
        }
        SchemaShape.RelationShape relation = entity.relation(include.relation());
        return ".with(" + name + ", " + relation.related() + "_ -> " + relation.related() + "_"
                + clauses(relation.related(), relation.pivot(), include.clauses()) + ")";
    }

    private static String order(Term term) {
        String order = "Order.by(" + JavaValues.of(term.attribute()) + ")" + (term.descending() ? ".reversed()" : "")
                + (term.nulls() == Nulls.FIRST ? ".nullsFirst()" : term.nulls() == Nulls.LAST ? ".nullsLast()" : "");
        return (term.ofPivot() ? ".orderByPivot(" : ".orderBy(") + order + ")";
    }

    private static String inner(String entity, Condition condition) {
        String text = of(entity, condition);
        String start = "Condition.of(";
        boolean byName = condition instanceof Compare && text.startsWith(start);
        return byName ? text.substring(start.length(), text.length() - 1) : text;
    }

    private static String of(String entity, Condition condition) {
        if (condition instanceof Not not) {
            return of(entity, not.condition()) + ".not()";
        }
        if (condition instanceof All all) {
            return joined(entity, all.conditions(), ".and(");
        }
        if (condition instanceof Any any) {
            return joined(entity, any.conditions(), ".or(");
        }
        Compare compare = (Compare) condition;
        String name = JavaValues.of(compare.attribute());
        return switch (compare.operator()) {
            case "LIKE" ->
                "TextAttribute.<Row>text(" + JavaValues.of(entity) + ", " + name + ").like("
                        + JavaValues.of(compare.value()) + ")";
            case "odd" ->
                "Condition.named(\"odd\", row -> row.get(" + name
                        + ") instanceof Number n && n.doubleValue() % 2 == 1)";
            default ->
                "Condition.of(" + name + ", " + JavaValues.of(compare.operator()) + ", "
                        + JavaValues.of(compare.value()) + ")";
        };
    }

    private static String joined(String entity, List<Condition> conditions, String call) {
        StringBuilder text = new StringBuilder(of(entity, conditions.get(0)));
        conditions
                .subList(1, conditions.size())
                .forEach(one -> text.append(call).append(of(entity, one)).append(")"));
        return text.toString();
    }
}
