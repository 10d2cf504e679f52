package dev.ananas.store;

import static dev.ananas.store.TestSlices.COUNT;
import static dev.ananas.store.TestSlices.COUNTER;
import static dev.ananas.store.TestSlices.NAMES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.store.TestSlices.Add;
import dev.ananas.store.TestSlices.Counter;
import dev.ananas.store.TestSlices.PutName;
import dev.ananas.store.TestSlices.Recorder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SelectorTest {

    private final Store store = Store.create();
    private final Slice<Counter> counter = store.use(COUNTER);

    @Test
    void aSelectorIsComputedOncePerInput() {
        AtomicInteger computed = new AtomicInteger();
        Selector<Integer> doubled = COUNTER.getter(state -> {
            computed.incrementAndGet();
            return state.count() * 2;
        });
        store.read(doubled);
        store.read(doubled);
        store.select(doubled).subscribe();
        store.select(doubled).subscribe();
        assertThat(computed).hasValue(1);
        counter.dispatch(new Add(1));
        assertThat(store.read(doubled)).isEqualTo(2);
        assertThat(computed).hasValue(2);
    }

    @Test
    void anEqualInputStopsTheComputation() {
        AtomicInteger computed = new AtomicInteger();
        Selector<Boolean> positive = COUNT.map(count -> count > 0);
        Selector<String> text = positive.map(yes -> {
            computed.incrementAndGet();
            return yes ? "yes" : "no";
        });
        List<String> texts = new ArrayList<>();
        store.select(text).subscribe(texts::add);
        counter.dispatch(new Add(1));
        counter.dispatch(new Add(1));
        counter.dispatch(new Add(1));
        assertThat(texts).containsExactly("no", "yes");
        assertThat(computed).hasValue(2);
    }

    @Test
    void selectorsCombineAcrossSlices() {
        store.use(NAMES);
        Selector<Integer> size = NAMES.getter(names -> names.byId().size());
        Selector<String> both = Selector.combine(COUNT, size, (count, names) -> count + "/" + names);
        Selector<String> three = Selector.combine(COUNT, size, both, (a, b, c) -> a + " " + b + " " + c);
        List<String> values = new ArrayList<>();
        store.select(three).subscribe(values::add);
        store.transaction("both", () -> {
            counter.dispatch(new Add(2));
            store.dispatch(new PutName(1, "Ada"));
        });
        store.dispatch(new PutName(2, "Bob"));
        assertThat(values).containsExactly("0 0 0/0", "2 1 2/1", "2 2 2/2");
        assertThat(three.slices()).containsExactly(COUNTER, NAMES);
    }

    @Test
    void versionsTellWhenAValueWasCurrent() {
        store.use(NAMES);
        List<Versioned<Integer>> values = new ArrayList<>();
        store.versions(COUNT).subscribe(values::add);
        store.dispatch(new PutName(1, "Ada"));
        counter.dispatch(new Add(1));
        store.versions(COUNT).take(1).subscribe(values::add);
        assertThat(values).containsExactly(new Versioned<>(0, 0), new Versioned<>(2, 1), new Versioned<>(2, 1));
    }

    @Test
    void aSelectorHasAName() {
        Selector<Integer> named = COUNT.named("count");
        assertThat(named).hasToString("Selector[count]");
        assertThat(COUNT).hasToString("Selector[of counter]");
        assertThat(COUNTER.state()).hasToString("Selector[counter]");
        assertThat(COUNTER.state().named("whole")).hasToString("Selector[whole]");
        assertThat(store.read(named)).isZero();
        assertThat(store.read(COUNTER.state())).isSameAs(counter.state());
    }

    @Test
    void aSelectorThatThrowsIsNamedAndEndsItsSubscribersOnly() {
        Selector<Integer> picky =
                COUNTER.getter((Counter state) -> 10 / (2 - state.count())).named("picky");
        Recorder<Integer> failing = new Recorder<>();
        List<Integer> counts = new ArrayList<>();
        store.select(picky).subscribe(failing);
        failing.requestUnbounded();
        store.select(COUNT).subscribe(counts::add);

        counter.dispatch(new Add(2));
        assertThat(failing.values).containsExactly(5);
        assertThat(failing.error)
                .isInstanceOf(StoreException.class)
                .hasMessage("Selector \"picky\" failed: / by zero")
                .hasCauseInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> store.read(picky)).hasMessage("Selector \"picky\" failed: / by zero");

        counter.dispatch(new Add(1));
        assertThat(counts).containsExactly(0, 2, 3);
        assertThat(store.read(picky)).isEqualTo(-10);
        assertThat(store.select(picky).blockFirst()).isEqualTo(-10);
    }

    @Test
    void aSelectorMustNotReturnNull() {
        Selector<String> none = COUNTER.<String>getter(state -> null).named("none");
        assertThatThrownBy(() -> store.read(none))
                .hasMessage("Selector \"none\" returned null; return an Optional or a default");
        assertThatThrownBy(() -> store.select(none).blockFirst())
                .hasMessage("Selector \"none\" returned null; return an Optional or a default");
    }

    @Test
    void aSelectorOfASliceNotInUseEndsWithAnErrorThatSaysWhatToDo() {
        Recorder<Object> recorder = new Recorder<>();
        store.<Object>select(NAMES.getter(names -> names)).subscribe(recorder);
        assertThat(recorder.error)
                .hasMessage("Slice \"names\" is not in this state tree (slices: counter);"
                        + " call store.use(...) with its definition first");
    }
}
