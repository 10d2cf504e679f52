package dev.ananas.ui.internal;

import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What waits for the next frame of a toolkit. The toolkit is asked for a frame once, by whoever adds the first task, and runs all of
 * them together when the frame is there.
 */
public final class FrameQueue {
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Runnable askForFrame;

    /**
     * An empty queue.
     *
     * @param askForFrame leads to one call of {@link #run} on the UI thread, after it returned; called by any thread
     */
    public FrameQueue(Runnable askForFrame) {
        this.askForFrame = Objects.requireNonNull(askForFrame, "askForFrame");
    }

    /**
     * Adds a task behind those that wait. Any thread may call.
     *
     * @param task what to run in the next frame
     */
    public void add(Runnable task) {
        waiting.add(Objects.requireNonNull(task, "task"));
        if (asked.compareAndSet(false, true)) {
            askForFrame.run();
        }
    }

    /**
     * Runs what waits now, on the UI thread; what is added from here on belongs to the next frame. An error of one task goes to the
     * uncaught exception handler of the thread, and is no reason to lose the others.
     */
    public void run() {
        asked.set(false);
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
}
