package dev.ananas.store.internal.history;

import dev.ananas.store.Conflict;
import dev.ananas.store.Optimistic;
import dev.ananas.store.Rewrite;
import dev.ananas.store.Step;
import dev.ananas.store.Store;
import dev.ananas.store.StoreException;
import dev.ananas.store.internal.kernel.DefaultKernel;
import dev.ananas.store.internal.kernel.Writer;
import dev.ananas.store.internal.timeline.LogEntry;
import dev.ananas.store.internal.timeline.Recording;
import dev.ananas.store.internal.timeline.TreeRewrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The optimistic transactions of one store that are under way. */
public final class Optimistics {

    private final Store store;
    private final DefaultKernel kernel;
    private final Writer writer;
    private final ConflictStream conflicts = new ConflictStream();
    private final Set<OptimisticRun<?>> running = ConcurrentHashMap.newKeySet();

    public Optimistics(Store store, DefaultKernel kernel) {
        this.store = store;
        this.kernel = kernel;
        this.writer = kernel.writer();
    }

    public <T> Optimistic<T> begin(
            String name, Runnable writes, Mono<? extends T> confirmation, @Nullable Consumer<? super T> onConfirmed) {
        if (writer.pending() != null) {
            throw new StoreException("Optimistic transaction \"" + name + "\" was refused inside a transaction:"
                    + " it must be possible to take it back alone; begin it when the transaction is over");
        }
        Recording recording = new Recording(Step.named(name), true);
        store.transaction(name, () -> {
            writer.record(recording);
            writes.run();
        });
        OptimisticRun<T> run = new OptimisticRun<>(this, name, recording.entry(), onConfirmed);
        running.add(run);
        run.await(confirmation);
        return run;
    }

    public Flux<Conflict> conflicts() {
        return kernel.buffered(conflicts).flatMapIterable(all -> all);
    }

    /** Tells conflicts to who listens. */
    void tell(List<Conflict> found) {
        if (!found.isEmpty()) {
            kernel.publish(publication -> conflicts.publish(found, publication));
        }
    }

    void outsideTransactions(Runnable work) {
        if (writer.pending() == null) {
            work.run();
        } else {
            kernel.afterwards(work);
        }
    }

    /** Writes what belongs to a confirmation; it cannot be undone on its own. */
    void write(String name, Runnable writes) {
        store.transaction(name, () -> {
            writer.record(new Recording(Step.named(name).notUndoable(), false));
            writes.run();
        });
    }

    void land(@Nullable LogEntry entry) {
        if (entry != null) {
            kernel.exclusively(() -> {
                writer.timeline().land(entry);
                return Boolean.TRUE;
            });
        }
    }

    /** Takes a step out of the state for good. */
    List<Conflict> takeBack(String name, @Nullable LogEntry entry) {
        if (entry == null) {
            return List.of();
        }
        TreeRewrite rewrite = new TreeRewrite(
                Rewrite.Kind.ROLLBACK,
                name,
                (tree, into) -> writer.timeline().tree(entry, false, tree, into),
                tree -> writer.timeline().erase(entry, tree));
        store.dispatch(rewrite);
        if (rewrite.result() == null) {
            throw new StoreException(
                    "Action \"" + rewrite.name() + "\" did not reach the store: a middleware dropped it");
        }
        kernel.exclusively(() -> {
            entry.forgetRedo();
            return Boolean.TRUE;
        });
        land(entry);
        tell(rewrite.conflicts());
        return rewrite.conflicts();
    }

    void forget(OptimisticRun<?> run) {
        running.remove(run);
    }

    /** Rolls back what is under way. */
    public void close() {
        new ArrayList<>(running).forEach(run -> run.cancel("the store was closed"));
    }
}
