package dev.ananas.orm.query;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What subscribers report: emissions, counted, and failures, kept. Any thread. */
final class SoakEvents {
    private final AtomicLong emissions = new AtomicLong();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    void emitted() {
        emissions.incrementAndGet();
    }

    void failed(Throwable failure) {
        failures.add(failure);
    }

    long emissions() {
        return emissions.get();
    }

    Queue<Throwable> failures() {
        return failures;
    }
}
