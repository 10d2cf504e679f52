package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.OracleRelations.Reached;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationKind;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Writes to a relation without pivots: to the foreign keys on either side, or to the list of keys. */
final class OracleAssociations {
    private final Oracle oracle;
    private final EntityShape owner;
    private final RelationShape relation;

    OracleAssociations(Oracle oracle, EntityShape owner, RelationShape relation) {
        this.oracle = oracle;
        this.owner = owner;
        this.relation = relation;
    }

    /** Of a to-one relation; whether anything changed. */
    Object write(Step.Associate associate) {
        Map<String, Object> row = parent(associate.key());
        EntityShape target = oracle.entity(associate.target());
        if (!relation.ownsKey()) {
            return claim(row, associate.related());
        }
        Map<String, Object> foreign = new LinkedHashMap<>();
        relation.foreignKey().forEach(column -> foreign.put(column, null));
        if (relation.morphType() != null) {
            foreign.put(relation.morphType(), associate.related() == null ? null : target.name());
        }
        if (associate.related() != null) {
            List<Object> key = ownerKey(target, associate.related());
            for (int i = 0; i < key.size(); i++) {
                foreign.put(relation.foreignKey().get(i), key.get(i));
            }
        }
        return set(owner, row, foreign);
    }

    private boolean claim(Map<String, Object> row, Object key) {
        EntityShape related = oracle.entity(relation.related());
        Map<String, Object> wanted = key == null ? null : stored(related, key);
        boolean changed = false;
        for (Map<String, Object> former : reached(row)) {
            if (wanted == null || !oracle.keyOf(related, former).equals(oracle.keyOf(related, wanted))) {
                changed |= release(related, former);
            }
        }
        return wanted == null ? changed : attach(row, related, wanted) || changed;
    }

    /** Of a to-many relation; how many there were, for a detach. */
    Object write(Step.LinkKeys link) {
        Map<String, Object> row = parent(link.parent());
        EntityShape related = oracle.entity(relation.related());
        Set<List<Object>> keys = new LinkedHashSet<>();
        link.related().forEach(key -> keys.add(oracle.key(related, key)));
        long before = relation.kind() == RelationKind.HAS_MANY_BY
                ? byList(link.call(), row, related, keys)
                : byForeignKey(link.call(), row, related, keys);
        return link.call() == Step.KeysCall.DETACH ? before : null;
    }

    private long byForeignKey(
            Step.KeysCall call, Map<String, Object> row, EntityShape related, Set<List<Object>> keys) {
        Set<List<Object>> before = new LinkedHashSet<>();
        reached(row).forEach(one -> before.add(oracle.keyOf(related, one)));
        if (call == Step.KeysCall.SYNC) {
            new OracleSync(oracle).leave(owner, row, relation, keys);
        }
        for (List<Object> key : keys) {
            if (!removes(call, before.contains(key))) {
                attach(row, related, storedByKey(related, key));
            } else if (before.contains(key)) {
                release(related, storedByKey(related, key));
            }
        }
        return keys.stream().filter(before::contains).count();
    }

    private long byList(Step.KeysCall call, Map<String, Object> row, EntityShape related, Set<List<Object>> keys) {
        String column = relation.foreignKey().get(0);
        List<Object> before = new ArrayList<>(row.get(column) instanceof List<?> known ? known : List.of());
        before.removeIf(Objects::isNull);
        List<Object> list = new ArrayList<>(call == Step.KeysCall.SYNC ? List.of() : before);
        long found = 0;
        for (List<Object> key : keys) {
            Object element = element(related, key);
            found += before.contains(element) ? 1 : 0;
            if (removes(call, before.contains(element))) {
                list.removeIf(element::equals);
            } else if (!list.contains(element)) {
                list.add(element);
            }
        }
        if (!list.equals(before)) {
            set(owner, row, Collections.singletonMap(column, list));
        }
        return found;
    }

    private static boolean removes(Step.KeysCall call, boolean isRelated) {
        return call == Step.KeysCall.DETACH || call == Step.KeysCall.TOGGLE && isRelated;
    }

    private Map<String, Object> parent(Object key) {
        Map<String, Object> row = oracle.see(owner, oracle.key(owner, key));
        if (row == null) {
            throw new Oracle.Refused("no record " + key);
        }
        return row;
    }

    private List<Map<String, Object>> reached(Map<String, Object> row) {
        return new OracleRelations(oracle)
                .reached(owner, relation, row).stream().map(Reached::row).toList();
    }

    private Map<String, Object> stored(EntityShape related, Object key) {
        return storedByKey(related, oracle.key(related, key));
    }

    private Map<String, Object> storedByKey(EntityShape related, List<Object> key) {
        Map<String, Object> row = oracle.see(related, key);
        if (row == null) {
            throw new Oracle.Refused("no related record " + key);
        }
        return row;
    }

    /** The values of some attributes of a related record, which has to be stored unless its key tells them. */
    private List<Object> valuesOf(EntityShape related, List<Object> key, List<String> attributes) {
        if (oracle.get(related, key) == null && related.key().containsAll(attributes)) {
            List<Object> values = new ArrayList<>();
            attributes.forEach(attribute -> values.add(key.get(related.key().indexOf(attribute))));
            return values;
        }
        List<Object> values = Oracle.values(storedByKey(related, key), attributes);
        if (values.contains(null)) {
            throw new Oracle.Refused("the related record has no value to refer to: " + key);
        }
        return values;
    }

    private List<Object> ownerKey(EntityShape target, Object key) {
        return valuesOf(target, oracle.key(target, key), oracle.schema().nearAttributes(relation, target.name()));
    }

    private Object element(EntityShape related, List<Object> key) {
        return valuesOf(related, key, oracle.schema().farAttributes(relation)).get(0);
    }

    private boolean attach(Map<String, Object> row, EntityShape related, Map<String, Object> child) {
        List<Object> key = Oracle.values(row, oracle.schema().parentAttributes(owner, relation));
        if (key.contains(null)) {
            throw new Oracle.Refused("the record has no key for links: " + row);
        }
        Map<String, Object> foreign = new LinkedHashMap<>();
        for (int i = 0; i < key.size(); i++) {
            foreign.put(relation.foreignKey().get(i), key.get(i));
        }
        if (relation.morphType() != null) {
            foreign.put(
                    relation.morphType(),
                    oracle.schema().declaring(owner, relation).name());
        }
        return set(related, child, foreign);
    }

    private boolean release(EntityShape related, Map<String, Object> child) {
        Map<String, Object> foreign = new LinkedHashMap<>();
        relation.foreignKey().forEach(column -> foreign.put(column, null));
        if (relation.morphType() != null) {
            foreign.put(relation.morphType(), null);
        }
        return set(related, child, foreign);
    }

    /** Whether something was another value, and no hook refused. */
    private boolean set(EntityShape entity, Map<String, Object> row, Map<String, ?> values) {
        Map<String, Object> changed = new LinkedHashMap<>(row);
        changed.putAll(values);
        boolean releases = values.containsValue(null) && !Collections.disjoint(values.keySet(), entity.key());
        if (releases || !oracle.keyOf(entity, changed).equals(oracle.keyOf(entity, row))) {
            throw new Oracle.Refused("a relation that is part of the key cannot change");
        }
        EntityShape table = oracle.schema().tableOf(entity);
        return !changed.equals(row) && new OracleRecords(oracle).update(table, changed) != null;
    }
}
