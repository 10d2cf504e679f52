package dev.ananas.samples.android;

import static org.robolectric.Shadows.shadowOf;

import android.os.Looper;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Turns of the main looper while other threads work. */
public final class Turns {
    private Turns() {}

    /** Lets the looper run, frame by frame, until a condition holds. */
    public static void until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not come true in a minute: " + what);
            }
            LockSupport.parkNanos(1_000_000);
            frame();
        }
    }

    /** Lets the looper run what waits, and draw. */
    public static void frame() {
        shadowOf(Looper.getMainLooper()).idleFor(Duration.ofMillis(16));
    }
}
