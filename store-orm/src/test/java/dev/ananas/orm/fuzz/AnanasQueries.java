package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.QueryShape.All;
import dev.ananas.orm.fuzz.QueryShape.Any;
import dev.ananas.orm.fuzz.QueryShape.Clauses;
import dev.ananas.orm.fuzz.QueryShape.Compare;
import dev.ananas.orm.fuzz.QueryShape.Include;
import dev.ananas.orm.fuzz.QueryShape.Not;
import dev.ananas.orm.fuzz.QueryShape.Nulls;
import dev.ananas.orm.fuzz.QueryShape.Term;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import dev.ananas.orm.model.Key;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.Answer;
import dev.ananas.orm.query.Condition;
import dev.ananas.orm.query.Order;
import dev.ananas.orm.query.Query;
import dev.ananas.orm.query.RelatedThroughPivot;
import dev.ananas.orm.query.TextAttribute;
import java.util.List;
import java.util.function.Predicate;

/** Queries of the library, said as a program says them. */
final class AnanasQueries {
    private final SchemaShape schema;

    AnanasQueries(SchemaShape schema) {
        this.schema = schema;
    }

    Answer<?> answer(Query<Row> start, QueryShape shape) {
        Query<Row> query = query(start, shape);
        return switch (shape.terminal()) {
            case LIST -> query;
            case FIRST -> query.first();
            case FIND -> query.find(key(shape.entity(), shape.keys().get(0)));
            case FIND_ALL -> query.find(keys(shape.entity(), shape.keys()));
            case COUNT -> query.count();
            case EXISTS -> query.exists();
        };
    }

    Query<Row> query(Query<Row> start, QueryShape shape) {
        return said(start, schema.entity(shape.entity()), shape.clauses());
    }

    /** A key as the library wants it. */
    Object key(String entity, Object key) {
        return schema.entity(entity).key().size() > 1 ? Key.of((List<?>) key) : key;
    }

    List<Object> keys(String entity, List<Object> keys) {
        return keys.stream().map(key -> key(entity, key)).toList();
    }

    /** Entity to which a relation leads. */
    String related(String entity, String relation) {
        return schema.entity(entity).relation(relation).related();
    }

    private <S extends dev.ananas.orm.query.Clauses<Row, S>> S said(S start, EntityShape entity, Clauses clauses) {
        S query = start;
        for (QueryShape.Condition condition : clauses.where()) {
            query = condition instanceof Compare compare && isByName(compare)
                    ? query.where(compare.attribute(), compare.operator(), compare.value())
                    : query.where(condition(entity.name(), condition));
        }
        for (QueryShape.Condition condition : clauses.orWhere()) {
            query = query.orWhere(condition(entity.name(), condition));
        }
        for (Term term : clauses.order()) {
            query = term.ofPivot() ? query : query.orderBy(order(term));
        }
        query = clauses.offset() == null ? query : query.offset(clauses.offset());
        query = clauses.limit() == null ? query : query.limit(clauses.limit());
        for (Include include : clauses.includes()) {
            query = including(query, entity, include);
        }
        return query;
    }

    private <S extends dev.ananas.orm.query.Clauses<Row, S>> S including(S query, EntityShape entity, Include include) {
        RelationShape relation = entity.relation(include.relation());
        if (include.clauses().equals(Clauses.NONE)) {
            return query.with(include.relation());
        }
        EntityShape related = schema.entity(relation.related());
        return query.with(
                include.relation(),
                start -> relation.isThroughPivot()
                        ? throughPivot(start, relation, related, include.clauses())
                        : said(start, related, include.clauses()));
    }

    /** Order terms on the related model and on the pivot take their turns, so all of them are said here. */
    private RelatedThroughPivot<Row, Row> throughPivot(
            RelatedThroughPivot<Row, Row> start, RelationShape relation, EntityShape related, Clauses clauses) {
        RelatedThroughPivot<Row, Row> query = said(start, related, clauses.ordered(List.of(), false));
        for (QueryShape.Condition condition : clauses.wherePivot()) {
            query = query.wherePivot(condition(relation.pivot(), condition));
        }
        for (Term term : clauses.order()) {
            query = term.ofPivot() ? query.orderByPivot(order(term)) : query.orderBy(order(term));
        }
        return clauses.linkOrder() ? query.inLinkOrder() : query;
    }

    private static Order<Row> order(Term term) {
        Order<Row> order = Order.by(term.attribute());
        order = term.descending() ? order.reversed() : order;
        return term.nulls() == Nulls.FIRST
                ? order.nullsFirst()
                : term.nulls() == Nulls.LAST ? order.nullsLast() : order;
    }

    private static boolean isByName(Compare compare) {
        return !compare.operator().equals("LIKE") && !compare.operator().equals("odd");
    }

    private Condition<Row> condition(String entity, QueryShape.Condition shape) {
        if (shape instanceof Not not) {
            return condition(entity, not.condition()).not();
        }
        if (shape instanceof All all) {
            return all.conditions().stream()
                    .map(one -> condition(entity, one))
                    .reduce(Condition::and)
                    .orElseThrow();
        }
        if (shape instanceof Any any) {
            return any.conditions().stream()
                    .map(one -> condition(entity, one))
                    .reduce(Condition::or)
                    .orElseThrow();
        }
        Compare compare = (Compare) shape;
        String attribute = compare.attribute();
        return switch (compare.operator()) {
            case "LIKE" -> TextAttribute.<Row>text(entity, attribute).like((String) compare.value());
            case "odd" -> Condition.named("odd " + entity + "." + attribute, odd(attribute));
            default -> Condition.of(attribute, compare.operator(), compare.value());
        };
    }

    private static Predicate<Row> odd(String attribute) {
        return row -> row.get(attribute) instanceof Number number && number.doubleValue() % 2 == 1;
    }
}
