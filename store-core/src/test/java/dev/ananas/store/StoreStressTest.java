package dev.ananas.store;

import static dev.ananas.store.TestSlices.COUNTER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.store.TestSlices.Add;
import dev.ananas.store.TestSlices.Counter;
import dev.ananas.store.TestSlices.Recorder;
import dev.ananas.store.spi.LiveSlot;
import dev.ananas.store.spi.LiveSource;
import dev.ananas.store.spi.Publication;
import dev.ananas.store.spi.Settler;
import dev.ananas.store.spi.StoreKernel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class StoreStressTest {

    private static final int WRITERS = 4;
    private static final int SUBSCRIBERS = 6;
    private static final int WRITES = 2_000;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Store store = Store.create();
    private final Slice<Counter> counter = store.use(COUNTER);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** Notices calls that overlap. */
    private static final class Strict<T> extends Recorder<T> {

        private final AtomicInteger inside = new AtomicInteger();
        volatile boolean overlapped;

        @Override
        protected void hookOnNext(T value) {
            if (inside.getAndIncrement() != 0) {
                overlapped = true;
            }
            super.hookOnNext(value);
            inside.decrementAndGet();
        }
    }

    @Test
    void manyWritersAndSubscribersAgree() throws Exception {
        CyclicBarrier start = new CyclicBarrier(WRITERS + SUBSCRIBERS);
        List<Strict<Versioned<Counter>>> early = new ArrayList<>();
        List<Strict<Versioned<Counter>>> late = Collections.synchronizedList(new ArrayList<>());
        Strict<Transition> transitions = new Strict<>();
        store.transitions().subscribe(transitions);
        transitions.requestUnbounded();
        for (int i = 0; i < SUBSCRIBERS; i++) {
            early.add(subscribe());
        }
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            running.add(run(start, () -> {
                for (int n = 0; n < WRITES; n++) {
                    if (n % 10 == 0) {
                        store.transaction("pair", () -> counter.dispatch(new Add(1)));
                    } else {
                        counter.dispatch(new Add(1));
                    }
                }
            }));
        }
        for (int i = 0; i < SUBSCRIBERS; i++) {
            running.add(run(start, () -> {
                for (int n = 0; n < 50; n++) {
                    subscribe().cancel();
                    late.add(subscribe());
                }
            }));
        }
        CompletableFuture.allOf(running.toArray(new CompletableFuture<?>[0])).get(60, TimeUnit.SECONDS);

        int total = WRITERS * WRITES;
        assertThat(counter.state()).isEqualTo(new Counter(total));
        assertThat(store.version()).isEqualTo(total);
        store.close();
        early.forEach(subscriber -> assertSound(subscriber, total));
        assertThat(late).hasSize(SUBSCRIBERS * 50).allSatisfy(subscriber -> assertSound(subscriber, total));
        assertThat(early).allSatisfy(subscriber -> assertThat(subscriber.values).hasSize(total + 1));
        assertThat(transitions.overlapped).isFalse();
        assertThat(transitions.values).hasSize(total);
        for (int i = 0; i < total; i++) {
            assertThat(transitions.values.get(i).version()).isEqualTo(i + 1);
        }
    }

    /** Counts what is opened and closed. */
    private static final class Counting implements Settler, LiveSource<Counter> {

        private final Set<LiveSlot<Counter>> open = new HashSet<>();
        private int opened;
        private int closed;

        @Override
        public Counter open(LiveSlot<Counter> slot) {
            opened++;
            open.add(slot);
            return new Counter(0);
        }

        @Override
        public void close(LiveSlot<Counter> slot) {
            closed++;
            open.remove(slot);
        }

        @Override
        public void settle(Transition transition, Publication publication) {
            Counter now = transition.after().get(COUNTER);
            for (LiveSlot<Counter> slot : open) {
                if (now.count() == 100 && slot.hashCode() % 4 == 0) {
                    slot.fail(new IllegalStateException("some fail"));
                } else {
                    publication.add(slot, now);
                }
            }
        }

        @Override
        public void close() {}
    }

    @RepeatedTest(20)
    void everySlotIsClosedOnceHoweverItEnds() throws Exception {
        StoreKernel kernel = StoreKernel.of(store);
        Counting source = new Counting();
        kernel.attach(source);
        List<Strict<Counter>> subscribers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            subscribers.add(subscribe(kernel.flux(source)));
        }
        CyclicBarrier start = new CyclicBarrier(3);
        CompletableFuture<Void> writer = run(start, () -> {
            for (int n = 0; n < 200; n++) {
                counter.dispatch(new Add(1));
            }
        });
        CompletableFuture<Void> canceller =
                run(start, () -> subscribers.stream().limit(50).forEach(Recorder::cancel));
        CompletableFuture<Void> comer = run(start, () -> {
            for (int n = 0; n < 50; n++) {
                subscribe(kernel.flux(source)).cancel();
            }
        });
        CompletableFuture.allOf(writer, canceller, comer).get(60, TimeUnit.SECONDS);
        store.close();
        assertThat(source.opened).isEqualTo(150);
        assertThat(source.closed).isEqualTo(150);
        assertThat(source.open).isEmpty();
        assertThat(subscribers.subList(50, 100))
                .allSatisfy(
                        each -> assertThat(each.completed ^ each.error != null).isTrue());
    }

    private static <T> Strict<T> subscribe(Flux<T> values) {
        Strict<T> subscriber = new Strict<>();
        values.subscribe(subscriber);
        subscriber.requestUnbounded();
        return subscriber;
    }

    private Strict<Versioned<Counter>> subscribe() {
        return subscribe(store.versions(COUNTER.state()));
    }

    private CompletableFuture<Void> run(CyclicBarrier start, Runnable work) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        start.await(30, TimeUnit.SECONDS);
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                    work.run();
                },
                threads);
    }

    private static void assertSound(Strict<Versioned<Counter>> subscriber, int total) {
        assertThat(subscriber.overlapped).isFalse();
        assertThat(subscriber.completed).isTrue();
        long before = -1;
        for (Versioned<Counter> value : subscriber.values) {
            assertThat(value.version()).isGreaterThan(before);
            assertThat(value.value().count()).isEqualTo((int) value.version());
            before = value.version();
        }
        assertThat(before).isEqualTo(total);
    }
}
