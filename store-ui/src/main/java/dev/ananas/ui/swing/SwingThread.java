package dev.ananas.ui.swing;

import dev.ananas.ui.UiThread;
import java.awt.EventQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.Timer;

/**
 * The event dispatch thread. Swing has no frames of its own, so this counts them: what is given to {@link #beforeFrame} runs together,
 * at once if the last time is {@value #FRAME_MILLIS} milliseconds ago or more, else when it is.
 *
 * <p>Needs no display.
 */
public final class SwingThread implements UiThread {
    /** Time between two frames at 60 a second. */
    static final int FRAME_MILLIS = 16;

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean awaited = new AtomicBoolean();
    private long lastFrame = System.nanoTime() - FRAME_MILLIS * 1_000_000L;

    /** The thread, with a queue of its own for the next frame. */
    public SwingThread() {}

    @Override
    public boolean isCurrent() {
        return EventQueue.isDispatchThread();
    }

    @Override
    public void execute(Runnable task) {
        EventQueue.invokeLater(task);
    }

    @Override
    public void beforeFrame(Runnable task) {
        waiting.add(task);
        if (awaited.compareAndSet(false, true)) {
            EventQueue.invokeLater(this::awaitFrame);
        }
    }

    private void awaitFrame() {
        long left = FRAME_MILLIS - (System.nanoTime() - lastFrame) / 1_000_000;
        if (left <= 0) {
            runWaiting();
        } else {
            Timer timer = new Timer((int) left, event -> runWaiting());
            timer.setRepeats(false);
            timer.start();
        }
    }

    /** Runs what waits now; what is added from here on belongs to the next frame. */
    private void runWaiting() {
        lastFrame = System.nanoTime();
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
        return "event dispatch thread";
    }
}
