package dev.ananas.test;

import dev.ananas.store.Action;
import java.util.Objects;

/**
 * An action that was dispatched, also one that failed.
 *
 * @param action the action
 * @param stubbed whether a stub took the place of the reducers
 */
public record RecordedAction(Action action, boolean stubbed) {

    public RecordedAction {
        Objects.requireNonNull(action, "action");
    }

    @Override
    public String toString() {
        return action + (stubbed ? " (stubbed)" : "");
    }
}
