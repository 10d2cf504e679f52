package dev.ananas.orm.internal.table;

import dev.ananas.store.collection.PersistentMap;
import dev.ananas.store.collection.SortedSequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One index while its table is written. Writes to a group of rows are collected and applied in one patch when the group is
 * read or the index is built, so that loading many rows touches every group once.
 */
final class IndexDraft {
    private final PersistentMap.Builder<Object, SortedSequence<TableRow>> groups;
    private final Map<Object, Pending> pending = new HashMap<>(2);

    IndexDraft(PersistentMap<Object, SortedSequence<TableRow>> before) {
        this.groups = before.builder();
    }

    /** Rows to take out of one group and to put into it; a row is in at most one of the lists. */
    private static final class Pending {
        private final List<TableRow> removed = new ArrayList<>(1);
        private final List<TableRow> added = new ArrayList<>(4);
    }

    void add(Object joinKey, TableRow row) {
        pending.computeIfAbsent(joinKey, key -> new Pending()).added.add(row);
    }

    void remove(Object joinKey, TableRow row) {
        Pending changes = pending.computeIfAbsent(joinKey, key -> new Pending());
        if (!changes.added.remove(row)) {
            changes.removed.add(row);
        }
    }

    List<TableRow> find(Object joinKey) {
        Pending changes = pending.remove(joinKey);
        SortedSequence<TableRow> group = changes == null ? groups.get(joinKey) : apply(joinKey, changes);
        return group == null ? List.of() : group;
    }

    PersistentMap<Object, SortedSequence<TableRow>> build() {
        pending.forEach(this::apply);
        pending.clear();
        return groups.build();
    }

    private static void sort(List<TableRow> rows) {
        if (rows.size() > 1) {
            rows.sort(TableRow.BY_SEQ);
        }
    }

    private @Nullable SortedSequence<TableRow> apply(Object joinKey, Pending changes) {
        SortedSequence<TableRow> group = groups.get(joinKey);
        if (group == null) {
            group = SortedSequence.empty(TableRow.BY_SEQ);
        }
        sort(changes.removed);
        sort(changes.added);
        group = group.patch(changes.removed, changes.added);
        if (group.isEmpty()) {
            groups.remove(joinKey);
            return null;
        }
        groups.put(joinKey, group);
        return group;
    }
}
