package dev.ananas.store.internal.publication;

import dev.ananas.store.spi.LiveSlot;
import dev.ananas.store.spi.LiveSource;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/** What the place of one subscriber guarantees when publication, demand and cancellation meet on several threads. */
final class SlotStress {
    private SlotStress() {}

    /** A source without a first value. */
    private static final class Silent implements LiveSource<Integer> {
        @Override
        public Integer open(LiveSlot<Integer> slot) {
            return null;
        }

        @Override
        public void close(LiveSlot<Integer> slot) {}
    }

    /** Plain fields: only the slot keeps its calls apart. */
    private static final class Plain implements CoreSubscriber<Integer> {
        int calls;
        int last;
        int inside;
        int overlaps;

        @Override
        public void onSubscribe(Subscription subscription) {}

        @Override
        public void onNext(Integer value) {
            overlaps += inside;
            inside = 1;
            calls++;
            last = value;
            inside = 0;
        }

        @Override
        public void onError(Throwable error) {}

        @Override
        public void onComplete() {}
    }

    /** A slot with its subscriber and the store around it. */
    abstract static class Setting {
        final Plain subscriber = new Plain();
        final PublicationQueue queue = new PublicationQueue();
        final WriterLock lock = new WriterLock(queue);
        final ErrorReporter errors = new ErrorReporter(error -> {}, lock, queue);
        final Slots slots = new Slots(lock, queue, errors, null);
        final LatestSlot<Integer> slot = new LatestSlot<>(subscriber, new Silent(), slots);

        Setting() {
            slots.open(slot);
        }

        void publish(int value) {
            slot.offer(value);
            slot.drain();
        }
    }

    /** Demand that comes while a value is published: the value is delivered once. */
    @JCStressTest
    @Outcome(id = "1, 7, 0", expect = Expect.ACCEPTABLE, desc = "delivered once")
    @Outcome(expect = Expect.FORBIDDEN, desc = "lost or delivered twice")
    @State
    public static class DemandMeetsValue extends Setting {
        @Actor
        public void publisher() {
            publish(7);
        }

        @Actor
        public void requester() {
            slot.request(1);
        }

        @Arbiter
        public void seen(III_Result result) {
            result.r1 = subscriber.calls;
            result.r2 = subscriber.last;
            result.r3 = subscriber.overlaps;
        }
    }

    /** Demand for two that comes while two values are published: the latest arrives last, and calls do not overlap. */
    @JCStressTest
    @Outcome(id = "1, 2, 0", expect = Expect.ACCEPTABLE, desc = "the first was replaced")
    @Outcome(id = "2, 2, 0", expect = Expect.ACCEPTABLE, desc = "both in order")
    @Outcome(expect = Expect.FORBIDDEN, desc = "the latest is missing, out of order or told at the same time")
    @State
    public static class TheLatestArrives extends Setting {
        @Actor
        public void publisher() {
            publish(1);
            publish(2);
        }

        @Actor
        public void requester() {
            slot.request(1);
            slot.request(1);
        }

        @Arbiter
        public void seen(III_Result result) {
            result.r1 = subscriber.calls;
            result.r2 = subscriber.last;
            result.r3 = subscriber.overlaps;
        }
    }

    /** Cancellation that meets a publication: nothing is kept, and nothing is told afterwards. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "cancelled first")
    @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "told first")
    @Outcome(expect = Expect.FORBIDDEN, desc = "told twice, or a value is kept")
    @State
    public static class CancellationMeetsValue extends Setting {
        public CancellationMeetsValue() {
            slot.request(Long.MAX_VALUE);
        }

        @Actor
        public void publisher() {
            publish(1);
        }

        @Actor
        public void canceller() {
            slot.cancel();
        }

        @Arbiter
        public void seen(II_Result result) {
            int before = subscriber.calls;
            publish(2);
            result.r1 = before;
            result.r2 = subscriber.calls - before + (slot.isEmpty() ? 0 : 10);
        }
    }
}
