package dev.ananas.store;

import java.util.Objects;

/**
 * What one transition changed in one slice.
 *
 * @param <S> the state of the slice
 * @param version the version of {@code after}
 * @param action what was reduced; a {@link Transaction} if there were several actions
 * @param before the state before
 * @param after the state after, another reference than {@code before}
 * @param changes the net row changes of this slice; none unless its definition tracks them
 */
public record SliceChange<S>(long version, Action action, S before, S after, ChangeSet changes) {

    public SliceChange {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(changes, "changes");
    }
}
