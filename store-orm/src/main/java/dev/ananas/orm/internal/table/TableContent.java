package dev.ananas.orm.internal.table;

import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.schema.Joins;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.schema.Unique;
import dev.ananas.orm.model.DataException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All rows that a table is to have, each checked when it is added: what becomes of a table is decided before any is touched. */
public final class TableContent {
    private final TableSchema table;
    private final Map<Object, TableRow> rows = new HashMap<>();
    private final List<TableRow> ordered = new ArrayList<>();
    private final List<Set<Object>> taken = new ArrayList<>(0);
    private final KeyParts keys = new KeyParts();
    private long lastNumber;
    private long lastPlace = -1;

    /**
     * No rows yet.
     *
     * @param lastNumber from where on ids are counted
     */
    public TableContent(TableSchema table, long lastNumber) {
        this.table = table;
        this.lastNumber = lastNumber;
        table.indexes().unique().forEach(unique -> taken.add(new HashSet<>()));
    }

    /** The place for a row that says none. */
    public long nextPlace() {
        return lastPlace + 1;
    }

    /**
     * Adds a row behind the others.
     *
     * @param place in insertion order
     * @param model as stored
     * @throws DataException if it cannot stand beside the others
     */
    public void add(long place, Object model) {
        if (place <= lastPlace) {
            throw new DataException("expected a place in insertion order above " + lastPlace + ", found " + place);
        }
        Object key = keys.keyOf(table, model);
        if (key == null) {
            throw new DataException("expected a value for each attribute of its key, found null");
        }
        if (rows.containsKey(key)) {
            throw new DataException("expected a key that no other row has, found " + key + " again");
        }
        refuseDuplicates(key, model);
        put(new TableRow(key, place, model, table.read(model)));
        lastPlace = place;
    }

    private void refuseDuplicates(Object key, Object model) {
        for (int i = 0; i < taken.size(); i++) {
            Unique unique = table.indexes().unique().get(i);
            EntitySchema entity = unique.entity();
            Object values = entity.admits(model)
                    ? Joins.key(table, model, unique.lookup().columns())
                    : null;
            if (values != null && !taken.get(i).add(List.of(entity.name(), values))) {
                throw new DataException("expected another value of " + table.names(unique.lookup()) + ", found "
                        + values + ", which another row has; the key of the row is " + key);
            }
        }
    }

    private void put(TableRow row) {
        rows.put(row.key(), row);
        ordered.add(row);
        for (int column : table.numbered()) {
            if (table.get(row.model(), column) instanceof Number number) {
                lastNumber = Math.max(lastNumber, number.longValue());
            }
        }
    }

    TableSchema table() {
        return table;
    }

    List<TableRow> ordered() {
        return ordered;
    }

    /** Adds a row of a table that is kept along with another one. */
    void derive(Object key, long place, Object model) {
        put(new TableRow(key, place, model, model));
    }

    /** The table with these rows. Rows that are there already stay, and shared with them what shares them; the same one if all do. */
    Table over(Table before) {
        TableDraft draft = new TableDraft(before, ordered.size());
        boolean changed = lastNumber != before.lastNumber();
        for (TableRow row : before.rows()) {
            if (!rows.containsKey(row.key())) {
                draft.replace(row, null);
                changed = true;
            }
        }
        for (TableRow row : ordered) {
            TableRow old = before.get(row.key());
            if (!isSame(old, row)) {
                draft.replace(old, row);
                changed = true;
            }
        }
        draft.countFrom(lastNumber);
        return changed ? draft.build() : before;
    }

    private boolean isSame(@Nullable TableRow old, TableRow now) {
        return old != null && old.seq() == now.seq() && RowChanges.columns(table, old.model(), now.model()) == 0;
    }

    @Override
    public String toString() {
        return table.name() + " (" + rows.size() + " rows)";
    }
}
