package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What every write does to the oracle's rows, and what it answers: models as maps of their attributes, a number, a boolean,
 * or null where the answer is nothing.
 */
final class OracleWrites {
    private final Oracle oracle;
    private final OracleQuery queries;

    OracleWrites(Oracle oracle) {
        this.oracle = oracle;
        this.queries = new OracleQuery(oracle);
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
            return save(entity, save.rows());
        } else if (write instanceof Step.Fresh fresh) {
            oracle.clear(entity);
            return insert(entity, fresh.rows());
        } else if (write instanceof Step.UpdateKey update) {
            Map<String, Object> old = oracle.get(entity, oracle.key(entity, update.key()));
            return old == null ? List.of() : List.of(update(entity, old, update.patch()));
        } else if (write instanceof Step.UpdateQuery update) {
            List<Object> updated = new ArrayList<>();
            queries.rows(update.query()).forEach(row -> updated.add(update(entity, row, update.patch())));
            return updated;
        } else if (write instanceof Step.DeleteKey delete) {
            return destroy(entity, List.of(delete.key()));
        } else if (write instanceof Step.DeleteQuery delete) {
            List<Map<String, Object>> rows = queries.rows(delete.query());
            rows.forEach(row -> oracle.remove(entity, oracle.keyOf(entity, row)));
            return rows;
        } else if (write instanceof Step.Destroy destroy) {
            return destroy(entity, destroy.keys());
        } else if (write instanceof Step.Clear) {
            return oracle.clear(entity);
        } else if (write instanceof Step.StoreAgain again) {
            List<Map<String, Object>> rows = queries.rows(again.query());
            if (again.how() == Step.Again.FRESH) {
                oracle.clear(entity);
                oracle.rows(entity.name()).addAll(rows);
            }
            return rows;
        }
        return new OracleLinks(oracle).write(write);
    }

    private Object insert(EntityShape entity, List<Map<String, Object>> rows) {
        List<List<Object>> keys = new ArrayList<>();
        for (Map<String, Object> data : rows) {
            keys.add(oracle.keyOf(entity, oracle.replace(entity, oracle.declared(entity, data))));
        }
        return stored(entity, keys);
    }

    private Object save(EntityShape entity, List<Map<String, Object>> rows) {
        OracleSave saving = new OracleSave(oracle);
        List<List<Object>> keys = new ArrayList<>();
        for (Map<String, Object> data : rows) {
            keys.add(oracle.keyOf(entity, saving.save(entity, data, keys.size())));
        }
        saving.link();
        return stored(entity, keys);
    }

    private List<Object> stored(EntityShape entity, List<List<Object>> keys) {
        List<Object> models = new ArrayList<>();
        keys.forEach(key -> models.add(oracle.get(entity, key)));
        return models;
    }

    private Map<String, Object> update(EntityShape entity, Map<String, Object> row, Map<String, Object> patch) {
        Map<String, Object> changed = new LinkedHashMap<>(row);
        changed.putAll(oracle.declared(entity, patch));
        if (!oracle.keyOf(entity, changed).equals(oracle.keyOf(entity, row))) {
            throw new Oracle.Refused("an update changes a key");
        }
        return oracle.merge(entity, changed);
    }

    private Object destroy(EntityShape entity, List<Object> keys) {
        List<Object> removed = new ArrayList<>();
        for (Object key : keys) {
            Map<String, Object> row = oracle.remove(entity, oracle.key(entity, key));
            if (row != null) {
                removed.add(row);
            }
        }
        return removed;
    }
}
