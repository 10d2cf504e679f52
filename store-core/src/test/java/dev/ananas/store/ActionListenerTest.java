package dev.ananas.store;

import static dev.ananas.store.TestSlices.COUNTER;
import static dev.ananas.store.TestSlices.NAMES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.store.TestSlices.Add;
import dev.ananas.store.TestSlices.Counter;
import dev.ananas.store.TestSlices.Fail;
import dev.ananas.store.TestSlices.PutName;
import dev.ananas.store.TestSlices.Take;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class ActionListenerTest {

    private final List<Throwable> reported = new ArrayList<>();
    private final Store store = Store.builder().onSubscriberError(reported::add).build();
    private final Slice<Counter> counter = store.use(COUNTER);
    private final List<String> log = new ArrayList<>();

    private ActionListener logging(String who) {
        return new ActionListener() {
            @Override
            public void before(ActionCall call) {
                log.add(who + " before " + call.name() + " at " + store.version());
            }

            @Override
            public void after(ActionCall call, @Nullable Object result) {
                log.add(who + " after " + call.name() + " = " + result + " at " + store.version());
            }

            @Override
            public void onError(ActionCall call, Throwable error) {
                log.add(who + " failed " + call.name() + ": " + error.getMessage());
            }
        };
    }

    @Test
    void listenersHearOfDispatchedActionsInTheOrderTheyWereAdded() {
        store.onAction(logging("one"));
        store.onAction(logging("two"));
        counter.dispatch(new Add(3));
        counter.dispatch(new Take(2));
        assertThat(log)
                .containsExactly(
                        "one before Add at 0",
                        "two before Add at 0",
                        "one after Add = null at 1",
                        "two after Add = null at 1",
                        "one before Take at 1",
                        "two before Take at 1",
                        "one after Take = 2 at 2",
                        "two after Take = 2 at 2");
    }

    @Test
    void listenersHearOfFailuresAndTheCallerToo() {
        store.onAction(logging("one"));
        assertThatThrownBy(() -> counter.dispatch(new Fail("no"))).isInstanceOf(ActionFailedException.class);
        assertThat(log).containsExactly("one before Fail at 0", "one failed Fail: Action \"Fail\" failed: no");
    }

    @Test
    void listenersHearOfRunsWhenTheyEnd() {
        store.onAction(logging("one"));
        Sinks.One<String> server = Sinks.one();
        Mono<String> result = store.action("login", "ada", server::asMono);
        result.subscribe(name -> log.add("subscriber " + name));
        assertThat(log).containsExactly("one before login at 0");
        server.tryEmitValue("Ada");
        assertThat(log).containsExactly("one before login at 0", "one after login = Ada at 0", "subscriber Ada");
        log.clear();
        store.action("login", "bob", () -> Mono.error(new IllegalStateException("unknown")));
        assertThat(log).containsExactly("one before login at 0", "one failed login: unknown");
        log.clear();
        store.actions().run("wait", Mono::never).cancel();
        assertThat(log).hasSize(2);
        assertThat(log.get(1))
                .startsWith("one failed wait: Action \"wait\" (run")
                .endsWith("it was told to");
    }

    @Test
    void listenersHearOfFunctionsAndTransactions() {
        store.onAction(logging("one"));
        store.actions()
                .call(
                        "total",
                        () -> store.transaction("hire", () -> {
                            counter.dispatch(new Add(1));
                            return 5;
                        }));
        assertThat(log)
                .containsExactly(
                        "one before total at 0",
                        "one before hire at 0",
                        "one before Add at 0",
                        "one after Add = null at 0",
                        "one after hire = 5 at 1",
                        "one after total = 5 at 1");
    }

    @Test
    void aListenerOfASliceHearsWhatConcernsIt() {
        Slice<TestSlices.Names> names = store.use(NAMES);
        names.onAction(call -> log.add(call.name()));
        counter.dispatch(new Add(1));
        store.dispatch(new PutName(1, "Ada's name"));
        names.patch("clear", state -> state);
        counter.patch("other", state -> state);
        names.reset();
        store.resetAll();
        names.actions().run("load", Mono::empty);
        counter.actions().run("other", Mono::empty);
        store.action("other", Mono::empty);
        store.transaction("other", () -> {});
        assertThat(log).containsExactly("Ada's name", "clear", "Reset", "Reset", "load");
    }

    @Test
    void aCallTellsWhatItWas() {
        List<ActionCall> calls = new ArrayList<>();
        store.onAction(calls::add);
        counter.dispatch(new Add(2));
        counter.dispatch(new Add(0));
        store.transaction("pair", () -> {
            counter.dispatch(new Add(1));
            counter.dispatch(new Add(1));
        });
        counter.actions().run("load", "arg", Mono::empty);

        ActionCall add = calls.get(0);
        assertThat(add.kind()).isEqualTo(ActionCall.Kind.DISPATCH);
        assertThat(add.argument()).isEqualTo(new Add(2));
        assertThat(add.transition()).get().extracting(Transition::version).isEqualTo(1L);
        assertThat(add.elapsed()).isPositive();
        assertThat(add).hasToString("ActionCall[1 Add]");
        assertThat(calls.get(1).transition()).isEmpty();
        ActionCall pair = calls.get(2);
        assertThat(pair.kind()).isEqualTo(ActionCall.Kind.TRANSACTION);
        assertThat(pair.argument()).isNull();
        assertThat(pair.transition()).get().extracting(Transition::version).isEqualTo(2L);
        assertThat(calls.get(3).transition()).isEmpty();
        ActionCall load = calls.get(5);
        assertThat(load.kind()).isEqualTo(ActionCall.Kind.RUN);
        assertThat(load.argument()).isEqualTo("arg");
        assertThat(load.slice()).contains(COUNTER);
        assertThat(calls).extracting(ActionCall::id).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void listenersEndWhenToldWithTheSliceAndWithTheStore() {
        Disposable one = store.onAction(logging("one"));
        counter.onAction(logging("slice"));
        store.onAction(logging("store"));
        one.dispose();
        assertThat(one.isDisposed()).isTrue();
        counter.dispatch(new Add(1));
        assertThat(log).noneMatch(line -> line.startsWith("one")).hasSize(4);
        log.clear();
        counter.dispose();
        store.use(COUNTER).dispatch(new Add(1));
        assertThat(log).allMatch(line -> line.startsWith("store")).hasSize(2);
        log.clear();
        store.close();
        assertThatThrownBy(() -> store.dispatch(new Add(1))).isInstanceOf(StoreClosedException.class);
        assertThat(log).isEmpty();
        assertThatThrownBy(() -> store.onAction(logging("late"))).isInstanceOf(StoreClosedException.class);
        assertThatThrownBy(() -> counter.onAction(logging("late"))).hasMessageContaining("was disposed of");
    }

    @Test
    void aListenerThatThrowsIsReportedAndChangesNothing() {
        store.onAction(call -> {
            throw new IllegalStateException("listener");
        });
        store.onAction(logging("two"));
        counter.dispatch(new Add(1));
        assertThat(counter.state()).isEqualTo(new Counter(1));
        assertThat(reported)
                .hasSize(1)
                .first()
                .extracting(Throwable::getMessage)
                .isEqualTo("listener");
        assertThat(log).hasSize(2);
    }

    @Test
    void aListenerMayDispatch() {
        store.onAction(new ActionListener() {
            @Override
            public void before(ActionCall call) {}

            @Override
            public void after(ActionCall call, @Nullable Object result) {
                if (new Add(1).equals(call.argument())) {
                    counter.dispatch(new Add(10));
                }
            }
        });
        counter.dispatch(new Add(1));
        assertThat(counter.state()).isEqualTo(new Counter(11));
        assertThat(store.version()).isEqualTo(2);
    }
}
