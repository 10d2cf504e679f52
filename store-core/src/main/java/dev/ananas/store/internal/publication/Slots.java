package dev.ananas.store.internal.publication;

import dev.ananas.store.StoreClosedException;
import dev.ananas.store.internal.checks.DevelopmentChecks;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The open subscriptions of a store: opens and closes them under the writer lock, each exactly once.
 *
 * <p>The first value is put into the slot under the lock, together with the registration, so that no later version can
 * overtake it, and emitted after the lock is released, on the subscribing thread.
 */
public final class Slots {

    private final WriterLock lock;
    private final PublicationQueue publications;
    private final ErrorReporter errors;
    private final @Nullable DevelopmentChecks checks;
    private final Set<Slot<?>> open = new LinkedHashSet<>();
    private long subscriptions;
    private boolean closed;

    public Slots(
            WriterLock lock, PublicationQueue publications, ErrorReporter errors, @Nullable DevelopmentChecks checks) {
        this.checks = checks;
        this.lock = lock;
        this.publications = publications;
        this.errors = errors;
    }

    /** Opens a slot and emits its first value. Waits for the writer lock. */
    void open(Slot<?> slot) {
        if (checks != null) {
            slot.watch(checks.lag());
        }
        lock.exclusively(() -> register(slot));
        if (lock.isMine()) {
            slot.drain();
        } else {
            publications.emit(slot::drain);
        }
    }

    /** Closes a slot's source as soon as the writer lock is free. Does not wait. */
    void close(Slot<?> slot) {
        lock.later(() -> forget(slot));
    }

    void fail(Slot<?> slot, Throwable error) {
        publications.enqueue(() -> slot.end(error));
        close(slot);
    }

    void complete(Slot<?> slot) {
        publications.enqueue(() -> slot.end(null));
        close(slot);
    }

    void report(Throwable error) {
        errors.report(error);
    }

    /** Completes all, after what is enqueued. Under the writer lock. */
    public void closeAll() {
        closed = true;
        List<Slot<?>> all = new ArrayList<>(open);
        all.forEach(this::forget);
        publications.enqueue(() -> all.forEach(slot -> slot.end(null)));
    }

    private void register(Slot<?> slot) {
        if (slot.isOver()) {
            return;
        }
        try {
            if (closed) {
                throw new StoreClosedException("A subscription");
            }
            slot.open(++subscriptions);
            open.add(slot);
        } catch (Throwable e) {
            slot.endWith(e);
        }
    }

    private void forget(Slot<?> slot) {
        if (open.remove(slot)) {
            try {
                slot.close();
            } catch (Throwable e) {
                errors.report(e);
            }
        }
    }
}
