package dev.ananas.ui.javafx;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts JavaFX once, headless unless the build says otherwise; a test class that needs it is skipped where it cannot start. */
public final class FxToolkit implements BeforeAllCallback {
    private static boolean started;

    @Override
    public void beforeAll(ExtensionContext context) {
        start();
    }

    public static synchronized void start() {
        if (started) {
            return;
        }
        CountDownLatch latch = new CountDownLatch(1);
        try {
            Platform.startup(latch::countDown);
            if (!latch.await(30, TimeUnit.SECONDS)) {
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

    /** Runs something on the JavaFX thread and waits for it. */
    public static void run(Runnable action) {
        call(() -> {
            action.run();
            return null;
        });
    }

    /** Asks something on the JavaFX thread. */
    public static <T> T call(Callable<T> question) {
        FutureTask<T> task = new FutureTask<>(question);
        Platform.runLater(task);
        try {
            return task.get(120, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new AssertionError(e.getCause());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Waits for pulses until something holds on the JavaFX thread; then for one more, so that it is laid out. */
    public static void await(BooleanSupplier condition) {
        CountDownLatch holds = new CountDownLatch(2);
        run(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (holds.getCount() < 2 || condition.getAsBoolean()) {
                    holds.countDown();
                    if (holds.getCount() == 0) {
                        stop();
                    }
                }
            }
        }.start());
        try {
            if (!holds.await(120, TimeUnit.SECONDS)) {
                throw new AssertionError("did not hold within two minutes");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        run(() -> {});
    }
}
