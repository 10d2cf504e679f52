package dev.ananas.store.internal.publication;

import dev.ananas.store.Store;
import java.util.function.Consumer;
import reactor.util.Loggers;

/** Passes errors without a caller to the handler of the store, never under the writer lock. */
public final class ErrorReporter {

    private final Consumer<? super Throwable> handler;
    private final WriterLock lock;
    private final PublicationQueue publications;

    public ErrorReporter(Consumer<? super Throwable> handler, WriterLock lock, PublicationQueue publications) {
        this.handler = handler;
        this.lock = lock;
        this.publications = publications;
    }

    public void report(Throwable error) {
        if (lock.isMine()) {
            publications.enqueue(() -> handle(error));
        } else {
            handle(error);
        }
    }

    private void handle(Throwable error) {
        try {
            handler.accept(error);
        } catch (Throwable broken) {
            broken.addSuppressed(error);
            Loggers.getLogger(Store.class).error("The error handler of a store failed", broken);
        }
    }
}
