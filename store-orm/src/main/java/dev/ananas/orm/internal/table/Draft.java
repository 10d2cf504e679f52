package dev.ananas.orm.internal.table;

import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.schema.Joins;
import dev.ananas.orm.internal.schema.Lookup;
import dev.ananas.orm.internal.schema.PositionTable;
import dev.ananas.orm.internal.schema.Schema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.schema.Unique;
import dev.ananas.orm.model.DataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The only writer of rows: starts from one state, reads what it wrote, and makes the next state. Rows and indexes change
 * together; a write that changes nothing leaves the row as it was. Used by one thread, for one action.
 */
public final class Draft {
    private final Tables before;
    private final @Nullable TableDraft[] drafts;
    private final KeyParts keys = new KeyParts();
    private long nextSeq;
    private long second;
    private int expected;

    public Draft(Tables before) {
        this.before = before;
        this.drafts = new TableDraft[before.count()];
        this.nextSeq = before.nextSeq();
    }

    /** The time that rows which keep it get from here on, in seconds since 1970. */
    public Draft at(long newSecond) {
        second = newSecond;
        return this;
    }

    /** Tells that about so many rows will be put from here on, which saves growing. */
    public Draft expecting(int rows) {
        expected = rows;
        return this;
    }

    /** A number above every id that the table ever had. */
    public long nextNumber(TableSchema table) {
        return write(table).nextNumber();
    }

    public Schema schema() {
        return before.schema();
    }

    public @Nullable TableRow get(TableSchema table, Object key) {
        TableDraft draft = drafts[table.ordinal()];
        return draft == null ? before.table(table).get(key) : draft.get(key);
    }

    /** The rows whose columns equal the join key, in insertion order. */
    public List<TableRow> find(TableSchema table, Lookup lookup, Object joinKey) {
        TableDraft draft = drafts[table.ordinal()];
        return draft == null ? before.table(table).find(lookup, joinKey) : draft.find(lookup, joinKey);
    }

    /** Stores a model whose relations are not loaded: a new row at the end, or a new version of the row with its key. */
    public TableRow put(TableSchema table, Object given) {
        Object key = Objects.requireNonNull(keys.keyOf(table, given), "key");
        return put(table, key, get(table, key), given);
    }

    /** Stores another model with the key of a row that this draft has. */
    public TableRow replace(TableSchema table, TableRow row, Object given) {
        return put(table, row.key(), row, given);
    }

    private TableRow put(TableSchema table, Object key, @Nullable TableRow old, Object given) {
        Object model = table.stamped(given, old == null ? null : old.model(), second);
        if (old != null && RowChanges.columns(table, old.model(), model) == 0) {
            return old;
        }
        refuseDuplicates(table, key, model);
        TableRow row = new TableRow(key, old == null ? nextSeq++ : old.seq(), model, table.read(model));
        write(table).replace(old, row);
        keepPositions(table, key, old, row);
        return row;
    }

    /**
     * Puts a row that was made before, as it is: effects of a write, without stamping it anew.
     *
     * @param keepsPlace whether it takes the place it had; else it stands at the end
     */
    public void restore(TableSchema table, TableRow row, boolean keepsPlace) {
        refuseDuplicates(table, row.key(), row.model());
        TableRow old = get(table, row.key());
        TableRow now = keepsPlace ? row : new TableRow(row.key(), nextSeq, row.model(), row.read());
        nextSeq = Math.max(nextSeq, now.seq() + 1);
        write(table).replace(old, now);
        keepPositions(table, row.key(), old, now);
    }

    private void refuseDuplicates(TableSchema table, Object key, Object model) {
        for (Unique unique : table.indexes().unique()) {
            EntitySchema entity = unique.entity();
            Lookup lookup = unique.lookup();
            Object values = entity.admits(model) ? Joins.key(table, model, lookup.columns()) : null;
            for (TableRow other : values == null ? List.<TableRow>of() : find(table, lookup, values)) {
                if (!other.key().equals(key) && entity.admits(other.model())) {
                    throw new DataException("Entity \"" + entity.name() + "\" has a record with " + table.names(lookup)
                            + " = " + values + " already, with key " + other.key() + "; the record with key " + key
                            + " needs another value");
                }
            }
        }
    }

    /** Brings the tables derived from lists of keys in line with a row. */
    private void keepPositions(TableSchema table, Object key, @Nullable TableRow old, @Nullable TableRow now) {
        for (PositionTable positions : table.derived()) {
            List<?> before = positions.elements(table, old == null ? null : old.model());
            List<?> after = positions.elements(table, now == null ? null : now.model());
            for (int i = 0; i < after.size(); i++) {
                put(positions.table(), positions.row(key, i, after.get(i)));
            }
            for (int i = after.size(); i < before.size(); i++) {
                remove(positions.table(), positions.key(key, i));
            }
        }
    }

    /** Removes the row of a key; null if there was none. */
    public @Nullable TableRow remove(TableSchema table, Object key) {
        TableRow old = get(table, key);
        if (old != null) {
            write(table).replace(old, null);
            keepPositions(table, key, old, null);
        }
        return old;
    }

    /** Removes every row of an entity; answers them in insertion order. */
    public List<TableRow> clear(EntitySchema entity) {
        if (entity.values().isEmpty()) {
            return clear(entity.table());
        }
        List<TableRow> rows = rows(entity.table());
        rows.removeIf(row -> !entity.admits(row.model()));
        rows.forEach(row -> remove(entity.table(), row.key()));
        return rows;
    }

    /** Removes every row; answers them in insertion order. */
    public List<TableRow> clear(TableSchema table) {
        List<TableRow> rows = rows(table);
        if (!rows.isEmpty()) {
            drafts[table.ordinal()] =
                    new TableDraft(Table.empty(table, write(table).lastNumber()), expected);
            table.derived().forEach(positions -> clear(positions.table()));
        }
        return rows;
    }

    /** All rows in insertion order. */
    public List<TableRow> rows(TableSchema table) {
        List<TableRow> rows = new ArrayList<>();
        TableDraft draft = drafts[table.ordinal()];
        (draft == null ? before.table(table) : draft.build()).rows().forEach(rows::add);
        rows.sort(TableRow.BY_SEQ);
        return rows;
    }

    /** The next state; the same one if nothing changed. */
    public Tables build() {
        @Nullable Table[] built = new Table[drafts.length];
        boolean changed = false;
        for (int i = 0; i < drafts.length; i++) {
            TableDraft draft = drafts[i];
            if (draft != null) {
                built[i] = draft.build();
                changed = true;
            }
        }
        return changed ? before.with(built, nextSeq) : before;
    }

    private TableDraft write(TableSchema table) {
        TableDraft draft = drafts[table.ordinal()];
        if (draft == null) {
            draft = new TableDraft(before.table(table), expected);
            drafts[table.ordinal()] = draft;
        }
        return draft;
    }
}
