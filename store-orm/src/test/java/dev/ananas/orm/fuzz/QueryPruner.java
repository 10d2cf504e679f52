package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.QueryShape.All;
import dev.ananas.orm.fuzz.QueryShape.Any;
import dev.ananas.orm.fuzz.QueryShape.Clauses;
import dev.ananas.orm.fuzz.QueryShape.Compare;
import dev.ananas.orm.fuzz.QueryShape.Condition;
import dev.ananas.orm.fuzz.QueryShape.Has;
import dev.ananas.orm.fuzz.QueryShape.Include;
import dev.ananas.orm.fuzz.QueryShape.Not;
import dev.ananas.orm.fuzz.QueryShape.Shown;
import dev.ananas.orm.fuzz.QueryShape.Term;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Takes out of clauses what a smaller schema does not have. */
final class QueryPruner {
    private final SchemaShape schema;

    QueryPruner(SchemaShape schema) {
        this.schema = schema;
    }

    /** {@code pivot} is the entity between if the clauses may speak of one, or null. */
    Clauses clauses(EntityShape entity, EntityShape pivot, Clauses clauses) {
        List<String> all = schema.allRelated(entity);
        Clauses ofAll =
                clauses.all() == null || all.isEmpty() ? null : clauses(schema.common(all), null, clauses.all());
        return clauses.include(relations(entity, clauses.includes()))
                .counting(relations(entity, clauses.counts()))
                .all(ofAll, clauses.recursive())
                .showing(shown(entity, clauses.shown()))
                .conditions(
                        conditions(entity, clauses.where()),
                        conditions(entity, clauses.orWhere()),
                        conditions(pivot, clauses.wherePivot()))
                .ordered(
                        clauses.order().stream()
                                .map(term -> term(term.ofPivot() ? pivot : entity, term))
                                .filter(Objects::nonNull)
                                .toList(),
                        clauses.linkOrder());
    }

    private List<Include> relations(EntityShape entity, List<Include> includes) {
        List<Include> kept = new ArrayList<>();
        for (Include include : includes) {
            RelationShape relation = entity.relation(include.relation());
            if (relation != null) {
                kept.add(new Include(relation.name(), related(relation, include.clauses())));
            }
        }
        return kept;
    }

    private Clauses related(RelationShape relation, Clauses clauses) {
        EntityShape through = relation.isThroughPivot() ? schema.entity(relation.pivot()) : null;
        return clauses(schema.common(relation), through, clauses);
    }

    private static List<Shown> shown(EntityShape entity, List<Shown> shown) {
        List<Shown> kept = new ArrayList<>();
        for (Shown one : shown) {
            List<String> names = one.names().stream().filter(entity::shows).toList();
            if (!names.isEmpty()) {
                kept.add(new Shown(one.visible(), names));
            }
        }
        return kept;
    }

    private Term term(EntityShape entity, Term term) {
        if (term.relation() == null) {
            return entity.attribute(term.attribute()) == null ? null : term;
        }
        RelationShape relation = entity.relation(term.relation());
        if (relation == null) {
            return null;
        }
        if (term.count() != null) {
            return term.with(term.descending(), term.nulls(), related(relation, term.count()), term.texts());
        }
        return schema.common(relation).attribute(term.attribute()) == null ? null : term;
    }

    private List<Condition> conditions(EntityShape entity, List<Condition> conditions) {
        return conditions.stream()
                .map(condition -> condition(entity, condition))
                .filter(Objects::nonNull)
                .toList();
    }

    private Condition condition(EntityShape entity, Condition condition) {
        if (condition instanceof Compare compare) {
            return entity.attribute(compare.attribute()) == null ? null : compare;
        }
        if (condition instanceof Has has) {
            RelationShape relation = entity.relation(has.relation());
            return relation == null
                    ? null
                    : new Has(has.relation(), related(relation, has.clauses()), has.operator(), has.number());
        }
        if (condition instanceof Not not) {
            Condition inner = condition(entity, not.condition());
            return inner == null ? null : new Not(inner);
        }
        List<Condition> inner =
                conditions(entity, condition instanceof All all ? all.conditions() : ((Any) condition).conditions());
        return inner.isEmpty() ? null : condition instanceof All ? new All(inner) : new Any(inner);
    }
}
