package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.OracleRelations.Reached;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationKind;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import dev.ananas.orm.model.OnDelete;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A delete with what it takes along: first everything is decided, then restrictions are checked, then it is done. */
final class OracleCascade {
    private final Oracle oracle;
    private final OracleRelations relations;
    private final OracleRecords records;
    private final List<Site> decided = new ArrayList<>();
    private final List<Site> removed = new ArrayList<>();
    private final Map<Site, List<String>> cleared = new LinkedHashMap<>();
    private final List<Site> restricting = new ArrayList<>();

    OracleCascade(Oracle oracle) {
        this.oracle = oracle;
        this.relations = new OracleRelations(oracle);
        this.records = new OracleRecords(oracle);
    }

    /** A record by table and key. */
    private record Site(String table, List<Object> key) {}

    /** Removes the rows of these keys; answers those that were removed, in the order of the keys. */
    List<Object> delete(EntityShape entity, List<List<Object>> keys) {
        for (List<Object> key : keys) {
            add(entity, key);
        }
        for (int i = 0; i < decided.size(); i++) {
            decide(decided.get(i));
        }
        for (Site site : restricting) {
            if (!removed.contains(site)) {
                throw new Oracle.Refused("restricted by " + site);
            }
        }
        List<Object> answer = new ArrayList<>();
        for (List<Object> key : keys) {
            if (removed.contains(site(entity, key))) {
                answer.add(oracle.shown(entity, oracle.get(entity, key)));
            }
        }
        removed.forEach(site -> oracle.remove(oracle.entity(site.table()), site.key()));
        cleared.forEach(this::clear);
        return answer;
    }

    private Site site(EntityShape entity, List<Object> key) {
        return new Site(oracle.schema().tableOf(entity).name(), key);
    }

    private void add(EntityShape entity, List<Object> key) {
        Site site = site(entity, key);
        if (oracle.find(entity, key) >= 0 && !decided.contains(site)) {
            decided.add(site);
        }
    }

    private void decide(Site site) {
        EntityShape table = oracle.entity(site.table());
        Map<String, Object> row = oracle.get(table, site.key());
        if (!records.mayRemove(table, row)) {
            return;
        }
        removed.add(site);
        EntityShape own = oracle.caseOf(table, row);
        for (RelationShape relation : own.relations()) {
            if (relation.onDelete() != null && relation.onDelete() != OnDelete.NOTHING) {
                act(oracle.schema().declaring(own, relation), relation, row);
            }
        }
    }

    private void act(EntityShape owner, RelationShape relation, Map<String, Object> row) {
        EntityShape other = oracle.entity(relation.isThroughPivot() ? relation.pivot() : relation.related());
        for (Map<String, Object> found : referring(owner, relation, row)) {
            Site site = site(other, oracle.keyOf(other, found));
            switch (relation.onDelete()) {
                case RESTRICT -> restricting.add(site);
                case SET_NULL -> {
                    List<String> columns = cleared.computeIfAbsent(site, any -> new ArrayList<>());
                    columns.addAll(relation.foreignKey());
                    if (relation.kind() == RelationKind.MORPH_ONE || relation.kind() == RelationKind.MORPH_MANY) {
                        columns.add(relation.morphType());
                    }
                }
                default -> add(other, site.key());
            }
        }
    }

    /** The rows with the foreign keys: those between where there are some, else the related ones. */
    List<Map<String, Object>> referring(EntityShape owner, RelationShape relation, Map<String, Object> row) {
        if (relation.isThroughPivot()) {
            return relations.links(owner, relation, row);
        }
        return relations.reached(owner, relation, row).stream()
                .map(Reached::row)
                .toList();
    }

    private void clear(Site site, List<String> columns) {
        EntityShape table = oracle.entity(site.table());
        Map<String, Object> row = oracle.get(table, site.key());
        if (row != null) {
            Map<String, Object> changed = new LinkedHashMap<>(row);
            columns.forEach(column -> changed.put(column, null));
            records.update(table, changed);
        }
    }
}
