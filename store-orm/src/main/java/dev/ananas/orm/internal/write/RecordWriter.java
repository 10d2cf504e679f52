package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.codec.Input;
import dev.ananas.orm.internal.codec.InputReader;
import dev.ananas.orm.internal.codec.Models;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.Draft;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.model.AfterHook;
import dev.ananas.orm.model.BeforeHook;
import dev.ananas.orm.model.Change;
import dev.ananas.orm.model.DataException;
import dev.ananas.orm.model.HookEvent;
import dev.ananas.orm.model.HookResult;
import dev.ananas.orm.model.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stores and removes records in a draft, with their hooks.
 *
 * <p>Before-hooks run here, in the reducer: they see and shape the record at the last moment, when foreign keys and ids are
 * filled in, and what they throw fails the action before anything is committed. After-hooks must not run here, since the
 * transaction may still fail; they are noted in the order of the writes and handed to the store as what to run afterwards. The
 * store drops the notes of a transaction that fails, nested ones included, and otherwise runs them behind the emissions of the
 * one commit, each apart from the others.
 *
 * <p>The order for one record is: saving, creating or updating, store, saved, created or updated. Saving comes first because
 * it may decide for both cases. A veto ends the hooks of its record, and the caller goes on without it.
 */
final class RecordWriter {
    private final Records records;
    private final Draft draft;
    private final List<Runnable> afterwards = new ArrayList<>(0);

    RecordWriter(Records records) {
        this.records = records;
        this.draft = records.draft();
    }

    /** What to run once the transaction has been committed. */
    List<Runnable> afterwards() {
        return afterwards;
    }

    /** Whether storing or removing records of a table runs nothing but the draft. */
    boolean isPlain(TableSchema table) {
        return draft.schema().hooks(table).isEmpty();
    }

    /** Stores a record as a save does; null if it was refused. */
    @Nullable
    TableRow save(TableSchema table, Object model) {
        TableRow old = isPlain(table) ? null : draft.get(table, key(table, model));
        return store(table, old, model, true);
    }

    /** Stores a record as a new one, whatever its key had; null if it was refused. */
    @Nullable
    TableRow create(TableSchema table, Object model) {
        return store(table, null, model, true);
    }

    /** Gives a stored record other values; null if that was refused. */
    @Nullable
    TableRow update(TableSchema table, TableRow old, Object model) {
        return store(table, old, model, false);
    }

    private @Nullable TableRow store(TableSchema table, @Nullable TableRow old, Object model, boolean saves) {
        if (isPlain(table)) {
            return put(table, saves ? null : old, model);
        }
        Object was = old == null ? null : old.model();
        Object decided = saves ? decide(HookEvent.SAVING, table, was, model) : model;
        if (decided != null) {
            decided = decide(old == null ? HookEvent.CREATING : HookEvent.UPDATING, table, was, decided);
        }
        if (decided == null) {
            return null;
        }
        TableRow row = put(table, saves ? null : old, decided);
        if (saves) {
            note(HookEvent.SAVED, table, was, row);
        }
        note(old == null ? HookEvent.CREATED : HookEvent.UPDATED, table, was, row);
        return row;
    }

    private TableRow put(TableSchema table, @Nullable TableRow old, Object model) {
        return old == null ? draft.put(table, model) : draft.replace(table, old, model);
    }

    /** Whether no hook refuses to remove a record. */
    boolean mayRemove(TableSchema table, TableRow row) {
        return isPlain(table) || decide(HookEvent.DELETING, table, row.model(), row.model()) != null;
    }

    /** Removes a record that may be removed. */
    void remove(TableSchema table, TableRow row) {
        if (draft.remove(table, row.key()) != null) {
            note(HookEvent.DELETED, table, row.model(), row);
        }
    }

    /** What the hooks of an event make of a record; null if one refuses it. */
    private @Nullable Object decide(HookEvent event, TableSchema table, @Nullable Object was, Object model) {
        Object decided = model;
        for (BeforeHook<Object> hook : draft.schema().hooks(table, model).before(event)) {
            Object key = key(table, decided);
            HookResult<Object> result = hook.before(new Change<>(event, table.nameOf(decided), key, was, decided));
            if (result == null) {
                throw new DataException("A " + name(event) + " hook of \"" + table.name()
                        + "\" answered null; it answers keep(), replace(...), patch(...) or veto()");
            }
            if (result.isVeto()) {
                return null;
            }
            if (event != HookEvent.DELETING) {
                decided = applied(event, table, decided, result);
            }
        }
        return decided;
    }

    private Object applied(HookEvent event, TableSchema table, Object model, HookResult<Object> result) {
        Object other = result.model();
        Patch<Object> patch = result.patch();
        if (other == null && patch == null) {
            return model;
        }
        if (other != null && !Models.isModel(table, other)) {
            throw new DataException("A " + name(event) + " hook of \"" + table.name()
                    + "\" replaced a record by something that is no model of it: " + other);
        }
        Object base = other == null ? model : other;
        @Nullable Object[] components;
        if (patch == null) {
            components = records.template(table).of(base);
        } else {
            Input changes = InputReader.changes(table, patch.values());
            components = records.template(table).over(base, changes::get);
            Records.overlay(components, changes);
        }
        Records.refuseOtherKey(table, model, components);
        return Records.model(table, components);
    }

    private void note(HookEvent event, TableSchema table, @Nullable Object was, TableRow row) {
        for (AfterHook<Object> hook : draft.schema().hooks(table, row.model()).after(event)) {
            Change<Object> change = new Change<>(event, table.nameOf(row.model()), row.key(), was, row.model());
            afterwards.add(() -> hook.after(change));
        }
    }

    private static Object key(TableSchema table, Object model) {
        return Objects.requireNonNull(table.keyOf(model), "key");
    }

    private static String name(HookEvent event) {
        return event.name().toLowerCase(Locale.ROOT);
    }
}
