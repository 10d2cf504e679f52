package dev.ananas.ui;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** A UI thread that stands still until the test runs what it was given: on the thread of the test. */
public final class ManualThread implements UiThread {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final Queue<Runnable> frames = new ArrayDeque<>();
    private Thread current = Thread.currentThread();

    @Override
    public boolean isCurrent() {
        return Thread.currentThread() == current;
    }

    @Override
    public void execute(Runnable task) {
        give(tasks, task);
    }

    @Override
    public void beforeFrame(Runnable task) {
        give(frames, task);
    }

    private void give(Queue<Runnable> queue, Runnable task) {
        lock.lock();
        try {
            queue.add(task);
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Runs everything that waits for a frame, and the tasks, without waiting for more. */
    public int frame() {
        current = Thread.currentThread();
        int run = drain(frames);
        return run + drain(tasks);
    }

    /** Waits until something is there, then runs it. */
    public void awaitFrame() {
        awaitPending();
        frame();
    }

    /** Waits until something is there. */
    public void awaitPending() {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(120);
            while (frames.isEmpty() && tasks.isEmpty()) {
                if (left <= 0) {
                    throw new AssertionError("nothing came for the UI thread in two minutes");
                }
                left = arrived.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            lock.unlock();
        }
    }

    /** Runs frames until a condition holds. */
    public void awaitUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            awaitFrame();
        }
    }

    /** How many tasks wait. */
    public int waiting() {
        lock.lock();
        try {
            return frames.size() + tasks.size();
        } finally {
            lock.unlock();
        }
    }

    private int drain(Queue<Runnable> queue) {
        int run = 0;
        for (Runnable task = poll(queue); task != null; task = poll(queue)) {
            task.run();
            run++;
        }
        return run;
    }

    private Runnable poll(Queue<Runnable> queue) {
        lock.lock();
        try {
            return queue.poll();
        } finally {
            lock.unlock();
        }
    }
}
