package dev.ananas.store;

import static dev.ananas.store.TestSlices.COUNT;
import static dev.ananas.store.TestSlices.COUNTER;
import static dev.ananas.store.TestSlices.NAMES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.store.TestSlices.Add;
import dev.ananas.store.TestSlices.Counter;
import dev.ananas.store.TestSlices.PutName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeyedSelectorTest {

    private final Store store = Store.create();
    private final Slice<Counter> counter = store.use(COUNTER);
    private final AtomicInteger computed = new AtomicInteger();
    private final KeyedSelector<Integer, String> times = COUNTER.getter((state, factor) -> {
        computed.incrementAndGet();
        return state.count() + " x " + factor + " = " + state.count() * factor;
    });

    @Test
    void equalArgumentsShareOneComputation() {
        counter.dispatch(new Add(3));
        assertThat(store.read(times.of(2000))).isEqualTo("3 x 2000 = 6000");
        String again = store.read(times.of(2000));
        assertThat(again).isSameAs(store.read(times.of(Integer.valueOf("2000"))));
        assertThat(computed).hasValue(1);
        assertThat(store.read(times.of(5))).isEqualTo("3 x 5 = 15");
        assertThat(computed).hasValue(2);
    }

    @Test
    void anotherStateIsAnotherResult() {
        assertThat(store.read(times.of(2))).isEqualTo("0 x 2 = 0");
        counter.dispatch(new Add(1));
        assertThat(store.read(times.of(2))).isEqualTo("1 x 2 = 2");
        assertThat(computed).hasValue(2);
    }

    @Test
    void subscribersOfEqualArgumentsAreSettledTogether() {
        List<String> one = new ArrayList<>();
        List<String> two = new ArrayList<>();
        store.select(times.of(2)).subscribe(one::add);
        store.select(times.of(2)).subscribe(two::add);
        counter.dispatch(new Add(4));
        assertThat(one).containsExactly("0 x 2 = 0", "4 x 2 = 8").isEqualTo(two);
        assertThat(computed).hasValue(2);
    }

    @Test
    void theArgumentAskedForLongestAgoIsForgottenFirst() {
        KeyedSelector<Integer, String> few = times.capacity(4);
        for (int factor = 1; factor <= 4; factor++) {
            store.read(few.of(factor));
        }
        store.read(few.of(1));
        assertThat(computed).hasValue(4);
        store.read(few.of(5));
        assertThat(computed).hasValue(5);
        store.read(few.of(1));
        store.read(few.of(3));
        assertThat(computed).hasValue(5);
        store.read(few.of(2));
        assertThat(computed).hasValue(6);
    }

    @Test
    void theMemoryOfManyArgumentsIsBounded() {
        KeyedSelector<Integer, String> few = times.capacity(100);
        for (int factor = 0; factor < 10_000; factor++) {
            store.read(few.of(factor));
        }
        computed.set(0);
        for (int factor = 9_999; factor >= 0; factor--) {
            store.read(few.of(factor));
        }
        assertThat(computed.get()).isBetween(9_900, 9_999);
    }

    @Test
    void aForgottenArgumentStaysSubscribed() {
        KeyedSelector<Integer, String> one = times.capacity(1);
        List<String> heard = new ArrayList<>();
        store.select(one.of(7)).subscribe(heard::add);
        store.read(one.of(1));
        store.read(one.of(2));
        counter.dispatch(new Add(1));
        counter.patch("touch", state -> new Counter(state.count()));
        assertThat(heard).containsExactly("0 x 7 = 0", "1 x 7 = 7");
    }

    @Test
    void twoStoresShareTheSelectorsButNoMemory() {
        Store other = Store.create();
        other.use(COUNTER).dispatch(new Add(5));
        assertThat(store.read(times.of(1))).isEqualTo("0 x 1 = 0");
        assertThat(other.read(times.of(1))).isEqualTo("5 x 1 = 5");
        assertThat(store.read(times.of(1))).isEqualTo("0 x 1 = 0");
        assertThat(computed).hasValue(2);
    }

    @Test
    void threadsMayAskAtOnce() {
        KeyedSelector<Integer, String> few = times.capacity(8);
        List<CompletableFuture<Void>> readers = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            readers.add(CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 5_000; i++) {
                    int factor = i % 37;
                    assertThat(store.read(few.of(factor))).isEqualTo("0 x " + factor + " = 0");
                }
            }));
        }
        readers.forEach(CompletableFuture::join);
    }

    @Test
    void keyedSelectorsDeriveFromOtherSelectors() {
        KeyedSelector<Integer, Boolean> atLeast = COUNT.keyed((count, least) -> count >= least);
        Selector<String> text = atLeast.of(2).map(yes -> yes ? "enough" : "more");
        List<String> texts = new ArrayList<>();
        store.select(text).subscribe(texts::add);
        counter.dispatch(new Add(1));
        counter.dispatch(new Add(1));
        assertThat(texts).containsExactly("more", "enough");
    }

    @Test
    void anyNumberOfSelectorsCombineAcrossSlices() {
        store.use(NAMES);
        Selector<Integer> sum = Selector.combine(
                Arrays.asList(COUNT, NAMES.getter(names -> names.byId().size()), COUNT.map(count -> 100)),
                values -> values.stream().mapToInt(Integer::intValue).sum());
        counter.dispatch(new Add(3));
        store.dispatch(new PutName(1, "Ada"));
        assertThat(store.read(sum)).isEqualTo(104);
        assertThat(sum.slices()).containsExactly(COUNTER, NAMES);
    }

    @Test
    void errorsAndToolsShowTheArgument() {
        Selector<Integer> failing = COUNTER.<String, Integer>getter((state, text) -> Integer.valueOf(text))
                .named("parsed")
                .of("x");
        assertThatThrownBy(() -> store.read(failing))
                .isInstanceOf(StoreException.class)
                .hasMessage("Selector \"parsed(x)\" failed: For input string: \"x\"");
        assertThat(times).hasToString("KeyedSelector[of counter]");
        assertThat(times.of(2)).hasToString("Selector[of counter(2)]").isNotEqualTo(times.of(3));
        assertThat(times.of(2).named("double")).hasToString("Selector[double]");
    }

    @Test
    void badCapacitiesAndArgumentsAreRefused() {
        assertThatThrownBy(() -> times.capacity(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The capacity must be positive, not 0");
        assertThatThrownBy(() -> times.of(null)).isInstanceOf(NullPointerException.class);
        assertThat(times.capacity()).isEqualTo(KeyedSelector.DEFAULT_CAPACITY);
    }
}
