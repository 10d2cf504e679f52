package dev.ananas.orm.internal.table;

import dev.ananas.orm.internal.schema.PositionTable;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.model.DataException;
import dev.ananas.store.ChangeApplier;
import dev.ananas.store.Conflict;
import dev.ananas.store.Edit;
import dev.ananas.store.FieldChange;
import dev.ananas.store.Replay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes steps back and adds them, row by row. What is written are effects, not commands: no hook runs, nothing cascades, and no
 * default is filled in.
 *
 * <p>A row that comes back takes the place in insertion order that it had. A row that is added anew stands at the end, since its
 * former place may have been given to another row meanwhile.
 */
public final class TablesApplier implements ChangeApplier<Tables> {

    @Override
    public Tables replay(Replay<Tables> replay, Consumer<? super Conflict> conflicts) {
        Tables before = replay.subject().before();
        Tables after = replay.subject().after();
        List<Target> targets = new ArrayList<>();
        for (TableSchema table : stored(after)) {
            if (before.table(table) != after.table(table)) {
                before.table(table)
                        .byKey()
                        .diff(
                                after.table(table).byKey(),
                                (key, was, now) -> targets.add(target(replay, table, key, conflicts)));
            }
        }
        targets.removeIf(target -> target.found() == target.wanted());
        return targets.isEmpty() ? replay.current() : written(replay.current(), targets, conflicts);
    }

    /** The tables that rows are written to; those derived from lists of keys follow. */
    private static List<TableSchema> stored(Tables tables) {
        List<TableSchema> stored = new ArrayList<>(tables.schema().tables());
        Set<TableSchema> derived = new HashSet<>();
        stored.forEach(
                table -> table.derived().stream().map(PositionTable::table).forEach(derived::add));
        stored.removeAll(derived);
        return stored;
    }

    private static Target target(
            Replay<Tables> replay, TableSchema table, Object key, Consumer<? super Conflict> conflicts) {
        Edit<Tables> subject = replay.subject();
        TableRow was = subject.before().table(table).get(key);
        TableRow became = subject.after().table(table).get(key);
        RowMerge merge = new RowMerge(table, key, replay.rule(), conflicts);
        Overwrites overwrites = new Overwrites(table, was, became);
        TableRow row = replay.base().table(table).get(key);
        for (int i = 0; i < replay.edits().size(); i++) {
            Edit<Tables> edit = replay.edits().get(i);
            TableRow before = edit.before().table(table).get(key);
            TableRow after = edit.after().table(table).get(key);
            if (before != after) {
                row = merge.apply(row, before, after);
                if (i >= replay.place() && edit != subject) {
                    overwrites.note(before, after);
                }
            }
        }
        overwrites.report(key, row, conflicts);
        TableRow found = replay.current().table(table).get(key);
        return new Target(table, key, found, row, was);
    }

    private static Tables written(Tables current, List<Target> targets, Consumer<? super Conflict> conflicts) {
        Draft draft = new Draft(current);
        targets.sort(Target.BY_PLACE);
        for (Target target : targets) {
            if (target.wanted() == null || !target.table().unique().isEmpty()) {
                draft.remove(target.table(), target.key());
            }
        }
        for (Target target : targets) {
            TableRow wanted = target.wanted();
            if (wanted != null) {
                write(draft, target, wanted, conflicts);
            }
        }
        return draft.build();
    }

    private static void write(Draft draft, Target target, TableRow wanted, Consumer<? super Conflict> conflicts) {
        try {
            draft.restore(target.table(), wanted, target.isReturn());
        } catch (DataException e) {
            TableRow found = target.found();
            conflicts.accept(new Conflict(
                    target.table().name(), target.key(), null, wanted.model(), found == null ? null : found.model()));
            if (found != null) {
                draft.restore(target.table(), found, true);
            }
        }
    }

    @Override
    public void differences(Tables before, Tables after, Consumer<? super FieldChange> into) {
        for (TableSchema table : stored(after)) {
            before.table(table).byKey().diff(after.table(table).byKey(), (key, was, now) -> {
                if (was == null || now == null) {
                    into.accept(new FieldChange(
                            table.name(),
                            key,
                            null,
                            was == null ? null : was.model(),
                            now == null ? null : now.model()));
                } else {
                    fields(table, was, now, into);
                }
            });
        }
    }

    private static void fields(TableSchema table, TableRow was, TableRow now, Consumer<? super FieldChange> into) {
        for (int column : table.columns()) {
            Object before = table.get(was.model(), column);
            Object after = table.get(now.model(), column);
            if (!Objects.equals(before, after)) {
                into.accept(new FieldChange(
                        table.name(), was.key(), table.components().get(column).name(), before, after));
            }
        }
    }

    /**
     * What shall become of a row.
     *
     * @param found the row as it is
     * @param wanted the row as it shall be
     * @param was the row before the step in question
     */
    private record Target(
            TableSchema table,
            Object key,
            @Nullable TableRow found,
            @Nullable TableRow wanted,
            @Nullable TableRow was) {
        static final Comparator<Target> BY_PLACE = Comparator.comparingLong(Target::place);

        long place() {
            return wanted == null ? -1 : wanted.seq();
        }

        /** Whether the place of the row is its own: it has it still, or had it before it was deleted. */
        boolean isReturn() {
            return (found != null && found.seq() == place()) || (was != null && was.seq() == place());
        }
    }

    /** Which columns of a step were written again by later ones, to tell what its taking back leaves alone. */
    private static final class Overwrites {
        private final TableSchema table;
        private final @Nullable TableRow was;
        private final @Nullable TableRow became;
        private final boolean[] columns;
        private boolean row;

        Overwrites(TableSchema table, @Nullable TableRow was, @Nullable TableRow became) {
            this.table = table;
            this.was = was;
            this.became = became;
            this.columns = new boolean[table.components().size()];
        }

        void note(@Nullable TableRow before, @Nullable TableRow after) {
            if (was == null || became == null || before == null || after == null) {
                row = true;
                return;
            }
            for (int column : table.columns()) {
                columns[column] |= !Objects.equals(table.get(was.model(), column), table.get(became.model(), column))
                        && !Objects.equals(table.get(before.model(), column), table.get(after.model(), column));
            }
        }

        void report(Object key, @Nullable TableRow now, Consumer<? super Conflict> conflicts) {
            Object ours = became == null ? null : became.model();
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
}
