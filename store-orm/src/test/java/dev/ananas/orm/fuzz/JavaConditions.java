package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.QueryShape.All;
import dev.ananas.orm.fuzz.QueryShape.Any;
import dev.ananas.orm.fuzz.QueryShape.Compare;
import dev.ananas.orm.fuzz.QueryShape.Condition;
import dev.ananas.orm.fuzz.QueryShape.Has;
import dev.ananas.orm.fuzz.QueryShape.Not;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import java.util.List;

/** Conditions as Java source. */
final class JavaConditions {
    private final JavaQueries queries;

    JavaConditions(JavaQueries queries) {
        this.queries = queries;
    }

    /** What stands between the parentheses of {@code where(...)}. */
    String inner(EntityShape entity, Condition condition) {
        String text = of(entity, condition);
        String start = "Condition.<Row>of(";
        boolean byName = condition instanceof Compare && text.startsWith(start);
        return byName ? text.substring(start.length(), text.length() - 1) : text;
    }

    String of(EntityShape entity, Condition condition) {
        if (condition instanceof Not not) {
            return of(entity, not.condition()) + ".not()";
        }
        if (condition instanceof All all) {
            return joined(entity, all.conditions(), ".and(");
        }
        if (condition instanceof Any any) {
            return joined(entity, any.conditions(), ".or(");
        }
        if (condition instanceof Has has) {
            return "Condition.<Row>has(" + JavaValues.of(has.relation()) + ", "
                    + queries.related(entity.relation(has.relation()), has.clauses()) + ", "
                    + JavaValues.of(has.operator()) + ", " + has.number() + ")";
        }
        Compare compare = (Compare) condition;
        String name = JavaValues.of(compare.attribute());
        String text = "TextAttribute.<Row>text(" + JavaValues.of(entity.name()) + ", " + name + ")";
        return switch (compare.operator()) {
            case "LIKE" -> text + ".like(" + JavaValues.of(compare.value()) + ")";
            case "between" -> text + ".between(" + JavaValues.list((List<?>) compare.value()) + ")";
            case "odd" ->
                "Condition.<Row>named(\"odd\", row -> row.attributes().get(" + name
                        + ") instanceof Number n && n.doubleValue() % 2 == 1)";
            default ->
                "Condition.<Row>of(" + name + ", " + JavaValues.of(compare.operator()) + ", "
                        + JavaValues.of(compare.value()) + ")";
        };
    }

    private String joined(EntityShape entity, List<Condition> conditions, String call) {
        StringBuilder text = new StringBuilder(of(entity, conditions.get(0)));
        conditions
                .subList(1, conditions.size())
                .forEach(one -> text.append(call).append(of(entity, one)).append(")"));
        return text.toString();
    }
}
