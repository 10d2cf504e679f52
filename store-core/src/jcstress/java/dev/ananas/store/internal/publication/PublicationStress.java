package dev.ananas.store.internal.publication;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** What the queue of emissions and the lock that drains it guarantee to writers on several threads. */
final class PublicationStress {
    private PublicationStress() {}

    /** Two writers that enqueue and drain: each emission runs, and none beside another. */
    @JCStressTest
    @Outcome(id = "2, 0", expect = Expect.ACCEPTABLE, desc = "both ran, one after the other")
    @Outcome(expect = Expect.FORBIDDEN, desc = "one was lost, or both ran at once")
    @State
    public static class EmissionsRunOneByOne {
        private final PublicationQueue queue = new PublicationQueue();
        private int ran;
        private int inside;
        private int overlaps;

        private void emission() {
            overlaps += inside;
            inside = 1;
            ran++;
            inside = 0;
        }

        @Actor
        public void one() {
            queue.enqueue(this::emission);
            queue.drain();
        }

        @Actor
        public void other() {
            queue.enqueue(this::emission);
            queue.drain();
        }

        @Arbiter
        public void seen(II_Result result) {
            result.r1 = ran;
            result.r2 = overlaps;
        }
    }

    /** A subscription that tells its first value while a writer drains: what the writer enqueued runs all the same. */
    @JCStressTest
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "both ran")
    @Outcome(expect = Expect.FORBIDDEN, desc = "one was lost or ran twice")
    @State
    public static class FirstValuesDoNotStopEmissions {
        private final PublicationQueue queue = new PublicationQueue();
        private final AtomicInteger first = new AtomicInteger();
        private final AtomicInteger later = new AtomicInteger();

        @Actor
        public void subscriber() {
            queue.emit(first::incrementAndGet);
        }

        @Actor
        public void writer() {
            queue.enqueue(later::incrementAndGet);
            queue.drain();
        }

        @Arbiter
        public void seen(II_Result result) {
            result.r1 = first.get();
            result.r2 = later.get();
        }
    }

    /** A chore that is added while a writer leaves the lock is done by one of them. */
    @JCStressTest
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "the write and the chore are done")
    @Outcome(expect = Expect.FORBIDDEN, desc = "the chore was left")
    @State
    public static class ChoresAreNotLost {
        private final WriterLock lock = new WriterLock(new PublicationQueue());
        private int written;
        private int done;

        @Actor
        public void writer() {
            lock.exclusively(() -> {
                written++;
            });
        }

        @Actor
        public void canceller() {
            lock.later(() -> done++);
        }

        @Arbiter
        public void seen(II_Result result) {
            result.r1 = written;
            result.r2 = done;
        }
    }
}
