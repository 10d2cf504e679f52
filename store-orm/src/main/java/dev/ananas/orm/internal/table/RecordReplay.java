package dev.ananas.orm.internal.table;

import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.store.Conflict;
import dev.ananas.store.Edit;
import dev.ananas.store.Replay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the rows of one table in a replay. Keys between which a record moved are replayed together: what was written
 * under one of them belongs to the row that is under another one by now.
 */
final class RecordReplay {
    private final Replay<Tables> replay;
    private final List<Renaming> renamings;
    private final TableSchema table;
    private final Consumer<? super Conflict> conflicts;

    /**
     * Makes one.
     *
     * @param renamings one for each edit of the replay
     */
    RecordReplay(
            Replay<Tables> replay, List<Renaming> renamings, TableSchema table, Consumer<? super Conflict> conflicts) {
        this.replay = replay;
        this.renamings = renamings;
        this.table = table;
        this.conflicts = conflicts;
    }

    /** A key and those among which its record moved. */
    Set<Object> related(Object key) {
        Set<Object> keys = new LinkedHashSet<>(Set.of(key));
        for (int size = 0; size < keys.size(); ) {
            size = keys.size();
            for (Renaming renaming : renamings) {
                renaming.origins(table).forEach((now, was) -> {
                    if (keys.contains(now) || keys.contains(was)) {
                        keys.add(was);
                        keys.add(now);
                    }
                });
            }
        }
        return keys;
    }

    /** The rows that the replay leads to under keys that are related. */
    Map<Object, @Nullable TableRow> rows(Set<Object> keys) {
        Edit<Tables> subject = replay.subject();
        Map<Object, Object> moves = Renaming.of(subject, List.of(table)).origins(table);
        Map<Object, @Nullable TableRow> rows = new HashMap<>();
        List<Overwrites> overwrites = new ArrayList<>();
        for (Object key : keys) {
            rows.put(key, replay.base().table(table).get(key));
            TableRow was = subject.before().table(table).get(key);
            TableRow became = subject.after().table(table).get(key);
            if (was != became) {
                boolean moved = moves.containsKey(key) || moves.containsValue(key);
                overwrites.add(new Overwrites(table, key, was, became, moved));
            }
        }
        for (int i = 0; i < replay.edits().size(); i++) {
            Edit<Tables> edit = replay.edits().get(i);
            Renaming renaming = renamings.get(i);
            apply(edit, renaming, rows);
            if (i >= replay.place() && edit != subject) {
                overwrites.forEach(each -> each.note(edit, renaming));
            }
        }
        overwrites.forEach(each -> each.report(rows, conflicts));
        return rows;
    }

    private void apply(Edit<Tables> edit, Renaming renaming, Map<Object, @Nullable TableRow> rows) {
        Map<Object, Object> origins = renaming.origins(table);
        Map<Object, @Nullable TableRow> found = new HashMap<>(rows);
        for (Object key : found.keySet()) {
            TableRow after = edit.after().table(table).get(key);
            Object origin = origins.get(key);
            boolean left = origins.containsValue(key);
            RowMerge merge = new RowMerge(table, key, replay.rule(), renaming, conflicts);
            if (origin != null && after != null && (left || found.get(key) == null)) {
                TableRow before = edit.before().table(table).get(origin);
                rows.put(key, merge.moved(found.get(origin), before, after));
            } else {
                TableRow before = left ? null : edit.before().table(table).get(key);
                rows.put(key, merge.apply(left ? null : found.get(key), before, after));
            }
        }
    }
}
