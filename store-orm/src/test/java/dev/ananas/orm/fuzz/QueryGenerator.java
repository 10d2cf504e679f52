package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.QueryShape.Clauses;
import dev.ananas.orm.fuzz.QueryShape.Include;
import dev.ananas.orm.fuzz.QueryShape.Nulls;
import dev.ananas.orm.fuzz.QueryShape.Shown;
import dev.ananas.orm.fuzz.QueryShape.Term;
import dev.ananas.orm.fuzz.QueryShape.Terminal;
import dev.ananas.orm.fuzz.QueryShape.Texts;
import dev.ananas.orm.fuzz.SchemaShape.AttributeShape;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Random queries. */
final class QueryGenerator {
    private static final int DEPTH = 3;

    private final Dice dice;
    private final SchemaShape schema;
    private final ValueGenerator values;
    private final ConditionGenerator conditions;

    QueryGenerator(Dice dice, SchemaShape schema) {
        this.dice = dice;
        this.schema = schema;
        this.values = new ValueGenerator(dice, schema);
        this.conditions = new ConditionGenerator(dice, schema);
    }

    QueryShape query() {
        EntityShape entity = schema.seen(dice.one(schema.entities()));
        Terminal terminal = dice.may(Feature.TERMINALS, 3) ? dice.one(Terminal.values()) : Terminal.LIST;
        Clauses clauses = clauses(entity, null, terminal.loads() ? DEPTH : 0);
        List<Object> keys = switch (terminal) {
            case FIND -> List.of(values.key(entity));
            case FIND_ALL -> values.keys(entity, 0, 4);
            default -> List.of();
        };
        if (terminal == Terminal.GROUP_BY) {
            clauses = clauses.showing(List.of());
        }
        List<String> attributes = attributes(entity, terminal);
        return attributes == null
                ? new QueryShape(entity.name(), clauses, Terminal.LIST)
                : new QueryShape(entity.name(), clauses, terminal, keys, attributes);
    }

    /** What a terminal reads; null if there is nothing to read. */
    private List<String> attributes(EntityShape entity, Terminal terminal) {
        if (!terminal.isNumeric() && terminal != Terminal.PLUCK && terminal != Terminal.GROUP_BY) {
            return List.of();
        }
        List<String> names = entity.attributes().stream()
                .filter(attribute ->
                        terminal != Terminal.GROUP_BY || !attribute.is(Trait.HIDDEN) && attribute.kind() != Kind.TIMES)
                .filter(attribute -> !terminal.isNumeric() || attribute.kind().isNumeric())
                .map(AttributeShape::name)
                .toList();
        if (names.isEmpty()) {
            return null;
        }
        return terminal == Terminal.GROUP_BY && dice.oneIn(3)
                ? List.of(dice.one(names), dice.one(names))
                : List.of(dice.one(names));
    }

    /** Which rows of an entity a write is about. */
    QueryShape selection(EntityShape entity) {
        return new QueryShape(entity.name(), clauses(schema.seen(entity), null, 0), Terminal.LIST);
    }

    /** Relations to load on models that were read before. */
    Clauses loading(EntityShape entity) {
        return Clauses.NONE.include(includes(schema.seen(entity), DEPTH));
    }

    /** Models as they are stored, with all that is related: no windows, no filters on pivots. */
    QueryShape everythingRelated(EntityShape entity) {
        Clauses clauses = Clauses.NONE.where(conditions.some(entity, 0, 1)).include(whole(entity, 2));
        return new QueryShape(entity.name(), clauses, Terminal.LIST);
    }

    private List<Include> whole(EntityShape entity, int depth) {
        List<Include> includes = new ArrayList<>();
        for (RelationShape relation : entity.relations()) {
            if (depth > 0 && dice.oneIn(2)) {
                List<Include> inner = whole(schema.common(relation), depth - 1);
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
        Clauses clauses = new Clauses(
                conditions.some(entity, 0, 2),
                dice.may(Feature.OR_WHERE, 5) ? conditions.some(entity, 1, 2) : List.of(),
                ofPivot && dice.oneIn(2) ? conditions.ofPivot(pivot) : List.of(),
                order(entity, ofPivot ? pivot : null),
                ofPivot && dice.oneIn(4),
                window && dice.oneIn(2) ? dice.below(3) : null,
                window ? dice.below(4) : null,
                includes(entity, depth),
                counts(entity, depth),
                null,
                null,
                shown(entity, depth));
        return everything(entity, clauses, depth);
    }

    /** All relations, now and then; below the top with nothing said about them. */
    private Clauses everything(EntityShape entity, Clauses clauses, int depth) {
        List<String> related = schema.allRelated(entity);
        if (depth == 0 || related.isEmpty() || !dice.may(Feature.ALL_RELATIONS, 8)) {
            return clauses;
        }
        if (depth == DEPTH && dice.oneIn(3)) {
            return clauses.all(null, dice.below(2));
        }
        EntityShape common = schema.common(related);
        boolean asked = common.attributes().stream()
                .anyMatch(attribute -> attribute.kind() != Kind.UID && attribute.kind() != Kind.TIMES);
        boolean plain = depth < DEPTH || !asked || dice.oneIn(2);
        return clauses.all(plain ? Clauses.NONE : Clauses.NONE.where(conditions.some(common, 1, 1)), null);
    }

    private List<Shown> shown(EntityShape entity, int depth) {
        List<Shown> shown = new ArrayList<>();
        if (depth > 0 && entity.times() != null && dice.may(Feature.TIMESTAMPS, 2)) {
            shown.add(Shown.TIMES);
        }
        if (depth == 0 || entity.attributes().isEmpty() || !dice.may(Feature.PROJECTIONS, 5)) {
            return shown;
        }
        for (int n = dice.between(1, 2); n > 0; n--) {
            List<String> names =
                    dice.some(1, 2, () -> dice.one(entity.attributes()).name());
            shown.add(new Shown(dice.oneIn(2), dice.oneIn(4) ? List.of(QueryShape.ALL) : names));
        }
        return shown;
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
            Clauses inner = clauses(schema.common(relation), pivot, depth - 1);
            includes.add(new Include(relation.name(), inner));
            if (dice.oneIn(2)) {
                twins(entity, relation).forEach(twin -> includes.add(new Include(twin.name(), inner)));
            }
        }
        return includes;
    }

    private List<Include> counts(EntityShape entity, int depth) {
        List<RelationShape> many =
                entity.relations().stream().filter(RelationShape::isToMany).toList();
        if (depth == 0 || many.isEmpty() || !dice.may(Feature.COUNTS, 4)) {
            return List.of();
        }
        return dice.some(1, 2, () -> {
            RelationShape relation = dice.one(many);
            return new Include(relation.name(), dice.oneIn(2) ? Clauses.NONE : conditions.which(relation, 1));
        });
    }

    /** Other relations to the same entity, about which the same can be said: their results may be shared. */
    private static List<RelationShape> twins(EntityShape entity, RelationShape relation) {
        return entity.relations().stream()
                .filter(other -> other != relation && other.targets().equals(relation.targets()))
                .filter(other -> Objects.equals(other.pivot(), relation.pivot()))
                .filter(other -> other.isThroughPivot() == relation.isThroughPivot())
                .toList();
    }

    private List<Term> order(EntityShape entity, EntityShape pivot) {
        List<Term> terms = new ArrayList<>();
        for (int n = dice.may(Feature.ORDER, 2) ? dice.between(1, 3) : 0; n > 0; n--) {
            Term term = pivot == null && dice.oneIn(2) ? related(entity) : null;
            boolean ofPivot = pivot != null && dice.oneIn(2);
            term = term == null ? term(ofPivot ? pivot : entity, ofPivot, null) : term;
            if (term != null) {
                terms.add(term);
            }
        }
        return terms;
    }

    /** A term on an attribute; null if there is none to order by. */
    private Term term(EntityShape entity, boolean ofPivot, String relation) {
        List<AttributeShape> plain = entity.attributes().stream()
                .filter(attribute -> attribute.kind().isPlain())
                .toList();
        if (plain.isEmpty()) {
            return null;
        }
        AttributeShape attribute = dice.one(plain);
        Texts texts = Texts.EXACT;
        if (attribute.kind() == Kind.TEXT && dice.may(Feature.TEXT_ORDERS, 2)) {
            boolean byFunction = relation == null && !ofPivot && dice.oneIn(3);
            texts = byFunction ? Texts.BY_LENGTH : dice.one(Texts.IGNORING_CASE, Texts.COLLATED);
        }
        return new Term(attribute.name(), ofPivot, dice.oneIn(2), nulls(), relation, null, texts);
    }

    private Nulls nulls() {
        return dice.oneIn(2) ? Nulls.BY_DIRECTION : dice.one(Nulls.FIRST, Nulls.LAST);
    }

    /** A term on a related model or on the number of them; null if there is none. */
    private Term related(EntityShape entity) {
        if (entity.relations().isEmpty() || entity.name().isEmpty()) {
            return null;
        }
        RelationShape relation = dice.one(entity.relations());
        if (dice.may(Feature.COUNTS_IN_ORDER, 2)) {
            return new Term(
                    null, false, dice.oneIn(2), nulls(), relation.name(), conditions.which(relation, 1), Texts.EXACT);
        }
        return relation.isToMany() || !dice.may(Feature.PATHS_IN_ORDER)
                ? null
                : term(schema.common(relation), false, relation.name());
    }
}
