package dev.ananas.store;

import static dev.ananas.store.TestSlices.COUNT;
import static dev.ananas.store.TestSlices.COUNTER;
import static dev.ananas.store.TestSlices.NAMES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.store.TestSlices.Add;
import dev.ananas.store.TestSlices.Counter;
import dev.ananas.store.TestSlices.Fail;
import dev.ananas.store.TestSlices.PutName;
import dev.ananas.store.TestSlices.Recorder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

class StoreLawsTest {

    private final Store store = Store.create();
    private final Slice<Counter> counter = store.use(COUNTER);

    @Test
    void law01OneTransactionIsOneTransition() {
        store.use(NAMES);
        List<Integer> counts = new ArrayList<>();
        List<Transition> transitions = new ArrayList<>();
        store.select(COUNT).subscribe(counts::add);
        store.transitions().subscribe(transitions::add);

        store.transaction("hire", () -> {
            counter.dispatch(new Add(1));
            store.dispatch(new PutName(7, "Grace"));
            counter.dispatch(new Add(1));
            assertThat(store.version()).isZero();
        });

        assertThat(store.version()).isEqualTo(1);
        assertThat(counts).containsExactly(0, 2);
        assertThat(transitions).hasSize(1);
        Transition only = transitions.get(0);
        assertThat(only.version()).isEqualTo(1);
        assertThat(only.action())
                .isEqualTo(new Transaction("hire", List.of(new Add(1), new PutName(7, "Grace"), new Add(1))));
        assertThat(only.before().get(COUNTER)).isEqualTo(new Counter(0));
        assertThat(only.after()).isSameAs(store.state());
        assertThat(only.changes().of("names")).containsExactly(new RowChange.Inserted("names", 7, "Grace"));
    }

    @Test
    void law01NobodyElseSeesAnIntermediateState() {
        store.transaction("two steps", () -> {
            counter.dispatch(new Add(1));
            assertThat(counter.state()).isEqualTo(new Counter(1));
            assertThat(store.read(COUNT)).isEqualTo(1);
            int seenByOthers =
                    CompletableFuture.supplyAsync(() -> store.read(COUNT)).join();
            assertThat(seenByOthers).isZero();
            counter.dispatch(new Add(1));
        });
        assertThat(CompletableFuture.supplyAsync(counter::state).join()).isEqualTo(new Counter(2));
    }

    @Test
    void law02AFailedTransactionChangesNothing() {
        counter.dispatch(new Add(1));
        StateTree before = store.state();
        List<Integer> counts = new ArrayList<>();
        store.select(COUNT).subscribe(counts::add);
        RuntimeException mine = new RuntimeException("mine");

        assertThatThrownBy(() -> store.transaction("doomed", () -> {
                    counter.dispatch(new Add(1));
                    throw mine;
                }))
                .isSameAs(mine);

        assertThat(store.state()).isSameAs(before);
        assertThat(store.version()).isEqualTo(1);
        assertThat(counts).containsExactly(1);
    }

    @Test
    void law02AFailedActionChangesNothing() {
        StateTree before = store.state();
        assertThatThrownBy(() -> counter.dispatch(new Fail("no"))).isInstanceOf(ActionFailedException.class);
        assertThat(store.state()).isSameAs(before);
        assertThat(store.version()).isZero();
    }

    @Test
    void law03ReadersNeverLock() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> counter.patch("slow", state -> {
            writing.countDown();
            await(read);
            return new Counter(5);
        }));
        await(writing);

        StateTree seen = store.state();
        assertThat(seen.get(COUNTER)).isEqualTo(new Counter(0));
        assertThat(store.read(COUNT)).isZero();
        assertThat(store.version()).isZero();
        assertThat(store.use(COUNTER)).isSameAs(counter);
        read.countDown();
        writer.get(10, TimeUnit.SECONDS);

        assertThat(store.read(COUNT)).isEqualTo(5);
        assertThat(seen.get(COUNTER)).isEqualTo(new Counter(0));
    }

    @Test
    void law04OnlyAChangedResultIsEmitted() {
        List<String> parities = new ArrayList<>();
        store.select(COUNTER.getter(state -> state.count() % 2 == 0 ? "even" : "odd"))
                .subscribe(parities::add);
        counter.dispatch(new Add(2));
        counter.dispatch(new Add(2));
        counter.dispatch(new Add(1));
        counter.dispatch(new Add(0));
        assertThat(parities).containsExactly("even", "odd");
        assertThat(store.version()).isEqualTo(3);
    }

    @Test
    void law04AnEqualResultKeepsItsReference() {
        Selector<List<Integer>> tens = COUNTER.getter(state -> Arrays.asList(state.count() / 10));
        List<Integer> first = store.read(tens);
        counter.dispatch(new Add(3));
        assertThat(store.read(tens)).isSameAs(first);
        counter.dispatch(new Add(7));
        assertThat(store.read(tens)).containsExactly(1);
    }

    @Test
    void law04ASlowSubscriberGetsNoEqualValueTwice() {
        Recorder<Integer> slow = new Recorder<>();
        store.select(COUNT).subscribe(slow);
        slow.request(1);
        counter.dispatch(new Add(1));
        counter.dispatch(new Add(-1));
        slow.request(1);
        assertThat(slow.values).containsExactly(0);
        counter.dispatch(new Add(4));
        assertThat(slow.values).containsExactly(0, 4);
    }

    @Test
    void law06EmissionsArriveInVersionOrderAlsoWhenSubscribersDispatch() {
        List<String> heard = new ArrayList<>();
        store.versions(COUNT).subscribe(now -> {
            heard.add("A" + now.version());
            if (now.version() == 1) {
                counter.dispatch(new Add(1));
                assertThat(store.version()).isEqualTo(2);
                counter.dispatch(new Add(1));
                assertThat(counter.state()).isEqualTo(new Counter(3));
            }
        });
        store.versions(COUNT).subscribe(now -> heard.add("B" + now.version()));
        counter.dispatch(new Add(1));
        assertThat(heard).containsExactly("A0", "B0", "A1", "B1", "A2", "B2", "A3", "B3");
    }

    @Test
    void law06ASubscriberThatWritesFromItsFirstValueMissesNothing() {
        List<Integer> counts = new ArrayList<>();
        store.select(COUNT).subscribe(count -> {
            counts.add(count);
            if (count == 0) {
                counter.dispatch(new Add(1));
                counter.dispatch(new Add(1));
            }
        });
        assertThat(counts).containsExactly(0, 1, 2);
    }

    @Test
    void law06ASlowSubscriberGetsTheLatest() {
        Recorder<Integer> slow = new Recorder<>();
        Recorder<Integer> fast = new Recorder<>();
        store.select(COUNT).subscribe(slow);
        store.select(COUNT).subscribe(fast);
        fast.requestUnbounded();
        slow.request(1);
        for (int i = 0; i < 5; i++) {
            counter.dispatch(new Add(1));
        }
        assertThat(slow.values).containsExactly(0);
        slow.request(2);
        assertThat(slow.values).containsExactly(0, 5);
        counter.dispatch(new Add(1));
        assertThat(slow.values).containsExactly(0, 5, 6);
        assertThat(fast.values).containsExactly(0, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void law07ASelectorOfAnotherSliceDoesNoWork() {
        AtomicInteger computed = new AtomicInteger();
        store.use(NAMES);
        store.select(NAMES.getter(names -> {
                    computed.incrementAndGet();
                    return names.byId().size();
                }))
                .subscribe();
        store.select(COUNT).subscribe();
        for (int i = 0; i < 10; i++) {
            counter.dispatch(new Add(1));
        }
        assertThat(computed).hasValue(1);
        store.dispatch(new PutName(1, "Ada"));
        assertThat(computed).hasValue(2);
    }

    @Test
    void law10WhatIsReturnedIsImmutable() {
        store.use(NAMES);
        List<Transition> transitions = new ArrayList<>();
        store.transitions().subscribe(transitions::add);
        List<Action> given = new ArrayList<>(List.of(new Add(1)));
        Transaction transaction = new Transaction("one", given);
        given.clear();
        store.dispatch(new PutName(1, "Ada"));
        ChangeSet changes = transitions.get(0).changes();

        assertThat(transaction.actions()).containsExactly(new Add(1));
        assertThatThrownBy(() -> transaction.actions().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> changes.of("names").clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> changes.tables().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> store.state().slices().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> COUNT.slices().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void law12SubscriptionsEndWithTheStore() {
        Recorder<Integer> counts = new Recorder<>();
        Recorder<Transition> transitions = new Recorder<>();
        store.select(COUNT).subscribe(counts);
        store.transitions().subscribe(transitions);
        counts.requestUnbounded();
        transitions.requestUnbounded();
        store.close();
        assertThat(counts.completed).isTrue();
        assertThat(transitions.completed).isTrue();
    }

    @Test
    void law12ACancelledSubscriptionDoesNoMoreWork() {
        AtomicInteger computed = new AtomicInteger();
        Selector<Integer> counted = COUNTER.getter(state -> {
            computed.incrementAndGet();
            return state.count();
        });
        Disposable one = store.select(counted).subscribe();
        Disposable two = store.select(counted).subscribe();
        one.dispose();
        counter.dispatch(new Add(1));
        assertThat(computed).hasValue(2);
        two.dispose();
        counter.dispatch(new Add(1));
        assertThat(computed).hasValue(2);
    }

    @Test
    void law13NothingIsStatic() {
        Store other = Store.create();
        Slice<Counter> otherCounter = other.use(COUNTER);
        List<Integer> here = new ArrayList<>();
        List<Integer> there = new ArrayList<>();
        store.select(COUNT).subscribe(here::add);
        other.select(COUNT).subscribe(there::add);
        counter.dispatch(new Add(1));
        otherCounter.dispatch(new Add(10));
        store.close();
        otherCounter.dispatch(new Add(10));
        assertThat(here).containsExactly(0, 1);
        assertThat(there).containsExactly(0, 10, 20);
        assertThat(store.read(COUNT)).isEqualTo(1);
        assertThat(other.version()).isEqualTo(2);
    }

    @Test
    void law13PluginsListenersRunsAndEffectsBelongToOneStore() {
        Store other = Store.create();
        Slice<Counter> otherCounter = other.use(COUNTER);
        KeyedSelector<Integer, Integer> times = COUNTER.getter((state, factor) -> state.count() * factor);
        ExtensionKey<String> name = ExtensionKey.named("name");
        List<String> heard = new ArrayList<>();
        StorePlugin plugin = context ->
                context.onSlice(slice -> slice.provide(name, context.store().toString()));
        store.install(plugin);
        store.onAction(call -> heard.add(call.name()));
        ActionRun<Integer> here = store.actions().run("wait", Mono::never);
        ActionRun<Integer> there = other.actions().run("wait", Mono::never);

        otherCounter.dispatch(new Add(3));

        assertThat(heard).containsExactly("wait");
        assertThat(store.read(times.of(2))).isZero();
        assertThat(other.read(times.of(2))).isEqualTo(6);
        assertThat(counter.extension(name)).isEqualTo(store.toString());
        assertThatThrownBy(() -> otherCounter.extension(name)).isInstanceOf(StoreException.class);
        assertThat(here.id()).isEqualTo(there.id());
        assertThat(store.actions().running()).containsExactly(here);
        store.close();
        assertThat(there.state()).isEqualTo(ActionRun.State.RUNNING);
        assertThat(other.use(COUNTER)).isSameAs(otherCounter);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
