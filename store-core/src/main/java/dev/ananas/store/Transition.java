package dev.ananas.store;

import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * One commit.
 *
 * @param version the version of {@code after}; versions count up by one
 * @param action what was reduced; a {@link Transaction} if there were several actions
 * @param before the tree before, with every slice the store used until this commit
 * @param after the tree after, another reference than {@code before}
 * @param changes the net row changes of the slices that track them
 */
public record Transition(long version, Action action, StateTree before, StateTree after, ChangeSet changes) {

    public Transition {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(changes, "changes");
    }

    /** The names of the slices whose state changed, in the order of first use. */
    public List<String> changedSlices() {
        return Collections.unmodifiableList(after.changedSince(before));
    }

    @Override
    public String toString() {
        return "Transition[" + version + " " + action.name() + ", " + after.changedSince(before) + " changed, "
                + changes.size() + " row changes]";
    }
}
