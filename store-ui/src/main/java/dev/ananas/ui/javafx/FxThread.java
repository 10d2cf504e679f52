package dev.ananas.ui.javafx;

import dev.ananas.ui.UiThread;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * The JavaFX application thread. Its frames are pulses: what is given to {@link #beforeFrame} runs in the next one, ahead of CSS and
 * layout, so a view is laid out once for all of it.
 *
 * <p>Making one needs no toolkit; using it does, and fails with {@link IllegalStateException} before JavaFX has started.
 */
public final class FxThread implements UiThread {
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean awaited = new AtomicBoolean();
    private @Nullable AnimationTimer pulse;

    /** The thread, with a queue of its own for the next frame. */
    public FxThread() {}

    @Override
    public boolean isCurrent() {
        return Platform.isFxApplicationThread();
    }

    @Override
    public void execute(Runnable task) {
        Platform.runLater(task);
    }

    @Override
    public void beforeFrame(Runnable task) {
        waiting.add(task);
        if (awaited.compareAndSet(false, true)) {
            Platform.runLater(this::awaitPulse);
        }
    }

    private void awaitPulse() {
        if (pulse == null) {
            pulse = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    stop();
                    runWaiting();
                }
            };
        }
        pulse.start();
    }

    /** Runs what waits now; what is added from here on belongs to the next pulse. */
    private void runWaiting() {
        awaited.set(false);
        for (int left = waiting.size(); left > 0; left--) {
            Runnable task = waiting.poll();
            if (task != null) {
                run(task);
            }
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            Thread current = Thread.currentThread();
            current.getUncaughtExceptionHandler().uncaughtException(current, e);
        }
    }

    @Override
    public String toString() {
        return "JavaFX application thread";
    }
}
