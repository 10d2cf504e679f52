package dev.ananas.store.internal.kernel;

import dev.ananas.store.Action;
import dev.ananas.store.ActionFailedException;
import dev.ananas.store.Middleware;
import dev.ananas.store.Next;
import dev.ananas.store.StateTree;
import dev.ananas.store.StoreClosedException;
import dev.ananas.store.StoreDefinition;
import dev.ananas.store.StoreException;
import dev.ananas.store.Transition;
import dev.ananas.store.internal.action.Call;
import dev.ananas.store.internal.action.Undoing;
import dev.ananas.store.internal.publication.WriterLock;
import dev.ananas.store.internal.reduce.Reducers;
import dev.ananas.store.internal.selector.Committed;
import dev.ananas.store.internal.selector.SelectorCache;
import dev.ananas.store.internal.timeline.Recording;
import dev.ananas.store.internal.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/**
 * The one writer of a store: runs actions and transactions under the writer lock and commits.
 *
 * <p>{@code committed} is all a reader needs: one volatile read, version and tree in one object. Everything else here
 * belongs to the thread that holds the lock. Whether a thread is inside a transaction is whether it holds the lock
 * while there is a draft; no thread-local is involved.
 *
 * <p>{@code busy} is the action on its way to the reducers. While there is one, nothing may be written: a write from a
 * reducer would be lost, since the reducers' result replaces the tree it was written to.
 */
public final class Writer {

    private final WriterLock lock;
    private volatile List<Middleware> middleware;
    private final TransitionPipeline pipeline;
    private final SelectorCache selectors;
    private final Reducers reducers;
    private final Timeline timeline;
    private volatile Committed committed;
    private volatile boolean closed;
    private @Nullable Draft draft;
    private @Nullable Action busy;

    Writer(
            WriterLock lock,
            List<Middleware> middleware,
            Reducers reducers,
            TransitionPipeline pipeline,
            SelectorCache selectors,
            Beginning beginning) {
        this.lock = lock;
        this.middleware = middleware;
        this.reducers = reducers;
        this.pipeline = pipeline;
        this.selectors = selectors;
        this.timeline = beginning.timeline(reducers);
        this.committed = new Committed(0, beginning.tree());
    }

    public Committed committed() {
        return committed;
    }

    public boolean isClosed() {
        return closed;
    }

    public Timeline timeline() {
        return timeline;
    }

    /** Says how the running transaction is recorded. */
    public void record(Recording how) {
        running().record(how);
    }

    /** The draft of the transaction this thread runs, else null. */
    public @Nullable Draft pending() {
        return lock.isMine() ? draft : null;
    }

    public StateTree visible() {
        Draft pending = pending();
        return pending == null ? committed.tree() : pending.tree();
    }

    /** Dispatches; {@code call} is told what it committed. */
    public @Nullable Object dispatch(Action action, @Nullable Call call) {
        return write(() -> "Action \"" + action.name() + "\"", null, call, () -> {
            try {
                return new ActionChain(this, middleware, 0, visible()).next(action);
            } catch (Exception e) {
                throw new ActionFailedException(action, e);
            }
        });
    }

    public <T extends @Nullable Object> T transaction(String name, @Nullable Call call, Supplier<T> writes) {
        return write(() -> "Transaction \"" + name + "\"", name, call, writes);
    }

    /** Adds middleware behind what there is, for actions from now on. */
    public synchronized Disposable wrap(Middleware added) {
        List<Middleware> more = new ArrayList<>(middleware);
        more.add(added);
        middleware = more;
        return new Undoing(() -> unwrap(added));
    }

    private synchronized void unwrap(Middleware removed) {
        List<Middleware> fewer = new ArrayList<>(middleware);
        for (int i = fewer.size() - 1; i >= 0; i--) {
            if (fewer.get(i) == removed) {
                fewer.remove(i);
                break;
            }
        }
        middleware = fewer;
    }

    /** Runs what sets up a part of the store; what it writes is one transition. */
    public <T> T setUp(String what, Supplier<T> work) {
        return write(() -> what, what, null, work);
    }

    public <S> void add(StoreDefinition<S> slice, Supplier<? extends S> first) {
        Supplier<String> what = () -> "Slice \"" + slice.name() + "\"";
        lock.exclusively(() -> {
            refuseIfClosed(what);
            refuseIfBusy(what);
            refuseIfTaken(slice);
            if (!committed.tree().contains(slice)) {
                S initial = first.get();
                if (draft != null) {
                    draft.add(slice, initial);
                }
                committed = committed.with(committed.tree().with(slice, initial));
            }
            if (!reducers.has(slice)) {
                reducers.add(slice);
            }
        });
    }

    /** Takes the reducers of a slice out if it is in use; its state stays. */
    public void remove(StoreDefinition<?> slice, BooleanSupplier inUse) {
        Supplier<String> what = () -> "Disposing of slice \"" + slice.name() + "\"";
        lock.exclusively(() -> {
            refuseIfBusy(what);
            if (inUse.getAsBoolean()) {
                reducers.remove(slice);
            }
        });
    }

    /** Closes under the lock. */
    void close(Runnable release) {
        if (!closed && lock.isMine()) {
            throw new StoreException("The store cannot be closed inside a transaction; close it afterwards");
        }
        lock.exclusively(() -> {
            if (!closed) {
                closed = true;
                release.run();
            }
        });
    }

    /** {@code what} is asked for only if it is to be refused. */
    public void refuseIfClosed(Supplier<String> what) {
        if (closed) {
            throw new StoreClosedException(what.get());
        }
    }

    /** Runs a step of an action all or nothing. Nothing else may be written before it ends, but whoever took it may. */
    @Nullable
    Object step(Action action, Supplier<@Nullable Object> step) {
        busy = action;
        try {
            return joined(step);
        } finally {
            busy = null;
        }
    }

    @Nullable
    Object reduce(Action action) {
        Next<StateTree, Object> next = reducers.reduce(running().tree(), action);
        running().write(action, next);
        return next.answer();
    }

    private <T extends @Nullable Object> T write(
            Supplier<String> what, @Nullable String name, @Nullable Call call, Supplier<T> work) {
        refuseIfClosed(what);
        return lock.exclusively(() -> {
            refuseIfClosed(what);
            refuseIfBusy(what);
            if (draft != null) {
                return joined(work);
            }
            if (lock.isNested()) {
                throw new StoreException(
                        what.get() + " was refused: a settler and what runs exclusively must not write");
            }
            return alone(new Draft(name, committed.tree(), selectors, call), work);
        });
    }

    private <T extends @Nullable Object> T alone(Draft begun, Supplier<T> work) {
        draft = begun;
        try {
            T result = work.get();
            commit(begun);
            pipeline.afterwards(begun.afterwards());
            return result;
        } finally {
            draft = null;
        }
    }

    private <T extends @Nullable Object> T joined(Supplier<T> work) {
        Draft.Savepoint savepoint = running().savepoint();
        try {
            return work.get();
        } catch (Throwable e) {
            running().rollback(savepoint, committed.tree());
            throw e;
        }
    }

    private void commit(Draft done) {
        Committed before = committed;
        List<String> changed = done.tree().changedSince(before.tree());
        if (changed.isEmpty()) {
            timeline.unchanged(done.actions());
            return;
        }
        busy = done.action();
        Transition transition;
        try {
            transition = pipeline.transition(before, done, changed);
        } finally {
            busy = null;
        }
        committed = new Committed(transition.version(), transition.after());
        draft = null;
        done.committed(transition);
        timeline.committed(transition, done.recording());
        pipeline.settle(transition);
    }

    private Draft running() {
        if (draft == null) {
            throw new IllegalStateException("no transaction is running");
        }
        return draft;
    }

    private void refuseIfTaken(StoreDefinition<?> slice) {
        StateTree tree = committed.tree();
        if (tree.slices().contains(slice.name()) && !tree.contains(slice)) {
            throw new StoreException("Another definition named \"" + slice.name()
                    + "\" is in use in this store; keep a definition in a constant or give it another name");
        }
    }

    private void refuseIfBusy(Supplier<String> what) {
        if (busy != null) {
            throw new StoreException(what.get() + " was refused while action \"" + busy.name()
                    + "\" was being reduced: reducers and change trackers are pure and must not write;"
                    + " a middleware may write after chain.next(...)" + reducers.callSite());
        }
    }
}
