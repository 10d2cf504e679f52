package dev.ananas.store.internal.action;

import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.Disposable;

/** Takes something back, once. */
public final class Undoing implements Disposable {

    private final Runnable undo;
    private final AtomicBoolean done = new AtomicBoolean();

    public Undoing(Runnable undo) {
        this.undo = undo;
    }

    @Override
    public void dispose() {
        if (done.compareAndSet(false, true)) {
            undo.run();
        }
    }

    @Override
    public boolean isDisposed() {
        return done.get();
    }
}
