package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.QueryShape.All;
import dev.ananas.orm.fuzz.QueryShape.Any;
import dev.ananas.orm.fuzz.QueryShape.Compare;
import dev.ananas.orm.fuzz.QueryShape.Has;
import dev.ananas.orm.fuzz.QueryShape.Not;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.Clauses;
import dev.ananas.orm.query.Condition;
import dev.ananas.orm.query.TextAttribute;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Conditions of the library, said as a program says them. */
final class AnanasConditions {
    private final AnanasQueries queries;

    AnanasConditions(AnanasQueries queries) {
        this.queries = queries;
    }

    /** A condition at the top of a query, in the words of the query where it has some. */
    <S extends Clauses<Row, S>> S where(S query, EntityShape entity, QueryShape.Condition condition) {
        if (condition instanceof Compare compare && isByName(compare)) {
            return query.where(compare.attribute(), compare.operator(), compare.value());
        }
        if (condition instanceof Has has) {
            boolean any = has.clauses().equals(QueryShape.Clauses.NONE);
            if (has.operator().equals(">=") && has.number() == 1) {
                return any ? query.has(has.relation()) : query.whereHas(has.relation(), related(entity, has));
            }
            if (has.operator().equals("<") && has.number() == 1) {
                return any
                        ? query.doesntHave(has.relation())
                        : query.whereDoesntHave(has.relation(), related(entity, has));
            }
        }
        return query.where(of(entity, condition));
    }

    private static boolean isByName(Compare compare) {
        return !List.of("LIKE", "odd", "between").contains(compare.operator());
    }

    private UnaryOperator<dev.ananas.orm.query.RelatedThroughPivot<Row, Row>> related(EntityShape entity, Has has) {
        RelationShape relation = entity.relation(has.relation());
        return start -> queries.throughPivot(start, relation, has.clauses());
    }

    Condition<Row> of(EntityShape entity, QueryShape.Condition shape) {
        if (shape instanceof Not not) {
            return of(entity, not.condition()).not();
        }
        if (shape instanceof All all) {
            return all.conditions().stream()
                    .map(one -> of(entity, one))
                    .reduce(Condition::and)
                    .orElseThrow();
        }
        if (shape instanceof Any any) {
            return any.conditions().stream()
                    .map(one -> of(entity, one))
                    .reduce(Condition::or)
                    .orElseThrow();
        }
        if (shape instanceof Has has) {
            return Condition.has(has.relation(), related(entity, has), has.operator(), has.number());
        }
        Compare compare = (Compare) shape;
        String attribute = compare.attribute();
        return switch (compare.operator()) {
            case "LIKE" -> text(entity, attribute).like((String) compare.value());
            case "between" -> {
                List<?> bounds = (List<?>) compare.value();
                yield text(entity, attribute).between((String) bounds.get(0), (String) bounds.get(1));
            }
            case "odd" -> Condition.named("odd " + entity.name() + "." + attribute, odd(attribute));
            default -> Condition.of(attribute, compare.operator(), compare.value());
        };
    }

    private static TextAttribute<Row> text(EntityShape entity, String attribute) {
        return TextAttribute.text(entity.name(), attribute);
    }

    private static Predicate<Row> odd(String attribute) {
        return row -> row.attributes().get(attribute) instanceof Number number && number.doubleValue() % 2 == 1;
    }
}
