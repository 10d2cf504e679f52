package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes to the pivots of one many-to-many relation. */
final class OracleLinks {
    private final Oracle oracle;
    private RelationShape relation;
    private Object near;

    OracleLinks(Oracle oracle) {
        this.oracle = oracle;
    }

    Object write(Step.Write write) {
        if (write instanceof Step.LinkKeys keys) {
            open(keys.entity(), keys.relation(), keys.parent());
            return write(keys.call(), farKeys(keys.related()));
        }
        Step.LinkPivots pivots = (Step.LinkPivots) write;
        open(pivots.entity(), pivots.relation(), pivots.parent());
        Map<Object, Map<String, Object>> links = new LinkedHashMap<>();
        for (Step.Link link : pivots.links()) {
            Object far = farKeys(List.of(link.related())).iterator().next();
            Map<String, Object> values = oracle.declared(oracle.entity(relation.pivot()), link.pivot());
            if (links.containsKey(far) && !values.equals(links.get(far))) {
                throw new Oracle.Unspecified("one link with two patches");
            }
            links.put(far, values);
        }
        return write(pivots.call(), links);
    }

    private void open(String entity, String name, Object parent) {
        EntityShape owner = oracle.entity(entity);
        relation = owner.relation(name);
        Map<String, Object> row = oracle.get(owner, oracle.key(owner, parent));
        if (row == null) {
            throw new Oracle.Refused("no parent " + parent);
        }
        near = row.get(oracle.schema().parentAttributes(owner, relation).get(0));
        if (near == null) {
            throw new Oracle.Refused("the parent has no key for links: " + row);
        }
    }

    /** The values that pivots have for these related records. */
    private Set<Object> farKeys(List<Object> keys) {
        EntityShape related = oracle.entity(relation.related());
        String far = oracle.schema().farAttribute(relation);
        Set<Object> values = new LinkedHashSet<>();
        for (Object key : keys) {
            if (related.key().equals(List.of(far))) {
                values.add(OracleValues.plain(key));
                continue;
            }
            Map<String, Object> row = oracle.get(related, oracle.key(related, key));
            if (row == null || row.get(far) == null) {
                throw new Oracle.Refused("the related key of " + key + " is to be read from a record without one");
            }
            values.add(row.get(far));
        }
        return values;
    }

    private Object write(Step.KeysCall call, Set<Object> keys) {
        switch (call) {
            case ATTACH -> keys.forEach(this::linkIfMissing);
            case DETACH -> {
                return keys.stream().filter(this::unlink).count();
            }
            case SYNC -> {
                unlinkAllBut(keys);
                keys.forEach(this::linkIfMissing);
            }
            case TOGGLE -> {
                for (Object key : keys) {
                    if (!unlink(key)) {
                        linkIfMissing(key);
                    }
                }
            }
        }
        return null;
    }

    private Object write(Step.PivotsCall call, Map<Object, Map<String, Object>> links) {
        if (call == Step.PivotsCall.UPDATE) {
            Map.Entry<Object, Map<String, Object>> only =
                    links.entrySet().iterator().next();
            boolean linked = !pivots(oracle, relation, near, only.getKey()).isEmpty();
            if (linked) {
                link(oracle, relation, near, only.getKey(), only.getValue());
            }
            return linked;
        }
        if (call == Step.PivotsCall.SYNC) {
            unlinkAllBut(links.keySet());
        }
        links.forEach((key, values) -> link(oracle, relation, near, key, values));
        return null;
    }

    private void linkIfMissing(Object far) {
        link(oracle, relation, near, far, Map.of());
    }

    private boolean unlink(Object far) {
        List<Map<String, Object>> pivots = pivots(oracle, relation, near, far);
        EntityShape pivot = oracle.entity(relation.pivot());
        pivots.forEach(row -> oracle.remove(pivot, oracle.keyOf(pivot, row)));
        return !pivots.isEmpty();
    }

    private void unlinkAllBut(Set<Object> keys) {
        Set<Object> linked = new LinkedHashSet<>();
        for (Map<String, Object> pivot : oracle.rows(relation.pivot())) {
            if (OracleValues.joins(near, pivot.get(relation.foreignKey().get(0)))) {
                linked.add(pivot.get(relation.relatedPivotKey()));
            }
        }
        linked.removeAll(keys);
        linked.forEach(this::unlink);
    }

    private static List<Map<String, Object>> pivots(Oracle oracle, RelationShape relation, Object near, Object far) {
        List<Map<String, Object>> pivots = new ArrayList<>();
        for (Map<String, Object> row : oracle.rows(relation.pivot())) {
            if (OracleValues.joins(near, row.get(relation.foreignKey().get(0)))
                    && OracleValues.joins(far, row.get(relation.relatedPivotKey()))) {
                pivots.add(row);
            }
        }
        return pivots;
    }

    /** Changes the first pivot of a pair, or makes one. */
    static void link(Oracle oracle, RelationShape relation, Object near, Object far, Map<String, Object> values) {
        if (near == null || far == null) {
            throw new Oracle.Refused("a link between " + near + " and " + far);
        }
        EntityShape pivot = oracle.entity(relation.pivot());
        List<Map<String, Object>> existing = pivots(oracle, relation, near, far);
        Map<String, Object> row = new LinkedHashMap<>(existing.isEmpty() ? Map.of() : existing.get(0));
        row.putAll(values);
        row.put(relation.foreignKey().get(0), near);
        row.put(relation.relatedPivotKey(), far);
        if (!existing.isEmpty() && !oracle.keyOf(pivot, row).equals(oracle.keyOf(pivot, existing.get(0)))) {
            throw new Oracle.Unspecified("a patch that changes the key of a pivot");
        }
        int size = oracle.rows(pivot.name()).size();
        oracle.replace(pivot, row);
        if (existing.isEmpty() && oracle.rows(pivot.name()).size() == size) {
            throw new Oracle.Refused("the key of the new pivot is taken by the link of another pair");
        }
    }
}
