package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.OracleRelations.Reached;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import dev.ananas.orm.model.OnDelete;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes out of relations what a save named the relation for and did not nest. A record that is saved as its case and as its base is
 * one record: what either of them nests stays.
 */
final class OracleSync {
    private final Oracle oracle;
    private final Map<Site, Set<List<Object>>> noted = new LinkedHashMap<>();

    OracleSync(Oracle oracle) {
        this.oracle = oracle;
    }

    private record Site(EntityShape entity, RelationShape relation, List<Object> key) {}

    void note(EntityShape entity, List<Object> key, RelationShape relation, List<List<Object>> nested) {
        noted.computeIfAbsent(new Site(oracle.schema().tableOf(entity), relation, key), any -> new LinkedHashSet<>())
                .addAll(nested);
    }

    void finish() {
        noted.forEach((site, kept) -> {
            Map<String, Object> parent = oracle.get(site.entity(), site.key());
            if (parent != null && site.relation().isThroughPivot()) {
                unlink(site, parent, kept);
            } else if (parent != null) {
                remove(site, parent, kept);
            }
        });
    }

    /** Pivots of pairs that were not nested, those that lead nowhere as well. */
    private void unlink(Site site, Map<String, Object> parent, Set<List<Object>> kept) {
        OracleRelations relations = new OracleRelations(oracle);
        EntityShape related = oracle.entity(site.relation().related());
        EntityShape pivot = oracle.entity(site.relation().pivot());
        Set<Map<String, Object>> staying = new LinkedHashSet<>();
        for (Reached one : relations.reached(site.entity(), site.relation(), parent)) {
            if (kept.contains(oracle.keyOf(related, one.row()))) {
                staying.add(one.link());
            }
        }
        List<List<Object>> others = new ArrayList<>();
        for (Map<String, Object> link : relations.links(site.entity(), site.relation(), parent)) {
            if (!staying.contains(link)) {
                others.add(oracle.keyOf(pivot, link));
            }
        }
        new OracleCascade(oracle).delete(pivot, others);
    }

    /** Takes out of a relation what is not to stay. */
    void leave(EntityShape entity, Map<String, Object> parent, RelationShape relation, Set<List<Object>> kept) {
        EntityShape table = oracle.schema().tableOf(entity);
        remove(new Site(table, relation, oracle.keyOf(table, parent)), parent, kept);
    }

    private void remove(Site site, Map<String, Object> parent, Set<List<Object>> kept) {
        EntityShape related = oracle.entity(site.relation().related());
        List<Map<String, Object>> others = new ArrayList<>();
        for (Reached one : new OracleRelations(oracle).reached(site.entity(), site.relation(), parent)) {
            if (!kept.contains(oracle.keyOf(related, one.row()))) {
                others.add(one.row());
            }
        }
        if (site.relation().onDelete() == OnDelete.CASCADE) {
            List<List<Object>> keys = new ArrayList<>();
            others.forEach(row -> keys.add(oracle.keyOf(related, row)));
            new OracleCascade(oracle).delete(related, keys);
        } else {
            others.forEach(row -> detach(site.relation(), related, row));
        }
    }

    private void detach(RelationShape relation, EntityShape related, Map<String, Object> row) {
        List<String> columns = new ArrayList<>(relation.foreignKey());
        if (relation.morphType() != null) {
            columns.add(relation.morphType());
        }
        if (columns.stream().anyMatch(related.key()::contains)) {
            throw new Oracle.Refused("the foreign key to clear is part of the key of " + row);
        }
        Map<String, Object> changed = new LinkedHashMap<>(row);
        columns.forEach(column -> changed.put(column, null));
        new OracleRecords(oracle).update(related, changed);
    }
}
