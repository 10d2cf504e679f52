package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What every write does to the oracle's rows, and what it answers: models as maps of their attributes, a number, a
 * boolean, or null where the answer is nothing.
 */
final class OracleWrites {
    private final Oracle oracle;
    private final OracleQuery queries;
    private final OracleRecords records;

    OracleWrites(Oracle oracle) {
        this.oracle = oracle;
        this.queries = new OracleQuery(oracle);
        this.records = new OracleRecords(oracle);
    }

    /** Writes all or nothing. */
    Object write(Step.Write write) {
        Map<String, List<Map<String, Object>>> before = oracle.snapshot();
        try {
            return change(write);
        } catch (Oracle.Refused | Oracle.Unspecified e) {
            oracle.restore(before);
            throw e;
        }
    }

    private Object change(Step.Write write) {
        EntityShape entity = oracle.entity(write.entity());
        if (write instanceof Step.Insert insert) {
            return insert(entity, insert.rows());
        } else if (write instanceof Step.Save save) {
            return save(entity, save.rows(), save.synced());
        } else if (write instanceof Step.Fresh fresh) {
            oracle.clear(entity);
            return create(entity, fresh.rows());
        } else if (write instanceof Step.Create) {
            return create(entity, List.of(Map.of()));
        } else if (write instanceof Step.FindOrSave find) {
            return findOrSave(entity, find);
        } else if (write instanceof Step.UpdateKey update) {
            Map<String, Object> old = oracle.see(entity, oracle.key(entity, update.key()));
            return old == null ? List.of() : List.of(update(entity, old, update.patch()));
        } else if (write instanceof Step.UpdateQuery update) {
            List<Object> updated = new ArrayList<>();
            queries.rows(update.query()).forEach(row -> updated.add(update(entity, row, update.patch())));
            return updated;
        } else if (write instanceof Step.DeleteKey delete) {
            return destroy(entity, List.of(delete.key()));
        } else if (write instanceof Step.DeleteQuery delete) {
            List<List<Object>> keys = new ArrayList<>();
            queries.rows(delete.query()).forEach(row -> keys.add(oracle.keyOf(entity, row)));
            return new OracleCascade(oracle).delete(entity, keys);
        } else if (write instanceof Step.Destroy destroy) {
            return destroy(entity, destroy.keys());
        } else if (write instanceof Step.Clear) {
            return oracle.clear(entity);
        } else if (write instanceof Step.StoreAgain again) {
            return storeAgain(entity, again);
        }
        if (write instanceof Step.Associate associate) {
            return new OracleAssociations(oracle, entity, entity.relation(associate.relation())).write(associate);
        }
        if (write instanceof Step.LinkKeys keys
                && !entity.relation(keys.relation()).isThroughPivot()) {
            return new OracleAssociations(oracle, entity, entity.relation(keys.relation())).write(keys);
        }
        return OracleLinks.write(oracle, write);
    }

    /** Models without traits; to the hooks, saved ones are changed and fresh ones new. */
    private Object storeAgain(EntityShape entity, Step.StoreAgain again) {
        List<Map<String, Object>> rows = queries.rows(again.query());
        if (again.how() == Step.Again.FRESH) {
            oracle.clear(entity);
            return stored(entity, kept(entity, rows));
        }
        return rows;
    }

    private List<List<Object>> kept(EntityShape entity, List<Map<String, Object>> rows) {
        List<List<Object>> keys = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            if (records.create(entity, row) != null) {
                keys.add(oracle.keyOf(entity, row));
            }
        }
        return keys;
    }

    private Object insert(EntityShape entity, List<Map<String, Object>> rows) {
        List<List<Object>> keys = new ArrayList<>();
        for (Map<String, Object> data : rows) {
            Map<String, Object> row = oracle.put(entity, oracle.whole(entity, oracle.given(entity, data)));
            keys.add(oracle.keyOf(entity, row));
        }
        return stored(entity, keys);
    }

    private Object create(EntityShape entity, List<? extends Map<String, Object>> rows) {
        List<Map<String, Object>> whole = new ArrayList<>();
        for (Map<String, Object> data : rows) {
            Map<String, Object> row = oracle.whole(entity, oracle.given(entity, data));
            if (oracle.keyOf(entity, row).contains(null)) {
                throw new Oracle.Refused("no key: " + data);
            }
            whole.add(row);
        }
        return stored(entity, kept(entity, whole));
    }

    private Object save(EntityShape entity, List<Map<String, Object>> rows, boolean synced) {
        OracleSave saving = new OracleSave(oracle, synced);
        List<List<Object>> keys = new ArrayList<>();
        for (Map<String, Object> data : rows) {
            keys.add(saving.add(entity, data, keys.size()));
        }
        saving.finish();
        return stored(entity, keys);
    }

    /** The first row with these values, or a new one; its answer is what is stored by now. */
    private Object findOrSave(EntityShape entity, Step.FindOrSave find) {
        Map<String, Object> wanted = oracle.declared(entity, find.attributes());
        Map<String, Object> found = null;
        for (Map<String, Object> row : oracle.rows(entity.name())) {
            Map<String, Object> read = oracle.read(entity, row);
            boolean fits = wanted.keySet().stream().allMatch(name -> {
                Object value = OracleValues.plain(find.attributes().get(name));
                return OracleValues.same(read.get(name), value);
            });
            found = found == null && fits ? row : found;
        }
        if (found != null && !find.updates()) {
            return List.of(oracle.shown(entity, found));
        }
        oracle.given(entity, find.values());
        Map<String, Object> record = new LinkedHashMap<>(found == null ? find.attributes() : Map.of());
        record.putAll(find.values());
        if (found != null) {
            for (String key : entity.key()) {
                record.put(key, found.get(key));
            }
        }
        return save(found == null ? entity : oracle.schema().tableOf(entity), List.of(record), false);
    }

    private List<Object> stored(EntityShape entity, List<List<Object>> keys) {
        List<Object> models = new ArrayList<>();
        for (List<Object> key : keys) {
            Map<String, Object> row = oracle.get(entity, key);
            if (row != null) {
                models.add(oracle.shown(entity, row));
            }
        }
        return models;
    }

    private Map<String, Object> update(EntityShape entity, Map<String, Object> row, Map<String, Object> patch) {
        Map<String, Object> changed = new LinkedHashMap<>(row);
        oracle.lay(entity, changed, oracle.declared(entity, patch));
        if (!oracle.keyOf(entity, changed).equals(oracle.keyOf(entity, row))) {
            throw new Oracle.Refused("an update changes a key");
        }
        Map<String, Object> stored = records.update(entity, oracle.normal(entity, changed));
        return oracle.shown(entity, stored == null ? row : stored);
    }

    private Object destroy(EntityShape entity, List<Object> keys) {
        List<List<Object>> found = new ArrayList<>();
        keys.stream()
                .map(key -> oracle.key(entity, key))
                .filter(key -> oracle.see(entity, key) != null)
                .forEach(found::add);
        return new OracleCascade(oracle)
                .delete(entity, found.stream().distinct().toList());
    }
}
