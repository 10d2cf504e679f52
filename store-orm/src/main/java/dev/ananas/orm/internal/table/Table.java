package dev.ananas.orm.internal.table;

import dev.ananas.orm.internal.schema.Lookup;
import dev.ananas.orm.internal.schema.SortedLookup;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.store.collection.PersistentMap;
import dev.ananas.store.collection.SortedSequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one entity by key, and their secondary indexes: join key to rows in insertion order. Immutable. */
public final class Table {
    private final TableSchema schema;
    private final PersistentMap<Object, TableRow> rows;
    private final List<PersistentMap<Object, SortedSequence<TableRow>>> indexes;
    private final List<SortedIndex> sorted;
    private final long lastNumber;

    Table(
            TableSchema schema,
            PersistentMap<Object, TableRow> rows,
            List<PersistentMap<Object, SortedSequence<TableRow>>> indexes,
            List<SortedIndex> sorted,
            long lastNumber) {
        this.sorted = sorted;
        this.lastNumber = lastNumber;
        this.schema = schema;
        this.rows = rows;
        this.indexes = indexes;
    }

    /** No rows; ids are counted on from a number. */
    static Table empty(TableSchema schema, long lastNumber) {
        List<PersistentMap<Object, SortedSequence<TableRow>>> indexes = new ArrayList<>();
        schema.indexes().hashed().forEach(index -> indexes.add(PersistentMap.empty()));
        List<SortedIndex> sorted = new ArrayList<>(0);
        schema.indexes().sorted().forEach(lookup -> sorted.add(SortedIndex.empty(schema, lookup)));
        return new Table(schema, PersistentMap.empty(), List.copyOf(indexes), List.copyOf(sorted), lastNumber);
    }

    public TableSchema schema() {
        return schema;
    }

    public int size() {
        return rows.size();
    }

    public @Nullable TableRow get(Object key) {
        return rows.get(key);
    }

    /** The rows whose columns equal the join key, in insertion order. */
    public List<TableRow> find(Lookup lookup, Object joinKey) {
        if (lookup.isPrimary()) {
            TableRow row = rows.get(joinKey);
            return row == null ? List.of() : List.of(row);
        }
        List<TableRow> group = indexes.get(lookup.index()).get(joinKey);
        return group == null ? List.of() : group;
    }

    /** All rows in the order of an index. */
    public SortedIndex sorted(SortedLookup lookup) {
        return sorted.get(lookup.index());
    }

    List<SortedIndex> sorted() {
        return sorted;
    }

    /** All rows, in no order. */
    public Iterable<TableRow> rows() {
        return rows.values();
    }

    /** The highest number that ever was an id here. */
    public long lastNumber() {
        return lastNumber;
    }

    PersistentMap<Object, TableRow> byKey() {
        return rows;
    }

    List<PersistentMap<Object, SortedSequence<TableRow>>> indexes() {
        return indexes;
    }
}
