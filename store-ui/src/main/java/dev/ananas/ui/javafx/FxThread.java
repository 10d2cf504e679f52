package dev.ananas.ui.javafx;

import dev.ananas.ui.UiThread;
import dev.ananas.ui.internal.FrameQueue;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * The JavaFX application thread. Its frames are pulses: what is given to {@link #beforeFrame} runs in the next one, ahead of CSS and
 * layout, so a view is laid out once for all of it. Right after a pulse that ran something the next ones are left to the user: under
 * load every second pulse takes what has come, or fewer if that takes more than an eighth of the time, since laying out a table costs the
 * same for one change as for many.
 *
 * <p>Making one needs no toolkit; using it does, and fails with {@link IllegalStateException} before JavaFX has started.
 */
public final class FxThread implements UiThread {
    /** Nanoseconds between two frames that change something: more than one pulse of 60 Hz, less than two. */
    private static final long SHORTEST_PAUSE = 25_000_000;

    /** What was run takes no more than this part of the time: the layout that follows takes as much again. */
    private static final int SHARE = 8;

    /** Nanoseconds that views wait at the most: a machine that slept, or a debugger that held the thread, is no load. */
    private static final long LONGEST_PAUSE = 250_000_000;

    private final FrameQueue frame = new FrameQueue(() -> Platform.runLater(this::awaitPulse));
    private @Nullable AnimationTimer pulse;
    private long next;

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
        frame.add(task);
    }

    private void awaitPulse() {
        if (pulse == null) {
            pulse = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (now >= next) {
                        stop();
                        long start = System.nanoTime();
                        frame.run();
                        next = now + pauseAfter(System.nanoTime() - start);
                    }
                }
            };
        }
        pulse.start();
    }

    /** How long the pulses after one that ran something are left to the user, by the nanoseconds that it took. */
    static long pauseAfter(long taken) {
        return Math.min(LONGEST_PAUSE, Math.max(SHORTEST_PAUSE, SHARE * taken));
    }

    @Override
    public String toString() {
        return "JavaFX application thread";
    }
}
