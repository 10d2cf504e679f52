package dev.ananas.samples.atlas;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.junit.jupiter.api.Assumptions;

/** JavaFX for tests: started once, and its thread as a place to call. */
final class FxToolkit {
    private static boolean started;

    private FxToolkit() {}

    /** Skips the test, and says so, where JavaFX cannot start. */
    static synchronized void start() {
        if (started) {
            return;
        }
        CountDownLatch running = new CountDownLatch(1);
        try {
            Platform.startup(running::countDown);
            if (!running.await(30, TimeUnit.SECONDS)) {
                Assumptions.abort("SKIPPED: JavaFX did not start within 30 seconds");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } catch (RuntimeException | LinkageError e) {
            Assumptions.abort("SKIPPED: JavaFX cannot start on this machine, neither headless nor on a display: " + e);
        }
        Platform.setImplicitExit(false);
        started = true;
    }

    static void run(Runnable action) {
        call(() -> {
            action.run();
            return true;
        });
    }

    static <T> T call(Callable<T> question) {
        FutureTask<T> task = new FutureTask<>(question);
        Platform.runLater(task);
        try {
            return task.get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Waits for frames until something holds on the JavaFX thread, and for two more, so that it is laid out. */
    static void await(String what, BooleanSupplier condition) {
        CountDownLatch frames = new CountDownLatch(3);
        AnimationTimer timer = call(() -> {
            AnimationTimer made = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (condition.getAsBoolean()) {
                        frames.countDown();
                    }
                }
            };
            made.start();
            return made;
        });
        try {
            if (!frames.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("Not within a minute: " + what);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            run(timer::stop);
        }
    }
}
