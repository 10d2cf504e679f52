package dev.ananas.ui.swing;

import dev.ananas.orm.Repository;
import dev.ananas.store.Versioned;
import dev.ananas.ui.UiScope;
import dev.ananas.ui.internal.AttributeWrite;
import dev.ananas.ui.internal.Positions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Cells on their way into the store. They are written in the background, in the order in which they were edited.
 *
 * <p>From the edit on a cell shows what was entered. When its last write is done it shows what is stored as of that write, whatever hooks
 * made of it, until the list is that new; so an old value never shines through in between. If a write fails, that is what was stored
 * before.
 *
 * <p>Used on the event dispatch thread, except for the writes.
 */
final class CellEdits<M> implements LiveRows.Keeper {
    private final UiScope scope;
    private final Repository<M> repository;
    private final Function<? super M, ?> key;
    private final IntConsumer changed;
    private final Scheduler.Worker writes = Schedulers.boundedElastic().createWorker();
    private final Map<Cell, Edit> edits = new HashMap<>();

    private record Cell(Object key, Column<?, ?> column) {}

    private static final class Edit {
        private int row;
        private int pending;
        private long version;
        private @Nullable Object value;
    }

    /**
     * No edits.
     *
     * @param changed hears of the row of a cell that shows something else
     */
    CellEdits(UiScope scope, Repository<M> repository, Function<? super M, ?> key, IntConsumer changed) {
        this.scope = scope;
        this.repository = Objects.requireNonNull(repository, "repository");
        this.key = Objects.requireNonNull(key, "key");
        this.changed = changed;
        scope.onClose(() -> writes.schedule(writes::dispose)); // behind what was edited
    }

    @Nullable
    Object read(M model, Column<M, ?> column) {
        Edit edit = edits.isEmpty() || !column.isEditable() ? null : edits.get(new Cell(key.apply(model), column));
        return edit == null ? column.read(model) : edit.value;
    }

    <T> void write(int row, M model, Column<M, T> column, @Nullable Object entered) {
        if (scope.isClosed()) {
            throw new IllegalStateException("The scope \"" + scope.name() + "\" is closed, so no cell of " + column
                    + " can be set any more. Set it before its window closes, or update the repository.");
        }
        T value = column.cast(entered);
        if (Objects.equals(value, read(model, column))) {
            return;
        }
        Cell cell = new Cell(key.apply(model), column);
        Edit edit = edits.computeIfAbsent(cell, absent -> new Edit());
        edit.row = row;
        edit.value = value;
        edit.pending++;
        changed.accept(row);
        writes.schedule(() -> store(cell, edit, column, value));
    }

    private <T> void store(Cell cell, Edit edit, Column<M, T> column, @Nullable T value) {
        Throwable error = null;
        Versioned<Optional<M>> now = null;
        try {
            new AttributeWrite<>(repository, cell.key(), column.attribute(), column::read).store(value);
        } catch (RuntimeException e) {
            error = e;
        }
        try {
            now = repository.query().find(cell.key()).versions().blockFirst();
        } catch (RuntimeException e) {
            error = error == null ? e : error;
        }
        Versioned<Optional<M>> after = now;
        Throwable cause = error;
        scope.thread().execute(() -> written(cell, edit, column, after, cause));
    }

    private void written(
            Cell cell,
            Edit edit,
            Column<M, ?> column,
            @Nullable Versioned<Optional<M>> after,
            @Nullable Throwable error) {
        if (error != null) {
            scope.report(error);
        }
        edit.pending--;
        if (edit.pending > 0 || edits.get(cell) != edit || scope.isClosed()) {
            return;
        }
        M stored = after == null ? null : after.value().orElse(null);
        if (after == null || stored == null) {
            edits.remove(cell);
        } else {
            edit.value = column.read(stored);
            edit.version = after.version();
        }
        changed.accept(edit.row);
    }

    /** A list of some version is shown: it has what was written up to that. */
    void forget(long version) {
        List<Edit> done = edits.values().stream()
                .filter(edit -> edit.pending == 0 && edit.version <= version)
                .collect(Collectors.toList());
        edits.values().removeAll(done);
        done.forEach(edit -> changed.accept(edit.row));
    }

    @Override
    public void before() {}

    @Override
    public void after(Positions positions) {
        edits.values().removeIf(edit -> {
            edit.row = positions.of(edit.row);
            return edit.row < 0; // it is written all the same
        });
    }
}
