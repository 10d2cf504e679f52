package dev.ananas.store;

import java.util.List;
import java.util.function.Consumer;

/**
 * Takes steps back and adds them, row by row and field by field, for undo, optimistic transactions and forks. The
 * counterpart of {@link ChangeTracker}; a slice without one is treated as a single value.
 *
 * <p>Runs under the writer lock and is as pure as a {@link Reducer}.
 *
 * @param <S> the state of a slice
 */
public interface ChangeApplier<S> {

    /**
     * The state that a replay leads to; {@code replay.current()} itself if nothing differs. The work follows the rows
     * that the subject touched, times the number of edits.
     *
     * @param conflicts takes every field in which two steps disagree
     */
    S replay(Replay<S> replay, Consumer<? super Conflict> conflicts);

    /** Whether a step of these actions gives records other names, by which later steps speak of them. */
    default boolean names(List<Action> actions) {
        return false;
    }

    /**
     * An edit as it would have been made if an earlier step that {@linkplain #names gives names} had not been there, or had been.
     *
     * @param edit the edit as it was made
     * @param naming the earlier step
     * @param takenBack whether the edit was made with that step and is wanted without it, else the other way round
     * @return {@code edit} itself if it does not speak of what was named
     */
    default Edit<S> renamed(Edit<S> edit, Edit<S> naming, boolean takenBack) {
        return edit;
    }

    /** Tells the fields in which two states differ. */
    void differences(S before, S after, Consumer<? super FieldChange> into);
}
