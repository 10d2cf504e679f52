package dev.ananas.store.internal.history;

import dev.ananas.store.History;
import dev.ananas.store.HistoryMove;
import dev.ananas.store.HistoryState;
import dev.ananas.store.KeptVersion;
import dev.ananas.store.Rewrite;
import dev.ananas.store.Step;
import dev.ananas.store.Store;
import dev.ananas.store.StoreException;
import dev.ananas.store.internal.kernel.DefaultKernel;
import dev.ananas.store.internal.kernel.Writer;
import dev.ananas.store.internal.timeline.LogEntry;
import dev.ananas.store.internal.timeline.Recording;
import dev.ananas.store.internal.timeline.Timeline;
import dev.ananas.store.internal.timeline.TreeRewrite;
import dev.ananas.store.internal.timeline.Versions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** The history of one store: asks the timeline what to do, and dispatches it. */
public final class DefaultHistory implements History {

    private final Store store;
    private final DefaultKernel kernel;
    private final Writer writer;
    private final Timeline timeline;
    private final Map<@Nullable String, ComputedStream<HistoryState>> streams = new HashMap<>();

    public DefaultHistory(Store store, DefaultKernel kernel) {
        this.store = store;
        this.kernel = kernel;
        this.writer = kernel.writer();
        this.timeline = writer.timeline();
    }

    @Override
    public Optional<HistoryMove> undo() {
        return undone(null);
    }

    @Override
    public Optional<HistoryMove> undo(String scope) {
        return undone(Objects.requireNonNull(scope, "scope"));
    }

    private Optional<HistoryMove> undone(@Nullable String scope) {
        refuseInTransaction("undo");
        LogEntry entry = locked(() -> timeline.undoable(scope));
        return entry == null ? Optional.empty() : move(rewrite(Rewrite.Kind.UNDO, entry, false));
    }

    @Override
    public Optional<HistoryMove> redo() {
        return redone(null);
    }

    @Override
    public Optional<HistoryMove> redo(String scope) {
        return redone(Objects.requireNonNull(scope, "scope"));
    }

    private Optional<HistoryMove> redone(@Nullable String scope) {
        refuseInTransaction("redo");
        LogEntry entry = locked(() -> timeline.redoable(scope));
        return entry == null ? Optional.empty() : move(rewrite(Rewrite.Kind.REDO, entry, true));
    }

    private TreeRewrite rewrite(Rewrite.Kind kind, LogEntry entry, boolean counts) {
        return new TreeRewrite(
                kind,
                entry.step().label(),
                (tree, conflicts) -> timeline.tree(entry, counts, tree, conflicts),
                tree -> timeline.count(entry, counts));
    }

    @Override
    public HistoryMove goTo(long version) {
        refuseInTransaction("goTo");
        Versions.Node node = locked(() -> timeline.versions().find(version));
        if (node == null) {
            throw new StoreException("Version " + version + " is not kept; the history can go to "
                    + versions().stream().map(KeptVersion::version).collect(Collectors.toList()));
        }
        TreeRewrite travel = new TreeRewrite(
                Rewrite.Kind.TRAVEL,
                node.label(),
                (tree, conflicts) -> node.tree().withMissingFrom(tree),
                tree -> timeline.arrive(node));
        return move(travel).orElseGet(() -> new HistoryMove(node.label(), List.of()));
    }

    private Optional<HistoryMove> move(TreeRewrite rewrite) {
        store.dispatch(rewrite);
        kernel.publish(publication -> streams.values().forEach(stream -> stream.publish(publication)));
        return rewrite.result() == null
                ? Optional.empty()
                : Optional.of(new HistoryMove(rewrite.label(), rewrite.conflicts()));
    }

    @Override
    public List<KeptVersion> versions() {
        return locked(() -> timeline.versions().list());
    }

    @Override
    public void record(Step step, Runnable writes) {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(writes, "writes");
        store.transaction(step.label(), () -> {
            writer.record(new Recording(step, false));
            writes.run();
        });
    }

    @Override
    public void closeGroup() {
        change(() -> {
            LogEntry last = timeline.log().last();
            if (last != null) {
                last.close();
            }
        });
    }

    @Override
    public void clear() {
        change(timeline::clear);
    }

    private void change(Runnable work) {
        kernel.publish(publication -> {
            work.run();
            streams.values().forEach(stream -> stream.publish(publication));
        });
    }

    @Override
    public HistoryState state() {
        return locked(() -> state(timeline, null));
    }

    @Override
    public HistoryState state(String scope) {
        Objects.requireNonNull(scope, "scope");
        return locked(() -> state(timeline, scope));
    }

    private HistoryState state(Timeline of, @Nullable String scope) {
        LogEntry undo = of.undoable(scope);
        LogEntry redo = of.redoable(scope);
        return new HistoryState(
                store.version(),
                undo == null ? null : undo.step().label(),
                redo == null ? null : redo.step().label());
    }

    @Override
    public Flux<HistoryState> states() {
        return stream(null);
    }

    @Override
    public Flux<HistoryState> states(String scope) {
        return stream(Objects.requireNonNull(scope, "scope"));
    }

    private Flux<HistoryState> stream(@Nullable String scope) {
        ComputedStream<HistoryState> found = locked(() -> streams.computeIfAbsent(scope, this::attached));
        return kernel.flux(found);
    }

    private ComputedStream<HistoryState> attached(@Nullable String scope) {
        ComputedStream<HistoryState> stream =
                new ComputedStream<>(() -> state(timeline, scope), DefaultHistory::lookAlike);
        kernel.attach(stream);
        return stream;
    }

    /** Whether menus look the same. */
    private static boolean lookAlike(HistoryState one, HistoryState other) {
        return Objects.equals(one.undoLabel(), other.undoLabel()) && Objects.equals(one.redoLabel(), other.redoLabel());
    }

    private <T extends @Nullable Object> T locked(Supplier<T> work) {
        return kernel.exclusively(work);
    }

    private void refuseInTransaction(String what) {
        if (writer.pending() != null) {
            throw new StoreException(what + " was refused inside a transaction: it is a transition of its own;"
                    + " call it when the transaction is over");
        }
    }
}
