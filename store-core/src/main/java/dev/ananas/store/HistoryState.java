package dev.ananas.store;

import org.jspecify.annotations.Nullable;

/**
 * What a menu shows of the history.
 *
 * @param version the version of the state
 * @param undoLabel the label of what undo would take back; null if there is nothing
 * @param redoLabel the label of what redo would add; null if there is nothing
 */
public record HistoryState(
        long version, @Nullable String undoLabel, @Nullable String redoLabel) {

    /** Whether there is something to undo. */
    public boolean canUndo() {
        return undoLabel != null;
    }

    /** Whether there is something to redo. */
    public boolean canRedo() {
        return redoLabel != null;
    }
}
