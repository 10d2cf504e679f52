package dev.ananas.store.internal.publication;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What subscribers shall receive, in version order, and the loop that hands it out.
 *
 * <p>Emissions are enqueued under the writer lock, so their order is the order of versions, and run after the lock is
 * released. {@code wip} counts those who asked for the loop: whoever raises it from 0 runs it, everybody else returns
 * at once, also a subscriber that writes from inside {@code onNext}. Its emissions follow when every subscriber got the
 * running one. So no writer waits for subscribers, and all subscribers see all versions in one order.
 *
 * <p>Why not a sink of Reactor: {@code multicast().directBestEffort()} emits on the caller's stack; a subscriber that
 * writes 2 and 3 from inside 1 makes those behind it see 3, 2, 1. {@code replay().latest()} does not conflate for an
 * attached subscriber without demand: it delivers the whole history later. Both decide per sink; the order here must
 * hold across all streams of a store, and the initial value must fit the version a subscriber joined at.
 *
 * <p>Nothing enqueued may throw: an emission that fails is the matter of its {@link Slot}.
 */
public final class PublicationQueue {

    private final Queue<Runnable> emissions = new ConcurrentLinkedQueue<>();
    private final AtomicInteger wip = new AtomicInteger();

    public void enqueue(Runnable emission) {
        emissions.add(emission);
    }

    /** Runs what is enqueued unless somebody does. */
    void drain() {
        if (!emissions.isEmpty() && wip.getAndIncrement() == 0) {
            run();
        }
    }

    /**
     * Runs an emission as if it had been enqueued, but here and now: what it causes to be enqueued follows it. If a
     * publication is running, the emission just runs, beside it or inside it.
     */
    void emit(Runnable emission) {
        if (wip.compareAndSet(0, 1)) {
            emission.run();
            run();
        } else {
            emission.run();
        }
    }

    private void run() {
        int missed = wip.get();
        do {
            for (Runnable next = emissions.poll(); next != null; next = emissions.poll()) {
                next.run();
            }
            missed = wip.addAndGet(-missed);
        } while (missed != 0);
    }
}
