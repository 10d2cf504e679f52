package dev.ananas.orm.internal.table;

import dev.ananas.store.collection.PersistentMap;
import dev.ananas.store.collection.SortedSequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One index while its table is written. Writes to a group of rows are collected and applied in one patch when the group is
 * read or the index is built, so that loading many rows touches every group once.
 */
final class IndexDraft {
    private static final int FIRST = 4;

    private final PersistentMap.Builder<Object, SortedSequence<TableRow>> groups;
    private final Map<Object, Pending> pending = new HashMap<>(2);

    IndexDraft(PersistentMap<Object, SortedSequence<TableRow>> before) {
        this.groups = before.builder();
    }

    /**
     * Rows to take out of one group and to put into it; a row is in at most one of the lists. Loading a table makes one of these for
     * each group and visits them at random, so the rows to put stand in the nearest place that there is.
     */
    private static final class Pending {
        private List<TableRow> removed = List.of();
        private TableRow[] added = new TableRow[FIRST];
        private int adding;

        void add(TableRow row) {
            if (adding == added.length) {
                added = Arrays.copyOf(added, adding * 2);
            }
            added[adding++] = row;
        }

        void remove(TableRow row) {
            int at = adding - 1;
            while (at >= 0 && added[at] != row) {
                at--;
            }
            if (at >= 0) {
                System.arraycopy(added, at + 1, added, at, --adding - at);
            } else {
                if (removed.isEmpty()) {
                    removed = new ArrayList<>(1);
                }
                removed.add(row);
            }
        }

        SortedSequence<TableRow> applyTo(@Nullable SortedSequence<TableRow> group) {
            Arrays.sort(added, 0, adding, TableRow.BY_SEQ);
            if (group == null) {
                return SortedSequence.ofSorted(TableRow.BY_SEQ, added, adding);
            }
            if (removed.size() > 1) {
                removed.sort(TableRow.BY_SEQ);
            }
            return group.patch(removed, Arrays.asList(adding == added.length ? added : Arrays.copyOf(added, adding)));
        }
    }

    void add(Object joinKey, TableRow row) {
        pending.computeIfAbsent(joinKey, key -> new Pending()).add(row);
    }

    void remove(Object joinKey, TableRow row) {
        pending.computeIfAbsent(joinKey, key -> new Pending()).remove(row);
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

    private @Nullable SortedSequence<TableRow> apply(Object joinKey, Pending changes) {
        SortedSequence<TableRow> group = changes.applyTo(groups.get(joinKey));
        if (group.isEmpty()) {
            groups.remove(joinKey);
            return null;
        }
        groups.put(joinKey, group);
        return group;
    }
}
