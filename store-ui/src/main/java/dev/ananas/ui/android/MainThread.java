package dev.ananas.ui.android;

import android.os.Handler;
import android.os.Looper;
import android.view.Choreographer;
import dev.ananas.ui.UiThread;
import dev.ananas.ui.internal.FrameQueue;
import java.util.Objects;

/**
 * The main thread of an Android application. Its frames are those of the {@link Choreographer}: what is given to {@link #beforeFrame} runs
 * in the next one, ahead of measure and layout, so views are laid out once for all of it.
 *
 * <p>{@link #scheduler()} is the main thread for Reactor. Any thread may make one and call it.
 */
public final class MainThread implements UiThread {
    private final Looper looper;
    private final Handler handler;
    private final FrameQueue frame = new FrameQueue(this::askForFrame);

    /** The thread of the main looper, with a queue of its own for the next frame. */
    public MainThread() {
        this(Looper.getMainLooper());
    }

    /**
     * The thread of another looper, for windows that are not drawn by the main thread.
     *
     * @param looper of a thread that draws
     */
    public MainThread(Looper looper) {
        this.looper = Objects.requireNonNull(looper, "looper");
        this.handler = new Handler(looper);
    }

    @Override
    public boolean isCurrent() {
        return looper.getThread() == Thread.currentThread();
    }

    @Override
    public void execute(Runnable task) {
        handler.post(Objects.requireNonNull(task, "task"));
    }

    @Override
    public void beforeFrame(Runnable task) {
        frame.add(task);
    }

    private void askForFrame() {
        if (isCurrent()) {
            awaitFrame();
        } else {
            handler.post(this::awaitFrame);
        }
    }

    /** Each thread that draws has a choreographer of its own. */
    private void awaitFrame() {
        Choreographer.getInstance().postFrameCallback(nanos -> frame.run());
    }

    @Override
    public String toString() {
        return "looper of thread " + looper.getThread().getName();
    }
}
