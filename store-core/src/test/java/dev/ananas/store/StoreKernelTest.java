package dev.ananas.store;

import static dev.ananas.store.TestSlices.COUNTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.store.TestSlices.Add;
import dev.ananas.store.TestSlices.Counter;
import dev.ananas.store.TestSlices.Recorder;
import dev.ananas.store.spi.LiveSlot;
import dev.ananas.store.spi.LiveSource;
import dev.ananas.store.spi.Publication;
import dev.ananas.store.spi.Settler;
import dev.ananas.store.spi.StoreKernel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Scheduler;
import reactor.test.scheduler.VirtualTimeScheduler;

class StoreKernelTest {

    private final List<Throwable> reported = new ArrayList<>();
    private final Store store = Store.builder().onSubscriberError(reported::add).build();
    private final Slice<Counter> counter = store.use(COUNTER);
    private final StoreKernel kernel = StoreKernel.of(store);
    private final Recording live = new Recording();

    /** Publishes the count; tells what it is asked. */
    static class Recording implements Settler, LiveSource<String> {

        final List<String> log = new ArrayList<>();
        final List<LiveSlot<String>> slots = new ArrayList<>();

        @Override
        public String open(LiveSlot<String> slot) {
            log.add("open");
            slots.add(slot);
            return "first";
        }

        @Override
        public void close(LiveSlot<String> slot) {
            log.add("close " + slots.remove(slot));
        }

        @Override
        public void settle(Transition transition, Publication publication) {
            slots.forEach(slot -> publication.add(
                    slot, "count " + transition.after().get(COUNTER).count()));
        }

        @Override
        public void close() {
            log.add("closed");
        }
    }

    private Recorder<String> subscribed() {
        Recorder<String> recorder = new Recorder<>();
        kernel.flux(live).subscribe(recorder);
        recorder.requestUnbounded();
        return recorder;
    }

    @Test
    void aSourceOpensASlotPerSubscriberAndClosesItOnce() {
        kernel.attach(live);
        Recorder<String> one = subscribed();
        Recorder<String> two = subscribed();
        counter.dispatch(new Add(1));
        one.cancel();
        one.cancel();
        counter.dispatch(new Add(1));
        store.close();
        two.cancel();
        assertThat(one.values).containsExactly("first", "count 1");
        assertThat(two.values).containsExactly("first", "count 1", "count 2");
        assertThat(two.completed).isTrue();
        assertThat(live.log).containsExactly("open", "open", "close true", "close true", "closed");
    }

    @Test
    void aSlotThatFailsEndsItsSubscriberAndIsClosed() {
        kernel.attach(live);
        Recorder<String> one = subscribed();
        Recorder<String> two = subscribed();
        IllegalStateException error = new IllegalStateException("level broke");
        live.slots.get(0).fail(error);
        counter.dispatch(new Add(1));
        assertThat(one.error).isSameAs(error);
        assertThat(one.values).containsExactly("first");
        assertThat(two.values).containsExactly("first", "count 1");
        assertThat(live.log).containsExactly("open", "open", "close true");
    }

    @Test
    void aSettlerThatThrowsIsReportedAndTheOthersGoOn() {
        List<String> order = new ArrayList<>();
        kernel.attach(settler(() -> {
            order.add("first");
            throw new IllegalStateException("settler broke");
        }));
        kernel.attach(settler(() ->
                order.add("second " + kernel.version() + " " + kernel.visible().get(COUNTER))));
        counter.dispatch(new Add(1));
        assertThat(counter.state()).isEqualTo(new Counter(1));
        assertThat(order).containsExactly("first", "second 1 Counter[count=1]");
        assertThat(reported).hasSize(1);
        assertThat(reported.get(0)).hasMessage("settler broke");
    }

    @Test
    void aSettlerMustNotWrite() {
        kernel.attach(settler(() -> store.dispatch(new Add(1))));
        counter.dispatch(new Add(1));
        assertThat(counter.state()).isEqualTo(new Counter(1));
        assertThat(reported).hasSize(1);
        assertThat(reported.get(0))
                .hasMessage("Action \"Add\" was refused: a settler and what runs exclusively must not write");
    }

    private static Settler settler(Runnable settling) {
        return new Settler() {
            @Override
            public void settle(Transition transition, Publication publication) {
                settling.run();
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void nothingCommitsWhileSomethingRunsExclusively() {
        CountDownLatch started = new CountDownLatch(1);
        CompletableFuture<Void> writer = kernel.exclusively(() -> {
            CompletableFuture<Void> running = CompletableFuture.runAsync(() -> {
                started.countDown();
                counter.dispatch(new Add(1));
            });
            await(started);
            assertThat(running).isNotDone();
            assertThat(kernel.committed().get(COUNTER)).isEqualTo(new Counter(0));
            assertThatThrownBy(() -> counter.dispatch(new Add(5))).isInstanceOf(StoreException.class);
            return running;
        });
        writer.join();
        assertThat(counter.state()).isEqualTo(new Counter(1));
    }

    @Test
    void pendingStateIsVisibleInsideATransactionOnly() {
        store.transaction("pending", () -> {
            counter.dispatch(new Add(1));
            assertThat(kernel.visible().get(COUNTER)).isEqualTo(new Counter(1));
            assertThat(kernel.committed().get(COUNTER)).isEqualTo(new Counter(0));
            assertThat(CompletableFuture.supplyAsync(kernel::visible).join()).isSameAs(kernel.committed());
        });
        assertThat(kernel.visible()).isSameAs(kernel.committed());
    }

    @Test
    void aSourceThatFailsToOpenEndsTheSubscriberAndIsNotClosed() {
        List<String> log = new ArrayList<>();
        Recorder<String> recorder = new Recorder<>();
        kernel.flux(new LiveSource<String>() {
                    @Override
                    public String open(LiveSlot<String> slot) {
                        throw new IllegalArgumentException("no such plan");
                    }

                    @Override
                    public void close(LiveSlot<String> slot) {
                        log.add("closed");
                    }
                })
                .subscribe(recorder);
        store.close();
        assertThat(recorder.error).hasMessage("no such plan");
        assertThat(log).isEmpty();
    }

    @Test
    void cancellingDuringATransactionClosesTheSourceAfterIt() {
        kernel.attach(live);
        Recorder<String> recorder = subscribed();
        store.transaction("cancel inside", () -> {
            counter.dispatch(new Add(1));
            recorder.cancel();
            assertThat(live.log).containsExactly("open");
        });
        assertThat(live.log).containsExactly("open", "close true");
        assertThat(recorder.values).containsExactly("first");
    }

    @Test
    void errorsAreReportedOutsideTheLock() {
        List<Boolean> committed = new ArrayList<>();
        Store other =
                Store.builder().onSubscriberError(error -> committed.add(true)).build();
        StoreKernel inside = StoreKernel.of(other);
        inside.exclusively(() -> {
            inside.report(new IllegalStateException("x"));
            assertThat(committed).isEmpty();
            return true;
        });
        assertThat(committed).hasSize(1);
    }

    @Test
    void theTimerIsLookedUpAtEachCall() {
        VirtualTimeScheduler virtual = VirtualTimeScheduler.getOrSet();
        try {
            List<String> log = new ArrayList<>();
            Scheduler timer = kernel.timer();
            timer.schedule(() -> log.add("late"), kernel.linger().toMillis(), TimeUnit.MILLISECONDS);
            virtual.advanceTimeBy(Duration.ofMillis(1999));
            assertThat(log).isEmpty();
            virtual.advanceTimeBy(Duration.ofMillis(1));
            assertThat(log).containsExactly("late");
        } finally {
            VirtualTimeScheduler.reset();
        }
    }

    @Test
    void aForeignStoreHasNoKernel() {
        Store foreign = (Store) java.lang.reflect.Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, args) -> null);
        assertThatThrownBy(() -> StoreKernel.of(foreign))
                .isInstanceOf(StoreException.class)
                .hasMessageEndingWith("is not a store of this library; make it with Store.create()");
    }

    @Test
    void lingerIsConfigured() {
        Store patient = Store.builder().linger(Duration.ofMinutes(1)).build();
        assertThat(StoreKernel.of(patient).linger()).isEqualTo(Duration.ofMinutes(1));
        assertThatThrownBy(() -> Store.builder().linger(Duration.ofSeconds(-1)))
                .hasMessage("linger must not be negative: PT-1S");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
