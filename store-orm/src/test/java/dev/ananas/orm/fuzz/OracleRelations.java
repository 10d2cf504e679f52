package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationKind;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each kind of relation means, in loops over all rows. */
final class OracleRelations {
    private final Oracle oracle;

    OracleRelations(Oracle oracle) {
        this.oracle = oracle;
    }

    /**
     * A row of {@code entity} that a relation leads to, and the row between, or null; for a list of keys that is made up.
     */
    record Reached(EntityShape entity, Map<String, Object> row, Map<String, Object> link) {}

    /**
     * Everything that a row leads to, once for each row between; in the order of these rows first where they decide, else in
     * that of the related rows first.
     */
    List<Reached> reached(EntityShape owner, RelationShape relation, Map<String, Object> parent) {
        if (oracle.caseOf(owner, parent).relation(relation.name()) == null) {
            return List.of();
        }
        if (relation.kind() == RelationKind.HAS_MANY_BY) {
            return through(relation, positions(relation, parent), List.of("child"));
        }
        if (relation.pivot() != null) {
            return through(
                    relation, links(owner, relation, parent), oracle.schema().onwardAttributes(relation));
        }
        List<Reached> reached = new ArrayList<>();
        String name = declaring(owner, relation, parent).name();
        List<Object> key = Oracle.values(parent, oracle.schema().parentAttributes(owner, relation));
        for (String target : relation.targets()) {
            if (relation.kind() == RelationKind.MORPH_TO && !target.equals(parent.get(relation.morphType()))) {
                continue;
            }
            List<String> near = oracle.schema().nearAttributes(relation, target);
            for (Map<String, Object> row : oracle.rows(target)) {
                boolean typed = relation.kind() == RelationKind.MORPH_TO
                        || relation.morphType() == null
                        || name.equals(row.get(relation.morphType()));
                if (typed && joins(key, Oracle.values(row, near))) {
                    reached.add(new Reached(oracle.entity(target), row, null));
                }
            }
        }
        return reached;
    }

    /** The rows between that refer to a row, in insertion order. */
    List<Map<String, Object>> links(EntityShape owner, RelationShape relation, Map<String, Object> parent) {
        List<Object> key = Oracle.values(parent, oracle.schema().parentAttributes(owner, relation));
        List<Map<String, Object>> links = new ArrayList<>();
        for (Map<String, Object> row : oracle.rows(relation.pivot())) {
            if (joins(key, Oracle.values(row, relation.foreignKey()))
                    && isTyped(declaring(owner, relation, parent), relation, row)) {
                links.add(row);
            }
        }
        return links;
    }

    private EntityShape declaring(EntityShape owner, RelationShape relation, Map<String, Object> parent) {
        return oracle.schema().declaring(oracle.caseOf(owner, parent), relation);
    }

    /** Whether a row between has the entity name that a polymorphic relation of the entity which declares it asks for. */
    static boolean isTyped(EntityShape owner, RelationShape relation, Map<String, Object> link) {
        return switch (relation.kind()) {
            case MORPH_TO_MANY -> owner.name().equals(link.get(relation.morphType()));
            case MORPHED_BY_MANY -> relation.related().equals(link.get(relation.morphType()));
            default -> true;
        };
    }

    private static List<Map<String, Object>> positions(RelationShape relation, Map<String, Object> parent) {
        List<Map<String, Object>> positions = new ArrayList<>();
        if (parent.get(relation.foreignKey().get(0)) instanceof List<?> keys) {
            for (Object key : keys) {
                Map<String, Object> position = new LinkedHashMap<>();
                position.put("child", key);
                positions.add(position);
            }
        }
        return positions;
    }

    private List<Reached> through(RelationShape relation, List<Map<String, Object>> links, List<String> onward) {
        EntityShape related = oracle.entity(relation.related());
        List<String> far = oracle.schema().farAttributes(relation);
        List<Reached> reached = new ArrayList<>();
        if (relation.ordersByLink()) {
            for (Map<String, Object> link : links) {
                for (Map<String, Object> row : oracle.rows(related.name())) {
                    if (joins(Oracle.values(link, onward), Oracle.values(row, far))) {
                        reached.add(new Reached(related, row, link));
                    }
                }
            }
            return reached;
        }
        for (Map<String, Object> row : oracle.rows(related.name())) {
            for (Map<String, Object> link : links) {
                if (joins(Oracle.values(link, onward), Oracle.values(row, far))) {
                    reached.add(new Reached(related, row, link));
                }
            }
        }
        return reached;
    }

    static boolean joins(List<Object> key, List<Object> other) {
        for (int i = 0; i < key.size(); i++) {
            if (!OracleValues.joins(key.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }
}
