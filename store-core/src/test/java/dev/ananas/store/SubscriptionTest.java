package dev.ananas.store;

import static dev.ananas.store.TestSlices.COUNT;
import static dev.ananas.store.TestSlices.COUNTER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.store.TestSlices.Add;
import dev.ananas.store.TestSlices.Counter;
import dev.ananas.store.TestSlices.Recorder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Hooks;
import reactor.test.StepVerifier;

class SubscriptionTest {

    private final List<Throwable> reported = new ArrayList<>();
    private final Store store = Store.builder().onSubscriberError(reported::add).build();
    private final Slice<Counter> counter = store.use(COUNTER);

    /** A subscriber of the plain specification: what it throws reaches whoever emits. */
    private record Plain(List<Integer> values, int breaksAt) implements Subscriber<Integer> {

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Integer value) {
            if (value == breaksAt) {
                throw new IllegalStateException("broken at " + value);
            }
            values.add(value);
        }

        @Override
        public void onError(Throwable error) {
            throw new AssertionError(error);
        }

        @Override
        public void onComplete() {}
    }

    @Test
    void theFirstValueArrivesOnTheSubscribingThread() {
        AtomicReference<Thread> thread = new AtomicReference<>();
        store.select(COUNT).subscribe(count -> thread.set(Thread.currentThread()));
        assertThat(thread).hasValue(Thread.currentThread());
    }

    @Test
    void theFirstValueArrivesAtOnceAlsoInsideAnEmission() {
        List<String> heard = new ArrayList<>();
        store.select(COUNT).subscribe(outer -> {
            heard.add("outer " + outer);
            if (outer == 1) {
                store.select(COUNT).subscribe(inner -> heard.add("inner " + inner));
                heard.add("subscribed");
            }
        });
        counter.dispatch(new Add(1));
        counter.dispatch(new Add(1));
        assertThat(heard).containsExactly("outer 0", "outer 1", "inner 1", "subscribed", "outer 2", "inner 2");
    }

    @Test
    void demandIsRespected() {
        StepVerifier.create(store.select(COUNT), 0)
                .expectSubscription()
                .then(() -> counter.dispatch(new Add(1)))
                .thenRequest(1)
                .expectNext(1)
                .then(() -> counter.dispatch(new Add(1)))
                .then(() -> counter.dispatch(new Add(1)))
                .thenRequest(5)
                .expectNext(3)
                .then(() -> counter.dispatch(new Add(1)))
                .expectNext(4)
                .then(store::close)
                .verifyComplete();
    }

    @Test
    void aRequestThatIsNotPositiveEndsWithAnError() {
        Recorder<Integer> recorder = new Recorder<>();
        AtomicReference<Subscription> subscription = new AtomicReference<>();
        store.versions(COUNT).subscribe(new CoreSubscriber<Versioned<Integer>>() {
            @Override
            public void onSubscribe(Subscription given) {
                subscription.set(given);
            }

            @Override
            public void onNext(Versioned<Integer> value) {
                recorder.values.add(value.value());
            }

            @Override
            public void onError(Throwable error) {
                recorder.error = error;
            }

            @Override
            public void onComplete() {}
        });
        subscription.get().request(0);
        assertThat(recorder.error)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Rule 3.9: a subscriber must request a positive number, not 0");
        subscription.get().request(1);
        assertThat(recorder.values).isEmpty();
    }

    @Test
    void aSubscriberThatThrowsIsCancelledAndReportedAndStopsNobody() {
        List<Integer> broken = new ArrayList<>();
        List<Integer> sound = new ArrayList<>();
        store.select(COUNT).subscribe(new Plain(broken, 1));
        store.select(COUNT).subscribe(new Plain(sound, -1));
        counter.dispatch(new Add(1));
        counter.dispatch(new Add(1));
        assertThat(broken).containsExactly(0);
        assertThat(sound).containsExactly(0, 1, 2);
        assertThat(reported).hasSize(1);
        assertThat(reported.get(0)).hasMessage("broken at 1");
    }

    @Test
    void aSubscriberThatThrowsAtItsFirstValueIsReportedToo() {
        store.select(COUNT).subscribe(new Plain(new ArrayList<>(), 0));
        counter.dispatch(new Add(1));
        assertThat(reported).hasSize(1);
    }

    @Test
    void aLambdaThatThrowsEndsItsOwnSubscriptionWithItsOwnHandler() {
        List<Throwable> own = new ArrayList<>();
        List<Integer> sound = new ArrayList<>();
        store.select(COUNT)
                .subscribe(
                        count -> {
                            if (count == 1) {
                                throw new IllegalStateException("lambda");
                            }
                        },
                        own::add);
        store.select(COUNT).subscribe(sound::add);
        counter.dispatch(new Add(1));
        counter.dispatch(new Add(1));
        assertThat(own).hasSize(1);
        assertThat(sound).containsExactly(0, 1, 2);
        assertThat(reported).isEmpty();
    }

    @Test
    void aLambdaWithoutAHandlerThatThrowsIsReportedOnceByReactor() {
        List<Throwable> dropped = new ArrayList<>();
        List<Integer> sound = new ArrayList<>();
        Hooks.onErrorDropped(dropped::add);
        try {
            store.select(COUNT).subscribe(count -> {
                throw new IllegalStateException("lambda");
            });
            store.select(COUNT).subscribe(sound::add);
            counter.dispatch(new Add(1));
        } finally {
            Hooks.resetOnErrorDropped();
        }
        assertThat(dropped).hasSize(1);
        assertThat(dropped.get(0)).hasRootCauseMessage("lambda");
        assertThat(sound).containsExactly(0, 1);
        assertThat(reported).isEmpty();
    }

    @Test
    void anErrorHandlerThatThrowsStopsNobodyAndIsLogged() {
        Store fragile = Store.builder()
                .onSubscriberError(error -> {
                    throw new IllegalStateException("handler");
                })
                .build();
        Slice<Counter> slice = fragile.use(COUNTER);
        List<Integer> sound = new ArrayList<>();
        fragile.select(COUNT).subscribe(new Plain(new ArrayList<>(), 1));
        fragile.select(COUNT).subscribe(sound::add);
        String log = logOf(() -> {
            slice.dispatch(new Add(1));
            slice.dispatch(new Add(1));
        });
        assertThat(sound).containsExactly(0, 1, 2);
        assertThat(log).contains("The error handler of a store failed").contains("IllegalStateException: handler");
    }

    private static String logOf(Runnable work) {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
        }
        return log.toString(StandardCharsets.UTF_8);
    }

    @Test
    void cancellingEndsEmissionsAlsoFromInsideOne() {
        Recorder<Integer> once = new Recorder<>() {
            @Override
            protected void hookOnNext(Integer value) {
                super.hookOnNext(value);
                cancel();
            }
        };
        store.select(COUNT).subscribe(once);
        once.requestUnbounded();
        counter.dispatch(new Add(1));
        assertThat(once.values).containsExactly(0);
    }

    @Test
    void aWriterDoesNotWaitForASubscriber() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<Integer> counts = new ArrayList<>();
        store.select(COUNT).subscribe(count -> {
            counts.add(count);
            if (count == 1) {
                inside.countDown();
                await(goOn);
            }
        });
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> counter.dispatch(new Add(1)));
        await(inside);
        counter.dispatch(new Add(1));
        counter.dispatch(new Add(1));
        assertThat(counter.state()).isEqualTo(new Counter(3));
        assertThat(counts).containsExactly(0, 1);
        goOn.countDown();
        first.get(10, TimeUnit.SECONDS);
        assertThat(counts).containsExactly(0, 1, 2, 3);
    }

    @Test
    void cancellingDoesNotWaitForAWriter() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Recorder<Integer> recorder = new Recorder<>();
        store.select(COUNT).subscribe(recorder);
        recorder.requestUnbounded();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> counter.patch("slow", state -> {
            writing.countDown();
            await(goOn);
            return new Counter(9);
        }));
        await(writing);
        recorder.cancel();
        goOn.countDown();
        writer.get(10, TimeUnit.SECONDS);
        assertThat(recorder.values).containsExactly(0);
    }

    @Test
    void transitionsAreKeptForWhoIsSlow() {
        StepVerifier.create(store.transitions().map(Transition::version), 0)
                .expectSubscription()
                .then(() -> {
                    counter.dispatch(new Add(1));
                    counter.dispatch(new Add(1));
                    counter.dispatch(new Add(1));
                })
                .thenRequest(2)
                .expectNext(1L, 2L)
                .then(store::close)
                .thenRequest(2)
                .expectNext(3L)
                .verifyComplete();
    }

    @Test
    void transitionsBeginAfterTheSubscription() {
        counter.dispatch(new Add(1));
        List<Long> versions = new ArrayList<>();
        store.transitions().map(Transition::version).subscribe(versions::add);
        counter.dispatch(new Add(1));
        assertThat(versions).containsExactly(2L);
    }

    @Test
    void allStreamsOfATransitionFollowTheOrderOfSubscription() {
        List<String> heard = new ArrayList<>();
        store.select(COUNT).skip(1).subscribe(count -> heard.add("first"));
        store.transitions().subscribe(transition -> heard.add("second"));
        store.select(COUNTER.state()).skip(1).subscribe(count -> heard.add("third"));
        store.select(COUNT).skip(1).subscribe(count -> heard.add("fourth"));
        counter.dispatch(new Add(1));
        assertThat(heard).containsExactly("first", "second", "third", "fourth");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
