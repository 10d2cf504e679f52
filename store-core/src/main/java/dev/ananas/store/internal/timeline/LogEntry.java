package dev.ananas.store.internal.timeline;

import dev.ananas.store.Action;
import dev.ananas.store.StateTree;
import dev.ananas.store.Step;
import java.util.ArrayList;
import java.util.List;

/** One step in the log. Guarded by the writer lock. */
public final class LogEntry {

    private static final long BYTES_OF_STEP = 512;
    private static final long BYTES_OF_ROW = 768;

    private final Step step;
    private final StateTree before;
    private final List<Action> actions;
    private final List<LogEntry> missing;
    private StateTree after;
    private long rows;
    private long lastWrite;
    private boolean open = true;
    private boolean counts = true;
    private boolean redoable;
    private long takenBack;
    private boolean inFlight;
    private boolean trustsTrees = true;
    private boolean forgotten;

    /**
     * Makes one.
     *
     * @param missing the steps in the log that did not count when it was made
     */
    LogEntry(
            Step step,
            StateTree before,
            StateTree after,
            List<Action> actions,
            List<LogEntry> missing,
            int rows,
            long now) {
        this.step = step;
        this.before = before;
        this.after = after;
        this.actions = new ArrayList<>(actions);
        this.missing = missing;
        this.rows = rows;
        this.lastWrite = now;
    }

    public Step step() {
        return step;
    }

    StateTree before() {
        return before;
    }

    StateTree after() {
        return after;
    }

    /** Whether an earlier step counted when this one was made. */
    boolean wasMadeWith(LogEntry earlier) {
        return !missing.contains(earlier);
    }

    List<Action> actions() {
        return actions;
    }

    /** Estimated size of what only this step keeps in memory: new rows and the paths to them in maps and indexes. */
    long bytes() {
        return BYTES_OF_STEP + rows * BYTES_OF_ROW;
    }

    /** Whether another write of the same group belongs to this step. */
    boolean takes(Step other, long now) {
        if (!open || !counts || inFlight || step.group() == null) {
            return false;
        }
        boolean same = step.group().equals(other.group())
                && step.scope().equals(other.scope())
                && step.undoable() == other.undoable();
        return same
                && (other.window() == null || now - lastWrite <= other.window().toMillis());
    }

    void extend(StateTree newAfter, List<Action> more, int moreRows, long now) {
        after = newAfter;
        actions.addAll(more);
        rows += moreRows;
        lastWrite = now;
    }

    /** Whether the tree after this step, found again, says that the same steps count as then. */
    boolean trustsTrees() {
        return trustsTrees;
    }

    void distrustTrees() {
        trustsTrees = false;
    }

    public void close() {
        open = false;
    }

    /** Whether the step is part of the state. */
    boolean counts() {
        return counts;
    }

    void count(boolean now, long order) {
        counts = now;
        redoable = !now;
        takenBack = order;
        open = false;
    }

    /** When it was taken back, as a number that grows. */
    long takenBack() {
        return takenBack;
    }

    /** Whether it did not count at some time; trees of later steps may have been made without it. */
    boolean wasTakenBack() {
        return takenBack > 0;
    }

    boolean isRedoable() {
        return redoable;
    }

    public void forgetRedo() {
        redoable = false;
    }

    /** Leaves the step in the log for the sake of others alone: nobody can undo or redo it. */
    void forget() {
        forgotten = true;
        redoable = false;
        open = false;
    }

    boolean isForgotten() {
        return forgotten;
    }

    /** Whether undo may take it back. */
    boolean isUndoable() {
        return counts && !forgotten && step.undoable();
    }

    /** Whether it may still be rolled back on its own. */
    boolean isInFlight() {
        return inFlight;
    }

    void setInFlight(boolean now) {
        inFlight = now;
    }
}
