package dev.ananas.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import reactor.test.scheduler.VirtualTimeScheduler;

/**
 * Time that passes when it is told: delays, timeouts and lingering of Reactor's schedulers, and a clock beside them.
 *
 * <p>Reactor has one set of schedulers for all threads, so only one test at a time can have virtual time. {@link TestStore#close} ends it.
 */
public final class VirtualTime {
    private final VirtualTimeScheduler scheduler;

    private VirtualTime(VirtualTimeScheduler scheduler) {
        this.scheduler = scheduler;
    }

    static VirtualTime begin() {
        return new VirtualTime(VirtualTimeScheduler.set(VirtualTimeScheduler.create()));
    }

    static void end() {
        VirtualTimeScheduler.reset();
    }

    /** Lets time pass, and runs on this thread what is due. */
    public void pass(Duration time) {
        scheduler.advanceTimeBy(time);
    }

    /** A clock that tells virtual time, from 1970 on, in UTC. */
    public Clock clock() {
        return new VirtualClock(scheduler, ZoneOffset.UTC);
    }

    private static final class VirtualClock extends Clock {
        private final VirtualTimeScheduler scheduler;
        private final ZoneId zone;

        VirtualClock(VirtualTimeScheduler scheduler, ZoneId zone) {
            this.scheduler = scheduler;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new VirtualClock(scheduler, other);
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(scheduler.now(TimeUnit.MILLISECONDS));
        }
    }
}
