package dev.ananas.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.store.Action;
import dev.ananas.store.DevelopmentWarning;
import dev.ananas.store.DevelopmentWarning.Kind;
import dev.ananas.store.Selector;
import dev.ananas.store.Slice;
import dev.ananas.store.Store;
import dev.ananas.store.StoreDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/** Stands outside the packages of the library, like an application, whose places are named. */
class DevelopmentChecksTest {

    record Add(int by) implements Action {}

    record Roll() implements Action {}

    private static final AtomicInteger DICE = new AtomicInteger();

    private static final StoreDefinition<Integer> COUNT = StoreDefinition.named("count", () -> 0)
            .on(Add.class, (state, add) -> state + add.by())
            .on(Roll.class, (state, roll) -> DICE.incrementAndGet())
            .build();

    private final List<DevelopmentWarning> warnings = new ArrayList<>();
    private final Store store = Store.builder().developmentChecks(warnings::add).build();
    private final Slice<Integer> count = store.use(COUNT);

    @Test
    void anImpureReducerIsToldOnceWithThePlaceThatDispatched() {
        count.dispatch(new Add(1));
        count.dispatch(new Roll());
        count.dispatch(new Roll());
        assertThat(warnings).hasSize(1);
        DevelopmentWarning warning = warnings.get(0);
        assertThat(warning.kind()).isEqualTo(Kind.IMPURE_REDUCER);
        assertThat(warning.message())
                .startsWith("The reducer of slice \"count\" for action \"Roll\" gave two results for one state");
        assertThat(warning.callSite())
                .contains("DevelopmentChecksTest.anImpureReducerIsToldOnceWithThePlaceThatDispatched");
        assertThat(warning).hasToString(warning.message() + " (at " + warning.callSite() + ")");
    }

    @Test
    void anImpurePatchIsTold() {
        AtomicInteger made = new AtomicInteger();
        count.patch("fine", state -> 5);
        count.patch("random", state -> made.incrementAndGet());
        assertThat(warnings).extracting(DevelopmentWarning::kind).containsExactly(Kind.IMPURE_REDUCER);
        assertThat(count.state()).isEqualTo(1);
    }

    @Test
    void anUnstableSelectorIsToldOnceWithThePlaceThatRead() {
        Selector<Object> unstable = COUNT.<Object>getter(state -> new Object()).named("unstable");
        Selector<Integer> stable = COUNT.getter(state -> state * 2);
        for (int i = 0; i < 3; i++) {
            store.read(stable);
            store.read(unstable);
            count.dispatch(new Add(1));
        }
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0).kind()).isEqualTo(Kind.UNSTABLE_SELECTOR);
        assertThat(warnings.get(0).message()).startsWith("Selector \"unstable\" gave two results for one state");
        assertThat(warnings.get(0).callSite()).contains("anUnstableSelectorIsToldOnceWithThePlaceThatRead");
    }

    @Test
    void aSubscriberThatMissesManyValuesIsToldWithThePlaceThatSubscribed() {
        store.select(COUNT.state()).subscribe(new Asking(1));
        for (int i = 0; i < 1_000; i++) {
            count.dispatch(new Add(1));
        }
        assertThat(warnings).isEmpty();
        for (int i = 0; i < 1_000; i++) {
            count.dispatch(new Add(1));
        }
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0).kind()).isEqualTo(Kind.SLOW_SUBSCRIBER);
        assertThat(warnings.get(0).callSite())
                .contains("aSubscriberThatMissesManyValuesIsToldWithThePlaceThatSubscribed");
    }

    @Test
    void aSubscriberThatLetsManyTransitionsWaitIsTold() {
        store.transitions().subscribe(new Asking(0));
        for (int i = 0; i < 1_000; i++) {
            count.dispatch(new Add(1));
        }
        assertThat(warnings).extracting(DevelopmentWarning::kind).containsExactly(Kind.SLOW_SUBSCRIBER);
    }

    @Test
    void subscribersThatKeepUpAreNotTold() {
        store.transitions().subscribe();
        store.select(COUNT.state()).subscribe();
        for (int i = 0; i < 2_500; i++) {
            count.dispatch(new Add(1));
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void aWriteFromAReducerSaysWhereItWas() {
        assertThatThrownBy(() -> count.patch("bad", state -> {
                    count.dispatch(new Add(1));
                    return state;
                }))
                .hasMessageContaining("reducers and change trackers are pure and must not write")
                .hasMessageContaining("DevelopmentChecksTest");
    }

    @Test
    void withoutChecksEverythingRunsOnceAndNothingIsTold() {
        AtomicInteger runs = new AtomicInteger();
        Store production = Store.builder()
                .developmentChecks(warnings::add)
                .developmentChecks(false)
                .build();
        Slice<Integer> slice = production.use(COUNT);
        slice.patch("counted", state -> runs.incrementAndGet());
        production.read(COUNT.getter(state -> runs.incrementAndGet()));
        assertThat(runs).hasValue(2);
        assertThat(warnings).isEmpty();
    }

    @Test
    void twoStoresOfOneBuilderAreCheckedApart() {
        var builder = Store.builder().developmentChecks(warnings::add);
        builder.build().use(COUNT).dispatch(new Roll());
        builder.build().use(COUNT).dispatch(new Roll());
        assertThat(warnings).hasSize(2);
    }

    private static final class Asking extends BaseSubscriber<Object> {

        private final long first;

        Asking(long first) {
            this.first = first;
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            if (first > 0) {
                subscription.request(first);
            }
        }
    }
}
