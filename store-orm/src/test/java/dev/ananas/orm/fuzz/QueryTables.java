package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.QueryShape.All;
import dev.ananas.orm.fuzz.QueryShape.Any;
import dev.ananas.orm.fuzz.QueryShape.Clauses;
import dev.ananas.orm.fuzz.QueryShape.Condition;
import dev.ananas.orm.fuzz.QueryShape.Has;
import dev.ananas.orm.fuzz.QueryShape.Not;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.Set;

/** Collects the entities that clauses read. */
final class QueryTables {
    private final SchemaShape schema;
    private final Set<String> tables;

    QueryTables(SchemaShape schema, Set<String> tables) {
        this.schema = schema;
        this.tables = tables;
    }

    void add(EntityShape entity, Clauses clauses) {
        clauses.where().forEach(condition -> add(entity, condition));
        clauses.orWhere().forEach(condition -> add(entity, condition));
        clauses.order().stream().filter(term -> term.relation() != null).forEach(term -> {
            Clauses count = term.count() == null ? Clauses.NONE : term.count();
            add(entity.relation(term.relation()), count);
        });
        for (RelationShape relation : entity.relations()) {
            Clauses related = clauses.of(relation.name());
            if (related != null) {
                add(relation, related);
            }
        }
    }

    private void add(RelationShape relation, Clauses clauses) {
        if (relation.pivot() != null) {
            tables.add(relation.pivot());
        }
        tables.addAll(relation.targets());
        add(schema.common(relation), clauses);
    }

    private void add(EntityShape entity, Condition condition) {
        if (condition instanceof Has has) {
            add(entity.relation(has.relation()), has.clauses());
        } else if (condition instanceof Not not) {
            add(entity, not.condition());
        } else if (condition instanceof All all) {
            all.conditions().forEach(one -> add(entity, one));
        } else if (condition instanceof Any any) {
            any.conditions().forEach(one -> add(entity, one));
        }
    }
}
