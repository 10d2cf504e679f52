package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.Effect;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.Event;
import dev.ananas.orm.fuzz.SchemaShape.HookShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Storing and removing one record with its hooks. Rows that are passed in are whole. */
final class OracleRecords {
    private final Oracle oracle;

    OracleRecords(Oracle oracle) {
        this.oracle = oracle;
    }

    /** Stores a row as a save does; null if a hook refused it. */
    Map<String, Object> save(EntityShape entity, Map<String, Object> row) {
        List<Object> key = Oracle.values(row, entity.key());
        Map<String, Object> old = key.contains(null) ? null : oracle.get(entity, key);
        return store(entity, row, old == null ? Event.CREATING : Event.UPDATING, true);
    }

    /** Stores a row as a new one, whatever was there. */
    Map<String, Object> create(EntityShape entity, Map<String, Object> row) {
        return store(entity, row, Event.CREATING, true);
    }

    /** Changes a row that is there. */
    Map<String, Object> update(EntityShape entity, Map<String, Object> row) {
        return store(entity, row, Event.UPDATING, false);
    }

    boolean mayRemove(EntityShape entity, Map<String, Object> row) {
        return decide(entity, Event.DELETING, row) != null;
    }

    private Map<String, Object> store(EntityShape entity, Map<String, Object> row, Event event, boolean saves) {
        if (Oracle.values(row, entity.key()).contains(null)) {
            throw new Oracle.Refused("incomplete key of " + row);
        }
        Map<String, Object> decided = saves ? decide(entity, Event.SAVING, row) : row;
        decided = decided == null ? null : decide(entity, event, decided);
        return decided == null ? null : oracle.put(entity, decided);
    }

    private Map<String, Object> decide(EntityShape entity, Event event, Map<String, Object> row) {
        Map<String, Object> decided = row;
        for (HookShape hook : hooks(entity, row)) {
            if (hook.event() != event || !Double.valueOf(hook.number()).equals(decided.get("n"))) {
                continue;
            }
            if (hook.effect() == Effect.THROW) {
                throw new Oracle.Refused("a hook throws");
            }
            if (hook.effect() == Effect.VETO) {
                return null;
            }
            if (event != Event.DELETING) {
                Map<String, Object> patched = new LinkedHashMap<>(decided);
                Map<String, Object> patch = new LinkedHashMap<>();
                patch.put(hook.attribute(), hook.value());
                patched.putAll(oracle.declared(oracle.caseOf(entity, row), patch));
                decided = patched;
            }
        }
        return decided;
    }

    /** Hooks of the base come before those of the case. */
    private List<HookShape> hooks(EntityShape entity, Map<String, Object> row) {
        List<HookShape> hooks = new ArrayList<>();
        EntityShape one = oracle.caseOf(entity, row);
        while (one != null) {
            hooks.addAll(0, one.hooks());
            one = one.base() == null ? null : oracle.entity(one.base());
        }
        return hooks;
    }
}
