package dev.ananas.store;

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

    /** Tells the fields in which two states differ. */
    void differences(S before, S after, Consumer<? super FieldChange> into);
}
