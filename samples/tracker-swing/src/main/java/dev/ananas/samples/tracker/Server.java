package dev.ananas.samples.tracker;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** A server somewhere: it takes its time, and while it is out of order it refuses everything. */
public final class Server {
    private final Duration delay;
    private final Scheduler scheduler;
    private final AtomicBoolean failing = new AtomicBoolean();

    /**
     * A server that works.
     *
     * @param delay how long an answer takes
     * @param scheduler measures the time
     */
    public Server(Duration delay, Scheduler scheduler) {
        this.delay = delay;
        this.scheduler = scheduler;
    }

    /** From now on it refuses what it has not answered yet, or works again. */
    public void setFailing(boolean fails) {
        failing.set(fails);
    }

    /** Whether it refuses everything. */
    public boolean isFailing() {
        return failing.get();
    }

    /** Tells the server what was done; completes when it agrees. */
    public Mono<Void> confirm(String what) {
        return Mono.delay(delay, scheduler)
                .flatMap(over -> failing.get()
                        ? Mono.error(new IllegalStateException("The server refused \u201c" + what + "\u201d."))
                        : Mono.empty());
    }
}
