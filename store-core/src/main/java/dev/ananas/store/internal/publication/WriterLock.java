package dev.ananas.store.internal.publication;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one lock of a store. Whoever leaves it publishes what was enqueued under it.
 *
 * <p>Chores are work that needs the lock but must not wait for it, such as a cancellation on a UI thread while a long
 * transaction runs. Who adds a chore tries the lock; if somebody holds it, the holder does the chore on leaving. The
 * holder looks again after unlocking, so a chore added between its last look and the unlocking is not lost. Chores run
 * only on leaving for good, never in the midst of settling.
 */
public final class WriterLock {

    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Runnable> chores = new ConcurrentLinkedQueue<>();
    private final PublicationQueue publications;

    public WriterLock(PublicationQueue publications) {
        this.publications = publications;
    }

    public boolean isMine() {
        return lock.isHeldByCurrentThread();
    }

    /** Whether the current thread entered the lock more than once. */
    public boolean isNested() {
        return lock.getHoldCount() > 1;
    }

    public <T extends @Nullable Object> T exclusively(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            leave();
        }
    }

    public void exclusively(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            leave();
        }
    }

    /** Does a chore, which must not throw, under the lock: now if the lock is free, else when its holder leaves it. */
    public void later(Runnable chore) {
        chores.add(chore);
        if (!isMine()) {
            finish();
        }
    }

    private void leave() {
        if (isNested()) {
            lock.unlock();
            return;
        }
        runChores();
        lock.unlock();
        finish();
    }

    private void finish() {
        while (!chores.isEmpty() && lock.tryLock()) {
            try {
                runChores();
            } finally {
                lock.unlock();
            }
        }
        publications.drain();
    }

    private void runChores() {
        for (Runnable next = chores.poll(); next != null; next = chores.poll()) {
            next.run();
        }
    }
}
