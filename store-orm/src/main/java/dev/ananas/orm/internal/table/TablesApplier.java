package dev.ananas.orm.internal.table;

import dev.ananas.orm.internal.schema.PositionTable;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.model.DataException;
import dev.ananas.store.Action;
import dev.ananas.store.ChangeApplier;
import dev.ananas.store.Conflict;
import dev.ananas.store.Edit;
import dev.ananas.store.FieldChange;
import dev.ananas.store.Replay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
        List<TableSchema> tables = stored(after);
        List<Renaming> renamings = new ArrayList<>();
        replay.edits().forEach(edit -> renamings.add(Renaming.of(edit, tables)));
        List<Target> targets = new ArrayList<>();
        for (TableSchema table : tables) {
            if (before.table(table) != after.table(table)) {
                RecordReplay records = new RecordReplay(replay, renamings, table, conflicts);
                Set<Object> done = new HashSet<>();
                before.table(table).byKey().diff(after.table(table).byKey(), (key, was, now) -> {
                    if (!done.contains(key)) {
                        Set<Object> keys = records.related(key);
                        done.addAll(keys);
                        addTargets(replay, table, records.rows(keys), targets);
                    }
                });
            }
        }
        targets.removeIf(target -> target.found() == target.wanted());
        return targets.isEmpty() ? replay.current() : written(replay.current(), targets, conflicts);
    }

    @Override
    public boolean names(List<Action> actions) {
        return actions.stream().anyMatch(action -> action instanceof KeyReplacement);
    }

    @Override
    public Edit<Tables> renamed(Edit<Tables> edit, Edit<Tables> naming, boolean takenBack) {
        Tables before = edit.before();
        Tables after = edit.after();
        List<Action> actions = new ArrayList<>(naming.actions());
        if (takenBack) {
            Collections.reverse(actions);
        }
        for (Action action : actions) {
            if (action instanceof KeyReplacement replacement) {
                before = replacement.replaced(before, takenBack);
                after = before == null ? null : replacement.replaced(after, takenBack);
                if (before == null || after == null) {
                    return edit;
                }
            }
        }
        boolean same = before == edit.before() && after == edit.after();
        return same ? edit : new Edit<>(before, after, edit.actions(), edit.again());
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

    private static void addTargets(
            Replay<Tables> replay, TableSchema table, Map<Object, @Nullable TableRow> rows, List<Target> into) {
        Set<Long> places = new HashSet<>();
        for (Tables tables : List.of(replay.current(), replay.subject().before())) {
            for (Object key : rows.keySet()) {
                TableRow row = tables.table(table).get(key);
                if (row != null) {
                    places.add(row.seq());
                }
            }
        }
        rows.forEach((key, row) -> into.add(new Target(
                table, key, replay.current().table(table).get(key), row, row != null && places.contains(row.seq()))));
    }

    private static Tables written(Tables current, List<Target> targets, Consumer<? super Conflict> conflicts) {
        Draft draft = new Draft(current);
        targets.sort(Target.BY_PLACE);
        for (Target target : targets) {
            if (target.wanted() == null || !target.table().indexes().unique().isEmpty()) {
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
     * @param isReturn whether the place of the row is its own: it has it still, or had it before it was deleted
     */
    private record Target(
            TableSchema table,
            Object key,
            @Nullable TableRow found,
            @Nullable TableRow wanted,
            boolean isReturn) {
        static final Comparator<Target> BY_PLACE = Comparator.comparingLong(Target::place);

        long place() {
            return wanted == null ? -1 : wanted.seq();
        }
    }
}
