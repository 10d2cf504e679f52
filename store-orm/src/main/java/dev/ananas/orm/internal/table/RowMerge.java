package dev.ananas.orm.internal.table;

import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.store.Conflict;
import dev.ananas.store.Replay.Rule;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Applies what edits did to one row, column by column: an update writes only the columns that it changed, on the row as it is
 * by then.
 *
 * <p>Instances are kept where possible: a row on which an edit was made becomes the very row that the edit made of it.
 */
final class RowMerge {
    private final TableSchema table;
    private final Object key;
    private final Rule rule;
    private final Renaming renaming;
    private final Consumer<? super Conflict> conflicts;

    RowMerge(TableSchema table, Object key, Rule rule, Renaming renaming, Consumer<? super Conflict> conflicts) {
        this.table = table;
        this.key = key;
        this.rule = rule;
        this.renaming = renaming;
        this.conflicts = conflicts;
    }

    /** The row after an edit that made {@code after} of {@code before}; null is no row. */
    @Nullable
    TableRow apply(@Nullable TableRow row, @Nullable TableRow before, @Nullable TableRow after) {
        if (before == after) {
            return row;
        }
        if (row == before || (row != null && before != null && alike(row, before))) {
            return after;
        }
        if (row == null) {
            return onNothing(after);
        }
        return after == null ? deleted(row) : written(row, before, after);
    }

    /** The row after an edit that made {@code after} of {@code before} and gave it another key. */
    @Nullable
    TableRow moved(@Nullable TableRow row, @Nullable TableRow before, TableRow after) {
        TableRow start = before == null ? null : Renaming.under(table, before, after);
        if (row == null) {
            return start != null && alike(start, after) ? null : onNothing(after);
        }
        return apply(Renaming.under(table, row, after), start, after);
    }

    private @Nullable TableRow onNothing(@Nullable TableRow after) {
        if (after == null) {
            return null;
        }
        report(null, after.model(), null);
        return rule == Rule.OURS ? after : null;
    }

    private @Nullable TableRow deleted(TableRow row) {
        if (rule != Rule.AGAIN) {
            report(null, null, row.model());
        }
        return rule == Rule.THEIRS ? row : null;
    }

    private TableRow written(TableRow row, @Nullable TableRow before, TableRow after) {
        @Nullable Object[] values = table.components(row.model());
        boolean changed = false;
        for (int column : table.columns()) {
            Object was = before == null ? null : table.get(before.model(), column);
            Object wanted = table.get(after.model(), column);
            boolean writes = before == null || !Objects.equals(was, wanted);
            if (before != null && writes && renaming.follows(was, wanted)) {
                Object followed = renaming.followed(values[column]);
                changed |= !Objects.equals(values[column], followed);
                values[column] = followed;
            } else if (writes
                    && !Objects.equals(values[column], wanted)
                    && wins(column, before != null, was, wanted, values[column])) {
                values[column] = wanted;
                changed = true;
            }
        }
        return changed ? row(row, after, values) : row;
    }

    private boolean wins(
            int column, boolean updates, @Nullable Object was, @Nullable Object wanted, @Nullable Object found) {
        if (rule == Rule.AGAIN || (updates && Objects.equals(was, found))) {
            return true;
        }
        report(table.components().get(column).name(), wanted, found);
        return rule == Rule.OURS;
    }

    /** A row of other values; one whose case changed becomes what the edit made of it. */
    private TableRow row(TableRow row, TableRow after, @Nullable Object[] values) {
        int discriminator = table.discriminator();
        if (discriminator >= 0 && !Objects.equals(values[discriminator], table.get(row.model(), discriminator))) {
            return new TableRow(key, row.seq(), after.model(), after.read());
        }
        Object model = table.createLike(row.model(), values);
        return new TableRow(key, row.seq(), model, table.read(model));
    }

    private boolean alike(TableRow one, TableRow other) {
        return one.seq() == other.seq() && RowChanges.columns(table, one.model(), other.model()) == 0;
    }

    private void report(@Nullable String field, @Nullable Object ours, @Nullable Object theirs) {
        conflicts.accept(new Conflict(table.name(), key, field, ours, theirs));
    }
}
