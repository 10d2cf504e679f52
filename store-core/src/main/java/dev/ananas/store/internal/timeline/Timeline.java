package dev.ananas.store.internal.timeline;

import dev.ananas.store.Action;
import dev.ananas.store.Conflict;
import dev.ananas.store.HistoryOptions;
import dev.ananas.store.Recorded;
import dev.ananas.store.StateTree;
import dev.ananas.store.Step;
import dev.ananas.store.Transaction;
import dev.ananas.store.Transition;
import dev.ananas.store.internal.reduce.Reducers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Records transitions: steps in the log, and versions to go to. Guarded by the writer lock.
 *
 * <p>Nothing is recorded unless there is a history or something is in flight.
 */
public final class Timeline {

    private final EditLog log = new EditLog();
    private final Versions versions;
    private final Reducers reducers;
    private final @Nullable HistoryOptions options;
    private final LongSupplier clock;
    private long moves;

    /**
     * Makes a timeline.
     *
     * @param options null if there is no history: then steps are kept while something is in flight only
     * @param clock milliseconds
     */
    public Timeline(Reducers reducers, @Nullable HistoryOptions options, LongSupplier clock) {
        this.reducers = reducers;
        this.options = options;
        this.clock = clock;
        this.versions = new Versions(options != null && options.keepsBranches());
    }

    public EditLog log() {
        return log;
    }

    public Versions versions() {
        return versions;
    }

    /** Records a transition. */
    public void committed(Transition transition, @Nullable Recording recording) {
        boolean inFlight = recording != null && recording.isOptimistic();
        if (options == null && log.isEmpty() && !inFlight) {
            return;
        }
        if (options != null) {
            versions.begin(transition.version() - 1, transition.before());
        }
        StateTree from = transition.before();
        List<Action> own = new ArrayList<>();
        for (Action action : actions(transition.action())) {
            if (action instanceof TreeRewrite rewrite && rewrite.isNoStep() && rewrite.result() != null) {
                from = rewrite.result();
                own.clear();
                rewrite.done();
                if (options != null) {
                    versions.moved(transition.version(), rewrite.name(), from);
                }
            } else {
                own.add(action);
            }
        }
        if (!own.isEmpty()) {
            step(transition, recording, from, own);
        }
        trim();
    }

    /** Tells rewrites that took effect without changing anything: the tree no longer tells which steps count. */
    public void unchanged(List<Action> actions) {
        for (Action action : actions) {
            if (action instanceof TreeRewrite rewrite && rewrite.isNoStep() && rewrite.result() != null) {
                long known = moves;
                rewrite.done();
                if (moves != known) {
                    log.entries().forEach(LogEntry::distrustTrees);
                }
            }
        }
    }

    private void step(Transition transition, @Nullable Recording recording, StateTree from, List<Action> own) {
        Step step = recording != null ? recording.step() : stepOf(transition.action());
        long now = clock.getAsLong();
        int rows = transition.changes().size();
        LogEntry last = log.last();
        boolean optimistic = recording != null && recording.isOptimistic();
        if (last != null && !optimistic && last.after() == from && last.takes(step, now)) {
            last.extend(transition.after(), own, rows, now);
            versions.extended(transition.version(), transition.after());
            return;
        }
        versions.leaveBranch();
        discard(step);
        LogEntry entry = new LogEntry(step, from, transition.after(), own, log.notCounting(), rows, now);
        log.add(entry);
        if (options != null) {
            versions.added(transition.version(), entry);
        }
        if (recording != null) {
            recording.recorded(entry);
        }
    }

    /** A new step in a scope ends what could be redone there. */
    private void discard(Step step) {
        if (step.undoable()) {
            for (LogEntry entry : log.entries()) {
                if (!entry.counts() && entry.step().scope().equals(step.scope())) {
                    entry.forgetRedo();
                }
            }
        }
        for (LogEntry last = log.last(); last != null && isDead(last); last = log.last()) {
            log.removeLast();
        }
    }

    private boolean isDead(LogEntry entry) {
        return !entry.counts() && !entry.isRedoable() && !entry.isInFlight() && !versions.concern(entry);
    }

    private static List<Action> actions(Action action) {
        return action instanceof Transaction transaction ? transaction.actions() : List.of(action);
    }

    private static Step stepOf(Action action) {
        for (Action one : actions(action)) {
            if (one instanceof Recorded recorded) {
                return recorded.step();
            }
        }
        return Step.named(action.name());
    }

    /** Drops the oldest steps beyond the limits, but none behind one that is in flight. */
    private void trim() {
        int most = options == null ? 0 : options.steps();
        long size = log.entries().stream().mapToLong(LogEntry::bytes).sum();
        while (!log.isEmpty() && !log.entries().get(0).isInFlight()) {
            LogEntry first = log.entries().get(0);
            boolean over =
                    first.isForgotten() || log.entries().size() > most || (options != null && size > options.bytes());
            if (!over) {
                break;
            }
            size -= first.bytes();
            versions.forget(first);
            log.fold(reducers);
        }
        versions.trim(most + 1);
    }

    /** The step that undo takes back, null if there is none; {@code scope} null stands for all. */
    public @Nullable LogEntry undoable(@Nullable String scope) {
        List<LogEntry> entries = log.entries();
        for (int i = entries.size() - 1; i >= 0; i--) {
            LogEntry entry = entries.get(i);
            if (entry.isUndoable() && isIn(scope, entry)) {
                return entry;
            }
        }
        return null;
    }

    /** The step that redo adds: of those that were taken back, the one that was last. */
    public @Nullable LogEntry redoable(@Nullable String scope) {
        LogEntry latest = null;
        for (LogEntry entry : log.entries()) {
            boolean fits = !entry.counts() && entry.isRedoable() && isIn(scope, entry);
            if (fits && (latest == null || entry.takenBack() > latest.takenBack())) {
                latest = entry;
            }
        }
        return latest;
    }

    private static boolean isIn(@Nullable String scope, LogEntry entry) {
        return scope == null || scope.equals(entry.step().scope());
    }

    /** Lets a step count or not, from now on. */
    public void count(LogEntry entry, boolean now) {
        if (entry.counts() != now) {
            entry.count(now, ++moves);
            versions.toggled(entry, now);
        }
    }

    /**
     * Takes a step out for good, as if it had never been: the versions in which it counts become what they are without it, so
     * that going to one of them does not bring it back.
     *
     * @param now the tree without it
     */
    public void erase(LogEntry entry, StateTree now) {
        versions.erase(entry, now, (tree, counting) -> log.without(entry, tree, counting, reducers));
        if (entry.counts()) {
            entry.count(false, ++moves);
        }
    }

    /** The tree in which a step counts, or does not; the same tree if that is so already, or the step is gone. */
    public StateTree tree(LogEntry entry, boolean counts, StateTree tree, Consumer<Conflict> conflicts) {
        if (entry.counts() == counts || !log.entries().contains(entry)) {
            return tree;
        }
        StateTree next =
                counts ? log.with(entry, tree, reducers, conflicts) : log.without(entry, tree, reducers, conflicts);
        return next.withMissingFrom(tree);
    }

    /** Went to a kept version: the steps count that counted there. */
    public void arrive(Versions.Node node) {
        versions.way(node).forEach(toggle -> count(toggle.entry(), toggle.counts()));
    }

    /** Ends the flight of a step. */
    public void land(LogEntry entry) {
        entry.setInFlight(false);
        trim();
    }

    /** Forgets all steps; those behind one that is in flight stay in the log, since it may still be taken back. */
    public void clear() {
        log.entries().forEach(LogEntry::forget);
        versions.clear();
        trim();
    }
}
