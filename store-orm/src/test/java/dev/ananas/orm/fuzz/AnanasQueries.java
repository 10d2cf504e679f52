package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.QueryShape.Clauses;
import dev.ananas.orm.fuzz.QueryShape.Include;
import dev.ananas.orm.fuzz.QueryShape.Nulls;
import dev.ananas.orm.fuzz.QueryShape.Shown;
import dev.ananas.orm.fuzz.QueryShape.Term;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import dev.ananas.orm.model.Key;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.Answer;
import dev.ananas.orm.query.Order;
import dev.ananas.orm.query.PivotRelation;
import dev.ananas.orm.query.Query;
import dev.ananas.orm.query.RelatedThroughPivot;
import java.text.Collator;
import java.util.List;
import java.util.Locale;

/** Queries of the library, said as a program says them. */
final class AnanasQueries {
    private final SchemaShape schema;
    private final AnanasConditions conditions = new AnanasConditions(this);

    AnanasQueries(SchemaShape schema) {
        this.schema = schema;
    }

    Answer<?> answer(Query<Row> start, QueryShape shape) {
        Query<Row> query = query(start, shape);
        List<String> names = shape.attributes();
        return switch (shape.terminal()) {
            case LIST -> query;
            case FIRST -> query.first();
            case FIND -> query.find(key(shape.entity(), shape.keys().get(0)));
            case FIND_ALL -> query.find(keys(shape.entity(), shape.keys()));
            case COUNT -> query.count();
            case EXISTS -> query.exists();
            case SUM -> query.sum(names.get(0));
            case MIN -> query.min(names.get(0));
            case MAX -> query.max(names.get(0));
            case AVG -> query.avg(names.get(0));
            case PLUCK -> query.pluck(names.get(0));
            case KEYS -> query.keys();
            case GROUP_BY ->
                names.size() == 1 ? query.groupBy(names.get(0)) : query.groupBy(names.get(0), names.get(1));
        };
    }

    Query<Row> query(Query<Row> start, QueryShape shape) {
        return said(start, schema.seen(schema.entity(shape.entity())), null, shape.clauses());
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

    private <S extends dev.ananas.orm.query.Clauses<Row, S>> S said(
            S start, EntityShape entity, RelationShape through, Clauses clauses) {
        S query = start;
        for (QueryShape.Condition condition : clauses.where()) {
            query = conditions.where(query, entity, condition);
        }
        for (QueryShape.Condition condition : clauses.orWhere()) {
            query = query.orWhere(conditions.of(entity, condition));
        }
        for (Term term : clauses.order()) {
            query = term.ofPivot() || through != null ? query : query.orderBy(order(entity, term));
        }
        query = clauses.offset() == null ? query : query.offset(clauses.offset());
        query = clauses.limit() == null ? query : query.limit(clauses.limit());
        for (Include include : clauses.includes()) {
            query = including(query, entity, include);
        }
        for (Include count : clauses.counts()) {
            RelationShape relation = entity.relation(count.relation());
            query = count.clauses().equals(Clauses.NONE)
                    ? query.withCount(count.relation())
                    : query.withCount(count.relation(), far -> throughPivot(far, relation, count.clauses()));
        }
        if (clauses.all() != null) {
            EntityShape common = schema.common(schema.allRelated(entity));
            query = clauses.all().equals(Clauses.NONE)
                    ? query.withAll()
                    : query.withAll(related -> said(related, common, null, clauses.all()));
        }
        query = clauses.recursive() == null ? query : query.withAllRecursive(clauses.recursive());
        for (Shown shown : clauses.shown()) {
            String[] names = shown.names().toArray(String[]::new);
            boolean meta = shown.equals(Shown.TIMES);
            query = meta ? query.withMeta() : shown.visible() ? query.makeVisible(names) : query.makeHidden(names);
        }
        return query;
    }

    private <S extends dev.ananas.orm.query.Clauses<Row, S>> S including(S query, EntityShape entity, Include include) {
        RelationShape relation = entity.relation(include.relation());
        if (include.clauses().equals(Clauses.NONE)) {
            return query.with(include.relation());
        }
        return query.with(include.relation(), start -> throughPivot(start, relation, include.clauses()));
    }

    /** Order terms on the related model and on the pivot take their turns, so all of them are said here. */
    RelatedThroughPivot<Row, Row> throughPivot(
            RelatedThroughPivot<Row, Row> start, RelationShape relation, Clauses clauses) {
        EntityShape related = schema.common(relation);
        RelatedThroughPivot<Row, Row> query = said(start, related, relation, clauses);
        for (Term term : clauses.order()) {
            query = term.ofPivot() ? query.orderByPivot(order(related, term)) : query.orderBy(order(related, term));
        }
        if (!relation.isThroughPivot()) {
            return query;
        }
        EntityShape pivot = schema.entity(relation.pivot());
        for (QueryShape.Condition condition : clauses.wherePivot()) {
            query = query.wherePivot(conditions.of(pivot, condition));
        }
        return clauses.linkOrder() ? query.inLinkOrder() : query;
    }

    private Order<Row> order(EntityShape entity, Term term) {
        Order<Row> order;
        if (term.count() != null) {
            RelationShape relation = entity.relation(term.relation());
            order = PivotRelation.<Row, Row, Row>through(entity.name(), term.relation())
                    .count(start -> throughPivot(start, relation, term.count()));
        } else {
            String path = term.relation() == null ? term.attribute() : term.relation() + "." + term.attribute();
            Order.Term<Row> by = Order.by(path);
            order = switch (term.texts()) {
                case EXACT -> by;
                case IGNORING_CASE -> by.ignoringCase();
                case COLLATED -> by.by(Collator.getInstance(Locale.ROOT));
                case BY_LENGTH -> Order.by("length of " + path, row -> length(row, path));
            };
        }
        order = term.descending() ? order.reversed() : order;
        return term.nulls() == Nulls.FIRST
                ? order.nullsFirst()
                : term.nulls() == Nulls.LAST ? order.nullsLast() : order;
    }

    private static Integer length(Row row, String attribute) {
        return row.attributes().get(attribute) instanceof String text ? text.length() : null;
    }
}
