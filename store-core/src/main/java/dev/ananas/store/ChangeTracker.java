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
}
