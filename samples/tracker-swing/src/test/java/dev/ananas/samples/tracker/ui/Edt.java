package dev.ananas.samples.tracker.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The event dispatch thread as a place to ask and to wait for. */
final class Edt {

    private Edt() {}

    static <T> T onEdt(Supplier<T> task) {
        AtomicReference<T> result = new AtomicReference<>();
        try {
            EventQueue.invokeAndWait(() -> result.set(task.get()));
        } catch (InterruptedException | InvocationTargetException e) {
            throw new AssertionError(e);
        }
        return result.get();
    }

    static void await(BooleanSupplier condition) {
        await("what was waited for", condition);
    }

    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (!onEdt(condition::getAsBoolean)) {
            assertThat(System.nanoTime()).as("not within 30 s: %s", what).isLessThan(deadline);
            LockSupport.parkNanos(2_000_000);
        }
    }
}
