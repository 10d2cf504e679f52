package dev.ananas.ui;

import reactor.core.scheduler.Scheduler;

/**
 * The thread of a toolkit that alone may touch what is on screen. One small implementation per toolkit; any thread may call.
 */
public interface UiThread {

    /** Whether the caller is on that thread. */
    boolean isCurrent();

    /**
     * Runs a task on the thread, behind what was given to it before; never within this call.
     *
     * @param task what to run
     */
    void execute(Runnable task);

    /**
     * Runs a task on the thread before the next frame is drawn, behind what was given to this method before; never within this
     * call. Where a toolkit does not tell when it draws, the same as {@link #execute}.
     *
     * @param task what to run
     */
    default void beforeFrame(Runnable task) {
        execute(task);
    }

    /**
     * The thread as a Reactor scheduler, for {@code publishOn}. A task that is scheduled from the thread itself is queued like any
     * other, so that tasks run in the order in which they were scheduled; delays are measured by {@code Schedulers.parallel()}.
     *
     * @return a new scheduler; disposed, it drops what waits and refuses what comes, and the thread goes on
     */
    default Scheduler scheduler() {
        return new UiScheduler(this);
    }
}
