package dev.ananas.store;

import org.jspecify.annotations.Nullable;

/** How a running transaction is to be recorded, and where its step ended up. Guarded by the writer lock. */
final class Recording {

    private final Step step;
    private final boolean optimistic;
    private @Nullable LogEntry entry;

    Recording(Step step, boolean optimistic) {
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
    @Nullable
    LogEntry entry() {
        return entry;
    }
}
