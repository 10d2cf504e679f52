package dev.ananas.orm.internal.table;

import dev.ananas.orm.internal.schema.Lookup;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.store.collection.PersistentMap;
import dev.ananas.store.collection.SortedSequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One table while it is written. */
final class TableDraft {
    private final TableSchema schema;
    private final PersistentMap.Builder<Object, TableRow> rows;
    private final Table before;
    private final @Nullable IndexDraft[] indexes;
    private final SortedIndexDraft sorted;
    private long lastNumber;

    /** Starts from a version of the table, which will have about so many rows if it has none yet. */
    TableDraft(Table before, int expected) {
        this.before = before;
        this.schema = before.schema();
        this.lastNumber = before.lastNumber();
        this.rows = before.byKey().builder().expect(expected);
        this.indexes = new IndexDraft[before.indexes().size()];
        this.sorted = new SortedIndexDraft(before.sorted());
    }

    @Nullable
    TableRow get(Object key) {
        return rows.get(key);
    }

    List<TableRow> find(Lookup lookup, Object joinKey) {
        if (lookup.isPrimary()) {
            TableRow row = rows.get(joinKey);
            return row == null ? List.of() : List.of(row);
        }
        return index(lookup.index()).find(joinKey);
    }

    private IndexDraft index(int number) {
        IndexDraft index = indexes[number];
        if (index == null) {
            index = new IndexDraft(before.indexes().get(number));
            indexes[number] = index;
        }
        return index;
    }

    /** The next number for an id. */
    long nextNumber() {
        return ++lastNumber;
    }

    private void count(TableRow row) {
        for (int column : schema.numbered()) {
            if (schema.get(row.model(), column) instanceof Number number) {
                lastNumber = Math.max(lastNumber, number.longValue());
            }
        }
    }

    long lastNumber() {
        return lastNumber;
    }

    /** Sets the highest number that ever was an id. */
    void countFrom(long number) {
        lastNumber = number;
    }

    /** Puts {@code now} where {@code old} was; either may be null. */
    void replace(@Nullable TableRow old, @Nullable TableRow now) {
        if (now != null) {
            rows.put(now.key(), now);
            count(now);
        } else {
            rows.remove(Objects.requireNonNull(old).key());
        }
        sorted.replace(old, now);
        for (int i = 0; i < indexes.length; i++) {
            Lookup lookup = schema.indexes().hashed().get(i);
            Object from = old == null ? null : lookup.keyOf(schema, old.key(), old.model());
            Object to = now == null ? null : lookup.keyOf(schema, now.key(), now.model());
            if (from != null) {
                index(i).remove(from, Objects.requireNonNull(old));
            }
            if (to != null) {
                index(i).add(to, Objects.requireNonNull(now));
            }
        }
    }

    Table build() {
        return new Table(schema, rows.build(), builtIndexes(), sorted.build(), lastNumber);
    }

    private List<PersistentMap<Object, SortedSequence<TableRow>>> builtIndexes() {
        List<PersistentMap<Object, SortedSequence<TableRow>>> built = null;
        for (int i = 0; i < indexes.length; i++) {
            IndexDraft index = indexes[i];
            if (index != null) {
                built = built == null ? new ArrayList<>(before.indexes()) : built;
                built.set(i, index.build());
            }
        }
        return built == null ? before.indexes() : Collections.unmodifiableList(built);
    }
}
