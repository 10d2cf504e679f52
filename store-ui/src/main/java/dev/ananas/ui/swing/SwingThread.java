package dev.ananas.ui.swing;

import dev.ananas.ui.UiThread;
import dev.ananas.ui.internal.FrameQueue;
import java.awt.EventQueue;
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

    private final FrameQueue frame = new FrameQueue(() -> EventQueue.invokeLater(this::awaitFrame));
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
        frame.add(task);
    }

    private void awaitFrame() {
        long left = FRAME_MILLIS - (System.nanoTime() - lastFrame) / 1_000_000;
        if (left <= 0) {
            runFrame();
        } else {
            Timer timer = new Timer((int) left, event -> runFrame());
            timer.setRepeats(false);
            timer.start();
        }
    }

    private void runFrame() {
        lastFrame = System.nanoTime();
        frame.run();
    }

    @Override
    public String toString() {
        return "event dispatch thread";
    }
}
