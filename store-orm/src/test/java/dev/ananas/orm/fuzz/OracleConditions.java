package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.OracleRelations.Reached;
import dev.ananas.orm.fuzz.QueryShape.All;
import dev.ananas.orm.fuzz.QueryShape.Any;
import dev.ananas.orm.fuzz.QueryShape.Clauses;
import dev.ananas.orm.fuzz.QueryShape.Compare;
import dev.ananas.orm.fuzz.QueryShape.Condition;
import dev.ananas.orm.fuzz.QueryShape.Has;
import dev.ananas.orm.fuzz.QueryShape.Not;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether conditions hold for a row, given as it is stored. */
final class OracleConditions {
    private final Oracle oracle;
    private final OracleRelations relations;

    OracleConditions(Oracle oracle) {
        this.oracle = oracle;
        this.relations = new OracleRelations(oracle);
    }

    boolean matches(EntityShape entity, Clauses clauses, Map<String, Object> row) {
        if (clauses.where().isEmpty() && clauses.orWhere().isEmpty()) {
            return true;
        }
        boolean all = !clauses.where().isEmpty();
        for (Condition condition : clauses.where()) {
            all = all && holds(entity, condition, row);
        }
        boolean any = all;
        for (Condition condition : clauses.orWhere()) {
            any = any || holds(entity, condition, row);
        }
        return any;
    }

    boolean holds(EntityShape entity, Condition condition, Map<String, Object> row) {
        if (condition instanceof Not not) {
            return !holds(entity, not.condition(), row);
        }
        if (condition instanceof All all) {
            return all.conditions().stream().allMatch(one -> holds(entity, one, row));
        }
        if (condition instanceof Any any) {
            return any.conditions().stream().anyMatch(one -> holds(entity, one, row));
        }
        if (condition instanceof Has has) {
            return holds(
                    has.operator(), (double) count(entity, has.relation(), has.clauses(), row), (double) has.number());
        }
        Compare compare = (Compare) condition;
        Object found = oracle.read(entity, row).get(compare.attribute());
        return holds(compare.operator(), found, OracleValues.plain(compare.value()));
    }

    /** How many different related rows there are. */
    int count(EntityShape entity, String name, Clauses clauses, Map<String, Object> row) {
        RelationShape relation = oracle.seen(entity).relation(name);
        Set<List<Object>> different = new HashSet<>();
        for (Reached one : relations.reached(entity, relation, row)) {
            if (holdsForPivot(relation, clauses, one.link()) && matches(one.entity(), clauses, one.row())) {
                different.add(List.of(one.entity().name(), oracle.keyOf(one.entity(), one.row())));
            }
        }
        return relation.isToMany() ? different.size() : Math.min(different.size(), 1);
    }

    boolean holdsForPivot(RelationShape relation, Clauses clauses, Map<String, Object> pivot) {
        return !relation.isThroughPivot()
                || clauses.wherePivot().stream()
                        .allMatch(condition -> holds(oracle.entity(relation.pivot()), condition, pivot));
    }

    private static boolean holds(String operator, Object found, Object value) {
        boolean ordered = found != null && value != null;
        return switch (operator) {
            case "=" -> OracleValues.same(found, value);
            case "!=" -> !OracleValues.same(found, value);
            case ">" -> ordered && OracleValues.compare(found, value) > 0;
            case ">=" -> ordered && OracleValues.compare(found, value) >= 0;
            case "<" -> ordered && OracleValues.compare(found, value) < 0;
            case "<=" -> ordered && OracleValues.compare(found, value) <= 0;
            case "between" ->
                holds(">=", found, ((List<?>) value).get(0)) && holds("<=", found, ((List<?>) value).get(1));
            case "in" -> ((List<?>) value).contains(found);
            case "notIn" -> !((List<?>) value).contains(found);
            case "like" -> OracleValues.like(found, value, true);
            case "LIKE" -> OracleValues.like(found, value, false);
            case "null" -> found == null;
            case "notNull" -> found != null;
            case "contains" -> found instanceof List<?> list && list.contains(value);
            case "odd" -> found instanceof Double number && number % 2 == 1;
            default -> throw new IllegalArgumentException(operator);
        };
    }
}
