package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.QueryShape.All;
import dev.ananas.orm.fuzz.QueryShape.Any;
import dev.ananas.orm.fuzz.QueryShape.Clauses;
import dev.ananas.orm.fuzz.QueryShape.Compare;
import dev.ananas.orm.fuzz.QueryShape.Condition;
import dev.ananas.orm.fuzz.QueryShape.Has;
import dev.ananas.orm.fuzz.QueryShape.Not;
import dev.ananas.orm.fuzz.SchemaShape.AttributeShape;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.ArrayList;
import java.util.List;

/** Random conditions. */
final class ConditionGenerator {
    private static final List<String> PATTERNS = List.of("%", "a%", "%b", "_", "%a%", "A_", "a\\%b", "%\\_", "");

    private final Dice dice;
    private final SchemaShape schema;
    private final ValueGenerator values;

    ConditionGenerator(Dice dice, SchemaShape schema) {
        this.dice = dice;
        this.schema = schema;
        this.values = new ValueGenerator(dice, schema);
    }

    List<Condition> some(EntityShape entity, int low, int high) {
        return some(entity, low, high, 2);
    }

    private List<Condition> some(EntityShape entity, int low, int high, int depth) {
        List<Condition> conditions = new ArrayList<>();
        if (dice.may(Feature.CONDITIONS)) {
            for (int n = dice.between(low, high); n > 0; n--) {
                conditions.add(condition(entity, depth));
            }
        }
        return conditions;
    }

    /** Conditions on a pivot, mostly on what differs between those of a pair. */
    List<Condition> ofPivot(EntityShape pivot) {
        AttributeShape n = pivot.attribute("n");
        return n == null || dice.oneIn(2)
                ? some(pivot, 1, 1)
                : List.of(new Compare(n.name(), dice.one("=", "=", "!=", ">", "<="), constant(pivot, n)));
    }

    private Condition condition(EntityShape entity, int depth) {
        if (depth > 0 && !entity.relations().isEmpty() && dice.may(Feature.EXISTS, 4)) {
            return has(entity, depth - 1);
        }
        if (depth == 0 || !dice.may(Feature.NESTED_CONDITIONS, 4)) {
            return compare(entity);
        }
        return switch (dice.below(3)) {
            case 0 -> new Not(condition(entity, depth - 1));
            case 1 -> new All(dice.some(2, 3, () -> condition(entity, depth - 1)));
            default -> new Any(dice.some(2, 3, () -> condition(entity, depth - 1)));
        };
    }

    private Condition has(EntityShape entity, int depth) {
        RelationShape relation = dice.one(entity.relations());
        String operator = dice.oneIn(2) ? dice.one(">=", "<") : dice.one("=", "!=", ">", ">=", "<", "<=");
        int number = dice.oneIn(2) ? 1 : dice.below(4);
        return new Has(relation.name(), which(relation, depth), operator, number);
    }

    /** Which of the related models count. */
    Clauses which(RelationShape relation, int depth) {
        EntityShape related = schema.common(relation);
        boolean pivots = relation.isThroughPivot() && dice.may(Feature.PIVOT_CLAUSES, 2);
        return Clauses.NONE.conditions(
                dice.oneIn(2) ? some(related, 0, 2, depth) : List.of(),
                dice.may(Feature.OR_WHERE, 8) ? some(related, 1, 1, depth) : List.of(),
                pivots ? ofPivot(schema.entity(relation.pivot())) : List.of());
    }

    private Condition compare(EntityShape entity) {
        List<AttributeShape> all = entity.attributes().stream()
                .filter(attribute -> attribute.kind() != Kind.UID && attribute.kind() != Kind.TIMES)
                .toList();
        if (all.isEmpty()) {
            return new All(List.of(new Compare(entity.key().get(0), "notNull", null)));
        }
        AttributeShape attribute = dice.one(all);
        String name = attribute.name();
        if (attribute.kind() == Kind.TAGS) {
            return new Compare(name, dice.one("contains", "null", "notNull"), dice.below(5));
        }
        String operator = dice.one(
                "=", "=", "=", "!=", ">", ">=", "<", "<=", "in", "notIn", "like", "null", "notNull", "between");
        if (attribute.kind() == Kind.BOOL) {
            operator = dice.one("=", "!=", "<", ">=", "in", "null");
        }
        return switch (operator) {
            case "in", "notIn" -> new Compare(name, operator, dice.some(0, 3, () -> constant(entity, attribute)));
            case "like" -> like(entity, attribute);
            case "null", "notNull" -> new Compare(name, operator, null);
            case "between" ->
                attribute.kind() == Kind.TEXT && !entity.name().isEmpty()
                        ? new Compare(name, operator, List.of(dice.one("", "A", "a"), dice.one("a", "b", "bb")))
                        : new Compare(name, ">", constant(entity, attribute));
            default -> new Compare(name, operator, constant(entity, attribute));
        };
    }

    private Condition like(EntityShape entity, AttributeShape attribute) {
        if (attribute.kind().isNumeric()) {
            return dice.oneIn(2)
                    ? new Compare(attribute.name(), "odd", null)
                    : new Compare(attribute.name(), "like", dice.one("1%", "_", "%.5"));
        }
        String operator = entity.name().isEmpty() ? "like" : dice.one("like", "LIKE");
        return new Compare(attribute.name(), operator, dice.one(PATTERNS));
    }

    /** A value as conditions see it. */
    private Object constant(EntityShape entity, AttributeShape attribute) {
        Object value = values.value(entity, attribute);
        if (!attribute.traits().isEmpty()) {
            return OracleValues.read(attribute, OracleValues.stored(attribute, value));
        }
        return attribute.kind() == Kind.BOOL && value != null ? (Object) dice.oneIn(2) : value;
    }
}
