package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationKind;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes to the pivots of one many-to-many relation of one parent; both ends are known by the values that pivots have. */
final class OracleLinks {
    private final Oracle oracle;
    private final EntityShape owner;
    private final RelationShape relation;
    private final EntityShape pivot;
    private final List<Object> near;

    private OracleLinks(Oracle oracle, EntityShape owner, RelationShape relation, Map<String, Object> parent) {
        this.oracle = oracle;
        this.owner = oracle.schema().declaring(owner, relation);
        this.relation = relation;
        this.pivot = oracle.entity(relation.pivot());
        this.near = Oracle.values(parent, oracle.schema().parentAttributes(owner, relation));
        if (near.contains(null)) {
            throw new Oracle.Refused("the parent has no key for links: " + parent);
        }
    }

    static Object write(Oracle oracle, Step.Write write) {
        if (write instanceof Step.LinkKeys keys) {
            OracleLinks links = open(oracle, keys.entity(), keys.relation(), keys.parent());
            return links.write(keys.call(), links.farKeys(keys.related()));
        }
        Step.LinkPivots pivots = (Step.LinkPivots) write;
        OracleLinks opened = open(oracle, pivots.entity(), pivots.relation(), pivots.parent());
        Map<List<Object>, Map<String, Object>> links = new LinkedHashMap<>();
        for (Step.Link link : pivots.links()) {
            List<Object> far =
                    opened.farKeys(List.of(link.related())).iterator().next();
            Map<String, Object> values = oracle.declared(opened.pivot, link.pivot());
            if (links.containsKey(far) && !values.equals(links.get(far))) {
                throw new Oracle.Unspecified("one link with two patches");
            }
            links.put(far, values);
        }
        return opened.write(pivots.call(), links);
    }

    private static OracleLinks open(Oracle oracle, String entity, String name, Object parent) {
        EntityShape owner = oracle.entity(entity);
        Map<String, Object> row = oracle.see(owner, oracle.key(owner, parent));
        if (row == null) {
            throw new Oracle.Refused("no parent " + parent);
        }
        return new OracleLinks(oracle, owner, owner.relation(name), row);
    }

    /** The values that pivots have for these related records. */
    private Set<List<Object>> farKeys(List<Object> keys) {
        EntityShape related = oracle.entity(relation.related());
        List<String> far = oracle.schema().farAttributes(relation);
        Set<List<Object>> values = new LinkedHashSet<>();
        for (Object key : keys) {
            if (related.key().equals(far)) {
                values.add(oracle.key(related, key));
                continue;
            }
            Map<String, Object> row = oracle.get(related, oracle.key(related, key));
            if (row == null || Oracle.values(row, far).contains(null)) {
                throw new Oracle.Refused("the related key of " + key + " is to be read from a record without one");
            }
            values.add(Oracle.values(row, far));
        }
        return values;
    }

    private Object write(Step.KeysCall call, Set<List<Object>> keys) {
        switch (call) {
            case ATTACH -> keys.forEach(this::linkIfMissing);
            case DETACH -> {
                long linked =
                        keys.stream().filter(key -> !pivots(key).isEmpty()).count();
                keys.forEach(this::unlink);
                return linked;
            }
            case SYNC -> {
                unlinkAllBut(keys);
                keys.forEach(this::linkIfMissing);
            }
            case TOGGLE -> {
                for (List<Object> key : keys) {
                    if (pivots(key).isEmpty()) {
                        linkIfMissing(key);
                    } else {
                        unlink(key);
                    }
                }
            }
        }
        return null;
    }

    private Object write(Step.PivotsCall call, Map<List<Object>, Map<String, Object>> links) {
        if (call == Step.PivotsCall.UPDATE) {
            Map.Entry<List<Object>, Map<String, Object>> only =
                    links.entrySet().iterator().next();
            boolean linked = !pivots(only.getKey()).isEmpty();
            if (linked) {
                link(only.getKey(), only.getValue(), true);
            }
            return linked;
        }
        if (call == Step.PivotsCall.SYNC) {
            unlinkAllBut(links.keySet());
        }
        links.forEach((far, values) -> link(far, values, true));
        return null;
    }

    private void linkIfMissing(List<Object> far) {
        if (pivots(far).isEmpty()) {
            link(far, Map.of(), true);
        }
    }

    private void unlink(List<Object> far) {
        List<List<Object>> keys = new ArrayList<>();
        pivots(far).forEach(row -> keys.add(oracle.keyOf(pivot, row)));
        new OracleCascade(oracle).delete(pivot, keys);
    }

    private void unlinkAllBut(Set<List<Object>> keys) {
        for (Map<String, Object> row : List.copyOf(links())) {
            List<Object> far = Oracle.values(row, relation.relatedPivotKey());
            if (!far.contains(null) && !keys.contains(far)) {
                new OracleCascade(oracle).delete(pivot, List.of(oracle.keyOf(pivot, row)));
            }
        }
    }

    private List<Map<String, Object>> links() {
        List<Map<String, Object>> links = new ArrayList<>();
        for (Map<String, Object> row : oracle.rows(pivot.name())) {
            if (OracleRelations.joins(near, Oracle.values(row, relation.foreignKey()))
                    && OracleRelations.isTyped(owner, relation, row)) {
                links.add(row);
            }
        }
        return links;
    }

    private List<Map<String, Object>> pivots(List<Object> far) {
        List<Map<String, Object>> pivots = new ArrayList<>(links());
        pivots.removeIf(row -> !OracleRelations.joins(far, Oracle.values(row, relation.relatedPivotKey())));
        return pivots;
    }

    /** Links two stored records with these attributes of their pivot, or null; answers what tells pivots apart. */
    static Object link(
            Oracle oracle,
            EntityShape owner,
            RelationShape relation,
            Map<String, Object> parent,
            Map<String, Object> related,
            Map<String, Object> values) {
        List<Object> far = Oracle.values(related, oracle.schema().farAttributes(relation));
        if (far.contains(null)) {
            throw new Oracle.Refused("the related record has no key for links: " + related);
        }
        OracleLinks links = new OracleLinks(oracle, owner, relation, parent);
        List<Map<String, Object>> existing = links.pivots(far);
        List<Object> key = values == null && !existing.isEmpty()
                ? oracle.keyOf(links.pivot, existing.get(0))
                : links.link(far, values == null ? Map.of() : values, false);
        return List.of(relation.pivot(), key);
    }

    /** Changes the first pivot of a pair, or makes one; answers its key, also if a hook refused it. */
    private List<Object> link(List<Object> far, Map<String, Object> values, boolean byKeys) {
        OracleRecords records = new OracleRecords(oracle);
        List<Map<String, Object>> existing = pivots(far);
        Map<String, Object> given = new LinkedHashMap<>(values);
        place(given, relation.foreignKey(), near);
        place(given, relation.relatedPivotKey(), far);
        if (relation.kind() == RelationKind.MORPH_TO_MANY) {
            given.put(relation.morphType(), owner.name());
        } else if (relation.kind() == RelationKind.MORPHED_BY_MANY) {
            given.put(relation.morphType(), relation.related());
        }
        if (!existing.isEmpty()) {
            Map<String, Object> row = new LinkedHashMap<>(existing.get(0));
            oracle.lay(pivot, row, given);
            if (!oracle.keyOf(pivot, row).equals(oracle.keyOf(pivot, existing.get(0)))) {
                if (byKeys) {
                    throw new Oracle.Refused("a patch that changes the key of a pivot");
                }
                pivot.key().forEach(key -> row.put(key, existing.get(0).get(key)));
            }
            records.save(pivot, row);
            return oracle.keyOf(pivot, row);
        }
        Map<String, Object> row = oracle.whole(pivot, given);
        if (pivot.key().size() == 1
                && pivot.attribute(pivot.key().get(0)).kind() == Kind.UID
                && oracle.find(pivot, oracle.keyOf(pivot, row)) >= 0) {
            row.put(pivot.key().get(0), new OracleValues.Unknown());
        }
        List<Object> key = oracle.keyOf(pivot, row);
        if (!key.contains(null) && oracle.find(pivot, key) >= 0) {
            throw new Oracle.Refused("the key of the new pivot is taken by the link of another pair");
        }
        records.save(pivot, row);
        return key;
    }

    private static void place(Map<String, Object> row, List<String> attributes, List<Object> key) {
        for (int i = 0; i < attributes.size(); i++) {
            row.put(attributes.get(i), key.get(i));
        }
    }
}
