package dev.ananas.store;

/**
 * Says which rows differ between two states of a slice.
 *
 * <p>Asked once per transition that changed the slice, for a transaction with the states at its two ends, so the
 * changes are net. It runs under the writer lock before the commit and is as pure as a {@link Reducer}; if it throws,
 * the transition fails and nothing changes.
 *
 * @param <S> the state of a slice
 */
@FunctionalInterface
public interface ChangeTracker<S> {

    /**
     * Adds the net row changes.
     *
     * @param before the state before the transition
     * @param after the state after it, another reference than {@code before}
     * @param into takes the changes
     */
    void changes(S before, S after, ChangeSet.Builder into);

    /**
     * Whether two states are the same to who reads them. Development checks ask it about two results of one reducer.
     *
     * @param one a state
     * @param other another one
     * @return false also where the difference is no change of a row
     */
    default boolean alike(S one, S other) {
        ChangeSet.Builder changes = ChangeSet.builder();
        changes(one, other, changes);
        return changes.build().isEmpty();
    }
}
