package dev.ananas.store;

import java.io.Serial;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An action that failed: its reducer, a middleware or a change tracker threw. The state is what it was before. */
public class ActionFailedException extends StoreException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Action action;

    /** A failed action and why it failed. */
    public ActionFailedException(Action action, Throwable cause) {
        super("Action \"" + action.name() + "\" failed: " + describe(cause), Objects.requireNonNull(cause, "cause"));
        this.action = action;
    }

    /** The action that failed, null only after deserialization. */
    public @Nullable Action action() {
        return action;
    }
}
