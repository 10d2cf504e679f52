package dev.ananas.orm.fuzz;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a program moves it on. */
final class SteppedClock extends Clock {
    /** In milliseconds since 1970, short of a full second. */
    static final long START = 9_700;

    private long millis = START;

    void tick(long more) {
        millis += more;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("nobody asks this clock for local times");
    }
}
