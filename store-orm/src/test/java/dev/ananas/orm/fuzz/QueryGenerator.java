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
import dev.ananas.orm.fuzz.QueryShape.Terminal;
import dev.ananas.orm.fuzz.SchemaShape.AttributeShape;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Random queries. */
final class QueryGenerator {
    private static final int DEPTH = 3;
    private static final List<String> PATTERNS = List.of("%", "a%", "%b", "_", "%a%", "A_", "a\\%b", "%\\_", "");

    private final Dice dice;
    private final SchemaShape schema;
    private final ValueGenerator values;

    QueryGenerator(Dice dice, SchemaShape schema) {
        this.dice = dice;
        this.schema = schema;
        this.values = new ValueGenerator(dice);
    }

    QueryShape query() {
        EntityShape entity = dice.one(schema.entities());
        Terminal terminal = dice.may(Feature.TERMINALS, 3) ? dice.one(Terminal.values()) : Terminal.LIST;
        Clauses clauses = clauses(entity, null, terminal.showsModels() ? DEPTH : 0);
        return switch (terminal) {
            case FIND -> new QueryShape(entity.name(), clauses, terminal, List.of(values.key(entity)));
            case FIND_ALL -> new QueryShape(entity.name(), clauses, terminal, values.keys(entity, 0, 4));
            default -> new QueryShape(entity.name(), clauses, terminal, List.of());
        };
    }

    /** Which rows of an entity a write is about. */
    QueryShape selection(EntityShape entity) {
        return new QueryShape(entity.name(), clauses(entity, null, 0), Terminal.LIST, List.of());
    }

    /** Models as they are stored, with all that is related: no windows, no filters on pivots. */
    QueryShape everythingRelated(EntityShape entity) {
        Clauses clauses = new Clauses(conditions(entity, 0, 1), null, null, null, false, null, null, null);
        return new QueryShape(entity.name(), clauses.include(whole(entity, 2)), Terminal.LIST, List.of());
    }

    private List<Include> whole(EntityShape entity, int depth) {
        List<Include> includes = new ArrayList<>();
        for (RelationShape relation : entity.relations()) {
            if (depth > 0 && dice.oneIn(2)) {
                List<Include> inner = whole(schema.entity(relation.related()), depth - 1);
                includes.add(new Include(relation.name(), Clauses.NONE.include(inner)));
            }
        }
        return includes;
    }

    private Clauses clauses(EntityShape entity, EntityShape pivot, int depth) {
        boolean plain = depth < DEPTH && depth > 0 && !dice.may(Feature.CLAUSES_IN_INCLUDES, 2);
        if (plain) {
            return Clauses.NONE.include(includes(entity, depth));
        }
        boolean ofPivot = pivot != null && dice.may(Feature.PIVOT_CLAUSES);
        boolean window = dice.may(Feature.WINDOWS, 3);
        return new Clauses(
                conditions(entity, 0, 2),
                dice.may(Feature.OR_WHERE, 5) ? conditions(entity, 1, 2) : List.of(),
                ofPivot && dice.oneIn(2) ? ofPivot(pivot) : List.of(),
                order(entity, ofPivot ? pivot : null),
                ofPivot && dice.oneIn(4),
                window && dice.oneIn(2) ? dice.below(3) : null,
                window ? dice.below(4) : null,
                includes(entity, depth));
    }

    private List<Condition> ofPivot(EntityShape pivot) {
        AttributeShape n = pivot.attribute("n");
        return n == null || dice.oneIn(2)
                ? conditions(pivot, 1, 1)
                : List.of(new Compare(n.name(), dice.one("=", "=", "!=", ">", "<="), constant(pivot, n)));
    }

    private List<Include> includes(EntityShape entity, int depth) {
        List<Include> includes = new ArrayList<>();
        if (depth == 0 || entity.relations().isEmpty() || !dice.may(Feature.INCLUDES)) {
            return includes;
        }
        if (depth < DEPTH && !dice.may(Feature.DEEP_INCLUDES, 2)) {
            return includes;
        }
        for (int n = dice.between(0, depth == DEPTH ? 3 : 2); n > 0; n--) {
            RelationShape relation = dice.one(entity.relations());
            EntityShape pivot = relation.isThroughPivot() ? schema.entity(relation.pivot()) : null;
            Clauses inner = clauses(schema.entity(relation.related()), pivot, depth - 1);
            includes.add(new Include(relation.name(), inner));
            if (dice.oneIn(2)) {
                twins(entity, relation).forEach(twin -> includes.add(new Include(twin.name(), inner)));
            }
        }
        return includes;
    }

    /** Other relations to the same entity, about which the same can be said: their results may be shared. */
    private static List<RelationShape> twins(EntityShape entity, RelationShape relation) {
        return entity.relations().stream()
                .filter(other -> other != relation && other.related().equals(relation.related()))
                .filter(other -> Objects.equals(other.pivot(), relation.pivot()))
                .toList();
    }

    private List<Term> order(EntityShape entity, EntityShape pivot) {
        List<Term> terms = new ArrayList<>();
        for (int n = dice.may(Feature.ORDER, 2) ? dice.between(1, 3) : 0; n > 0; n--) {
            boolean ofPivot = pivot != null && dice.oneIn(2);
            List<AttributeShape> plain = plain(ofPivot ? pivot : entity);
            if (!plain.isEmpty()) {
                Nulls nulls = dice.oneIn(2) ? Nulls.BY_DIRECTION : dice.one(Nulls.FIRST, Nulls.LAST);
                terms.add(new Term(dice.one(plain).name(), ofPivot, dice.oneIn(2), nulls));
            }
        }
        return terms;
    }

    private static List<AttributeShape> plain(EntityShape entity) {
        return entity.attributes().stream()
                .filter(attribute -> attribute.kind().isPlain())
                .toList();
    }

    private List<Condition> conditions(EntityShape entity, int low, int high) {
        List<Condition> conditions = new ArrayList<>();
        if (dice.may(Feature.CONDITIONS)) {
            for (int n = dice.between(low, high); n > 0; n--) {
                conditions.add(condition(entity, 2));
            }
        }
        return conditions;
    }

    private Condition condition(EntityShape entity, int depth) {
        if (depth == 0 || !dice.may(Feature.NESTED_CONDITIONS, 4)) {
            return compare(entity);
        }
        return switch (dice.below(3)) {
            case 0 -> new Not(condition(entity, depth - 1));
            case 1 -> new All(dice.some(2, 3, () -> condition(entity, depth - 1)));
            default -> new Any(dice.some(2, 3, () -> condition(entity, depth - 1)));
        };
    }

    private Condition compare(EntityShape entity) {
        List<AttributeShape> all = entity.attributes().stream()
                .filter(attribute -> attribute.kind() != Kind.UID)
                .toList();
        AttributeShape attribute = dice.one(all);
        String name = attribute.name();
        if (attribute.kind() == Kind.TAGS) {
            return new Compare(name, dice.one("contains", "null", "notNull"), dice.below(5));
        }
        String operator = dice.one("=", "=", "=", "!=", ">", ">=", "<", "<=", "in", "notIn", "like", "null", "notNull");
        if (attribute.kind() == Kind.BOOL) {
            operator = dice.one("=", "!=", "<", ">=", "in", "null");
        }
        return switch (operator) {
            case "in", "notIn" -> new Compare(name, operator, dice.some(0, 3, () -> constant(entity, attribute)));
            case "like" -> like(attribute);
            case "null", "notNull" -> new Compare(name, operator, null);
            default -> new Compare(name, operator, constant(entity, attribute));
        };
    }

    private Condition like(AttributeShape attribute) {
        if (attribute.kind().isNumeric()) {
            return dice.oneIn(2)
                    ? new Compare(attribute.name(), "odd", null)
                    : new Compare(attribute.name(), "like", dice.one("1%", "_", "%.5"));
        }
        return new Compare(attribute.name(), dice.one("like", "LIKE"), dice.one(PATTERNS));
    }

    private Object constant(EntityShape entity, AttributeShape attribute) {
        Object value = values.value(entity, attribute);
        return attribute.kind() == Kind.BOOL && value != null ? (Object) dice.oneIn(2) : value;
    }
}
