package dev.ananas.store;

import static dev.ananas.store.TestSlices.COUNTER;
import static dev.ananas.store.TestSlices.NAMES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.store.TestSlices.Add;
import dev.ananas.store.TestSlices.Counter;
import dev.ananas.store.TestSlices.PutName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class ActionsTest {

    private final Store store = Store.create();
    private final Slice<Counter> counter = store.use(COUNTER);

    @Test
    void anActionRunsOnceWithoutASubscriber() {
        AtomicInteger runs = new AtomicInteger();
        Mono<Integer> result = store.action(
                "load",
                5,
                () -> Mono.fromSupplier(runs::incrementAndGet)
                        .doOnNext(number -> counter.dispatch(new Add(number + 4))));
        assertThat(runs).hasValue(1);
        assertThat(counter.state()).isEqualTo(new Counter(5));
        StepVerifier.create(result).expectNext(1).verifyComplete();
        StepVerifier.create(result).expectNext(1).verifyComplete();
        assertThat(runs).hasValue(1);
    }

    @Test
    void theResultArrivesLaterAtEverySubscriber() {
        Sinks.One<String> server = Sinks.one();
        store.use(NAMES);
        Mono<String> login = store.action(
                "login", "ada", () -> server.asMono().doOnNext(name -> store.dispatch(new PutName(1, name))));
        List<String> early = new ArrayList<>();
        login.subscribe(early::add);
        assertThat(early).isEmpty();
        server.tryEmitValue("Ada");
        assertThat(early).containsExactly("Ada");
        StepVerifier.create(login).expectNext("Ada").verifyComplete();
        assertThat(store.state().get(NAMES).byId()).containsEntry(1, "Ada");
    }

    @Test
    void theErrorArrivesAtEverySubscriber() {
        Mono<String> failing = store.action("login", () -> Mono.error(new IllegalStateException("no network")));
        StepVerifier.create(failing).verifyErrorMessage("no network");
        StepVerifier.create(failing).verifyErrorMessage("no network");
    }

    @Test
    void aBodyThatThrowsOrReturnsNullFailsTheRun() {
        StepVerifier.create(store.<String>action("broken", () -> {
                    throw new IllegalArgumentException("bad name");
                }))
                .verifyErrorMessage("bad name");
        StepVerifier.create(store.<String>action("broken", () -> null))
                .verifyErrorMessage("Action \"broken\" returned null instead of a Mono or a Flux");
    }

    @Test
    void aSubscriberThatCancelsDoesNotEndTheRun() {
        Sinks.One<Integer> server = Sinks.one();
        Mono<Integer> result = store.action("load", server::asMono);
        result.subscribe().dispose();
        server.tryEmitValue(3);
        StepVerifier.create(result).expectNext(3).verifyComplete();
    }

    @Test
    void aRunIsCancelledByItsHandle() {
        AtomicBoolean released = new AtomicBoolean();
        ActionRun<Integer> run =
                store.actions().run("load", 7, () -> Mono.<Integer>never().doOnCancel(() -> released.set(true)));
        assertThat(run.state()).isEqualTo(ActionRun.State.RUNNING);
        assertThat(run.isDisposed()).isFalse();
        assertThat(store.actions().running()).containsExactly(run);
        run.cancel();
        run.cancel();
        assertThat(released).isTrue();
        assertThat(run.state()).isEqualTo(ActionRun.State.CANCELLED);
        assertThat(store.actions().running()).isEmpty();
        StepVerifier.create(run.result())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(ActionCancelledException.class)
                        .hasMessage("Action \"load\" (run " + run.id() + ") was cancelled: it was told to"));
        assertThat(run).hasToString("ActionRun[" + run.id() + " load, CANCELLED]");
    }

    @Test
    void cancellingAfterTheEndChangesNothing() {
        ActionRun<Integer> run = store.actions().run("load", () -> Mono.just(1));
        run.cancel();
        assertThat(run.state()).isEqualTo(ActionRun.State.SUCCEEDED);
        StepVerifier.create(run.result()).expectNext(1).verifyComplete();
    }

    @Test
    void aRunThatFailsWithTheCancellationOfAnotherHasFailed() {
        ActionRun<Integer> inner = store.actions().run("inner", Mono::never);
        ActionRun<Integer> outer = store.actions().run("outer", inner::result);
        inner.cancel();
        assertThat(inner.state()).isEqualTo(ActionRun.State.CANCELLED);
        assertThat(outer.state()).isEqualTo(ActionRun.State.FAILED);
    }

    @Test
    void runsEndWithTheirScope() {
        Scope window = Scope.named("window");
        ActionRun<Integer> run = window.add(store.actions().run("load", Mono::never));
        window.close();
        assertThat(run.state()).isEqualTo(ActionRun.State.CANCELLED);
    }

    @Test
    void runsEndWithTheStore() {
        ActionRun<Integer> run = store.actions().run("load", Mono::never);
        Mono<Integer> other = store.action("other", Mono::never);
        store.close();
        assertThat(run.state()).isEqualTo(ActionRun.State.CANCELLED);
        StepVerifier.create(other).verifyErrorMatches(e -> e.getMessage().endsWith("cancelled: the store was closed"));
        assertThatThrownBy(() -> store.action("late", Mono::never))
                .isInstanceOf(StoreClosedException.class)
                .hasMessage("Action \"late\" was refused: the store is closed");
        assertThatThrownBy(() -> store.actions().call("late", () -> 1)).isInstanceOf(StoreClosedException.class);
    }

    @Test
    void runsOfASliceEndWithTheSlice() {
        ActionRun<Integer> ofSlice = counter.actions().run("load", Mono::never);
        ActionRun<Integer> ofStore = store.actions().run("load", Mono::never);
        assertThat(counter.actions().running()).containsExactly(ofSlice);
        assertThat(store.actions().running()).containsExactly(ofSlice, ofStore);
        counter.dispose();
        assertThat(ofSlice.state()).isEqualTo(ActionRun.State.CANCELLED);
        assertThat(ofStore.state()).isEqualTo(ActionRun.State.RUNNING);
        assertThatThrownBy(() -> counter.actions().run("late", Mono::never)).hasMessageContaining("was disposed of");
    }

    @Test
    void everyValueOfAStreamReachesEverySubscriber() {
        Sinks.Many<Integer> server = Sinks.many().unicast().onBackpressureBuffer();
        ActionRun<Integer> run =
                store.actions().run("feed", () -> server.asFlux().doOnNext(by -> counter.dispatch(new Add(by))));
        server.tryEmitNext(1);
        List<Integer> early = new ArrayList<>();
        run.values().subscribe(early::add);
        server.tryEmitNext(2);
        server.tryEmitComplete();
        assertThat(early).containsExactly(1, 2);
        assertThat(run.values().collectList().block()).containsExactly(1, 2);
        assertThat(run.result().block()).isEqualTo(2);
        assertThat(counter.state()).isEqualTo(new Counter(3));
    }

    @Test
    void aFunctionIsAnActionToo() {
        assertThat(store.actions().<Integer>call("total", "all", () -> {
                    counter.dispatch(new Add(2));
                    return counter.state().count();
                }))
                .isEqualTo(2);
        assertThatThrownBy(() -> counter.actions().call("bad", () -> {
                    throw new IllegalStateException("bad");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("bad");
    }

    @Test
    void writesBeforeTheFirstWaitJoinTheTransactionOfTheCaller() {
        store.transaction("both", () -> {
            counter.dispatch(new Add(1));
            store.action("now", () -> Mono.fromRunnable(() -> counter.dispatch(new Add(1))));
        });
        assertThat(store.version()).isEqualTo(1);
        assertThat(counter.state()).isEqualTo(new Counter(2));
    }

    @Test
    void actionsRunInVirtualTime() {
        StepVerifier.withVirtualTime(() -> store.action(
                        "slow", () -> Mono.delay(Duration.ofHours(1)).doOnNext(tick -> counter.dispatch(new Add(1)))))
                .expectSubscription()
                .expectNoEvent(Duration.ofMinutes(59))
                .thenAwait(Duration.ofMinutes(1))
                .expectNext(0L)
                .verifyComplete();
        assertThat(counter.state()).isEqualTo(new Counter(1));
    }

    @Test
    void runsAreNumbered() {
        ActionRun<Integer> one = store.actions().run("a", Mono::empty);
        ActionRun<Integer> two = store.actions().run("b", "x", () -> Flux.just(1));
        assertThat(two.id()).isGreaterThan(one.id());
        assertThat(two.name()).isEqualTo("b");
        assertThat(two.argument()).isEqualTo("x");
        assertThat(one.result().block()).isNull();
    }
}
