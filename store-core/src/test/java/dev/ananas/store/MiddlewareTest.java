package dev.ananas.store;

import static dev.ananas.store.TestSlices.COUNTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.store.TestSlices.Add;
import dev.ananas.store.TestSlices.Counter;
import dev.ananas.store.TestSlices.Fail;
import dev.ananas.store.TestSlices.Take;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class MiddlewareTest {

    private final AtomicReference<Store> store = new AtomicReference<>();
    private final List<Transition> transitions = new ArrayList<>();

    private Slice<Counter> counterOf(Middleware... middleware) {
        Store made = Store.builder().middleware(middleware).build();
        store.set(made);
        made.transitions().subscribe(transitions::add);
        return made.use(COUNTER);
    }

    @Test
    void middlewareRunsInOrderAndSeesBothTrees() {
        List<String> log = new ArrayList<>();
        Slice<Counter> counter = counterOf(logging("first", log), logging("second", log));
        counter.dispatch(new Add(1));
        assertThat(log).containsExactly("first 0", "second 0", "second 0 -> 1", "first 0 -> 1");
    }

    private static Middleware logging(String name, List<String> log) {
        return (action, chain) -> {
            log.add(name + " " + chain.before().get(COUNTER).count());
            Object answer = chain.next(action);
            log.add(name + " " + chain.before().get(COUNTER).count() + " -> "
                    + chain.state().get(COUNTER).count());
            return answer;
        };
    }

    @Test
    void middlewareReplacesAnAction() {
        Slice<Counter> counter = counterOf((action, chain) -> chain.next(new Add(10)));
        counter.dispatch(new Add(1));
        assertThat(counter.state()).isEqualTo(new Counter(10));
        assertThat(transitions.get(0).action()).isEqualTo(new Add(10));
    }

    @Test
    void middlewareDropsAnAction() {
        Slice<Counter> counter = counterOf((action, chain) -> null);
        counter.dispatch(new Add(1));
        assertThat(counter.dispatch(new Take(1))).isNull();
        assertThat(counter.state()).isEqualTo(new Counter(0));
        assertThat(transitions).isEmpty();
    }

    @Test
    void middlewareChangesAnAnswer() {
        Slice<Counter> counter = counterOf(
                (action, chain) -> chain.next(action) instanceof Integer answer ? (Object) (answer + 100) : null);
        assertThat(counter.dispatch(new Take(1))).isEqualTo(100);
    }

    @Test
    void middlewareThatThrowsFailsTheAction() {
        Slice<Counter> counter = counterOf((action, chain) -> {
            chain.next(action);
            throw new IllegalStateException("not today");
        });
        assertThatThrownBy(() -> counter.dispatch(new Add(1)))
                .isInstanceOf(ActionFailedException.class)
                .hasMessage("Action \"Add\" failed: not today");
        assertThat(counter.state()).isEqualTo(new Counter(0));
        assertThat(transitions).isEmpty();
    }

    @Test
    void middlewareMustNotWriteBeforeNext() {
        Slice<Counter> counter = counterOf((action, chain) -> {
            store.get().dispatch(new Add(5));
            return chain.next(action);
        });
        assertThatThrownBy(() -> counter.dispatch(new Fail("x")))
                .hasMessage(
                        "Action \"Fail\" failed: Action \"Add\" was refused while action \"Fail\" was being reduced:"
                                + " reducers and change trackers are pure and must not write;"
                                + " a middleware may write after chain.next(...)");
    }

    @Test
    void whatMiddlewareWritesAfterNextJoinsTheTransition() {
        Slice<Counter> counter = counterOf((action, chain) -> {
            Object answer = chain.next(action);
            if (action.equals(new Add(1))) {
                store.get().dispatch(new Add(5));
            }
            return answer;
        });
        counter.dispatch(new Add(1));
        assertThat(counter.state()).isEqualTo(new Counter(6));
        assertThat(transitions).hasSize(1);
        assertThat(transitions.get(0).action()).isEqualTo(new Transaction("Add", List.of(new Add(1), new Add(5))));
    }

    @Test
    void middlewareThatCatchesAFailureMayGoOn() {
        Slice<Counter> counter = counterOf((action, chain) -> {
            try {
                return chain.next(action);
            } catch (IllegalStateException e) {
                return chain.next(new Add(7));
            }
        });
        counter.dispatch(new Fail("x"));
        assertThat(counter.state()).isEqualTo(new Counter(7));
        assertThat(transitions.get(0).action()).isEqualTo(new Add(7));
    }

    @Test
    void aChainIsValidDuringItsCallOnly() {
        AtomicReference<MiddlewareChain> kept = new AtomicReference<>();
        Slice<Counter> counter = counterOf((action, chain) -> {
            kept.compareAndSet(null, chain);
            return chain.next(action);
        });
        counter.dispatch(new Add(1));
        String message = "chain.next was called for action \"Add\" outside the handle(...) the chain was given to;"
                + " dispatch the action instead";
        assertThatThrownBy(() -> kept.get().next(new Add(1))).hasMessage(message);
        assertThatThrownBy(() ->
                        store.get().transaction("later", () -> kept.get().next(new Add(1))))
                .hasMessage(message);
    }
}
