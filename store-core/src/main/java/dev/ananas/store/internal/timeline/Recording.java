package dev.ananas.store.internal.timeline;

import dev.ananas.store.Step;
import org.jspecify.annotations.Nullable;

/** How a running transaction is to be recorded, and where its step ended up. Guarded by the writer lock. */
public final class Recording {

    private final Step step;
    private final boolean optimistic;
    private @Nullable LogEntry entry;

    public Recording(Step step, boolean optimistic) {
        this.step = step;
        this.optimistic = optimistic;
    }

    Step step() {
        return step;
    }

    boolean isOptimistic() {
        return optimistic;
    }

    void recorded(LogEntry made) {
        entry = made;
        made.setInFlight(optimistic);
    }

    /** The step; null if nothing changed. */
    public @Nullable LogEntry entry() {
        return entry;
    }
}
