package dev.ananas.orm.internal.table;

import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.store.Conflict;
import dev.ananas.store.Edit;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which columns of a step were written again by later ones, to tell what its taking back leaves alone. */
final class Overwrites {
    private final TableSchema table;
    private final @Nullable TableRow was;
    private final @Nullable TableRow became;
    private final boolean moved;
    private final boolean[] columns;
    private Object key;
    private boolean row;

    /**
     * Makes one.
     *
     * @param moved whether the step gave the row another key, or the key to another row: later updates go along then
     */
    Overwrites(TableSchema table, Object key, @Nullable TableRow was, @Nullable TableRow became, boolean moved) {
        this.table = table;
        this.key = key;
        this.was = was;
        this.became = became;
        this.moved = moved;
        this.columns = new boolean[table.components().size()];
    }

    /** Notes what a later edit did; where it gave the row another key, the row is followed there. */
    void note(Edit<Tables> edit, Renaming renaming) {
        TableRow before = edit.before().table(table).get(key);
        for (Map.Entry<Object, Object> move : renaming.origins(table).entrySet()) {
            if (move.getValue().equals(key)) {
                key = move.getKey();
                break;
            }
        }
        TableRow after = edit.after().table(table).get(key);
        if (before == after || moved && before != null && after != null) {
            return;
        }
        if (before == null || after == null) {
            row = true;
        } else if (was == null || became == null) {
            row |= isWritten(before, after, renaming);
        } else {
            note(was, became, before, after, renaming);
        }
    }

    /** Notes the columns that both edits wrote. */
    private void note(TableRow was, TableRow became, TableRow before, TableRow after, Renaming renaming) {
        for (int column : table.columns()) {
            columns[column] |= !Objects.equals(table.get(was.model(), column), table.get(became.model(), column))
                    && isWritten(column, before, after, renaming);
        }
    }

    private boolean isWritten(TableRow before, TableRow after, Renaming renaming) {
        for (int column : table.columns()) {
            if (isWritten(column, before, after, renaming)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWritten(int column, TableRow before, TableRow after, Renaming renaming) {
        Object from = table.get(before.model(), column);
        Object to = table.get(after.model(), column);
        return !Objects.equals(from, to) && !renaming.follows(from, to);
    }

    /** Tells who has the last word, which is the later one. */
    void report(Map<Object, @Nullable TableRow> rows, Consumer<? super Conflict> conflicts) {
        TableRow now = rows.get(key);
        TableRow wanted = moved && was != null ? was : became;
        Object ours = wanted == null ? null : wanted.model();
        Object theirs = now == null ? null : now.model();
        if (row) {
            conflicts.accept(new Conflict(table.name(), key, null, ours, theirs));
        } else if (ours != null && theirs != null) {
            for (int column : table.columns()) {
                if (columns[column]) {
                    conflicts.accept(new Conflict(
                            table.name(),
                            key,
                            table.components().get(column).name(),
                            table.get(ours, column),
                            table.get(theirs, column)));
                }
            }
        }
    }
}
