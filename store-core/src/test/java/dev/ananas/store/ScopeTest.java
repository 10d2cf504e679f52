package dev.ananas.store;

import static dev.ananas.store.TestSlices.COUNT;
import static dev.ananas.store.TestSlices.COUNTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.store.TestSlices.Add;
import dev.ananas.store.TestSlices.Counter;
import dev.ananas.store.TestSlices.Recorder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

class ScopeTest {

    private final Store store = Store.create();
    private final Slice<Counter> counter = store.use(COUNTER);
    private final Scope window = Scope.named("window");

    @Test
    void aScopeEndsWhatItHolds() {
        List<Integer> counts = new ArrayList<>();
        List<String> calls = new ArrayList<>();
        window.add(store.select(COUNT).subscribe(counts::add));
        window.add(store.onAction(call -> calls.add(call.name())));
        counter.dispatch(new Add(1));
        window.close();
        counter.dispatch(new Add(1));
        assertThat(counts).containsExactly(0, 1);
        assertThat(calls).containsExactly("Add");
        assertThat(window.isDisposed()).isTrue();
    }

    @Test
    void aClosedScopeRefusesAndEndsWhatItIsGiven() {
        window.close();
        Disposable late = store.select(COUNT).subscribe();
        assertThatThrownBy(() -> window.add(late))
                .isInstanceOf(StoreException.class)
                .hasMessage("The scope \"window\" is closed; what was added to it has been ended");
        assertThat(late.isDisposed()).isTrue();
        assertThatThrownBy(() -> window.child("tab")).isInstanceOf(StoreException.class);
        window.close();
    }

    @Test
    void aStreamGoesOnUntilTheScopeCloses() {
        Recorder<Integer> counts = new Recorder<>();
        Flux<Integer> bound = window.until(store.select(COUNT));
        bound.subscribe(counts);
        counts.requestUnbounded();
        counter.dispatch(new Add(1));
        window.close();
        counter.dispatch(new Add(1));
        assertThat(counts.values).containsExactly(0, 1);
        assertThat(counts.completed).isTrue();
        assertThat(bound.collectList().block()).isEmpty();
    }

    @Test
    void childrenCloseWithTheirParentOrEarlier() {
        Scope tab = window.child("tab");
        Scope other = window.child("other");
        Disposable inTab = tab.add(Disposables.single());
        Disposable inOther = other.add(Disposables.single());
        tab.close();
        assertThat(inTab.isDisposed()).isTrue();
        assertThat(inOther.isDisposed()).isFalse();
        window.close();
        assertThat(inOther.isDisposed()).isTrue();
    }

    @Test
    void theLatestMemberEndsFirstAndOneThatFailsSparesTheOthers() {
        List<String> ended = new ArrayList<>();
        window.add(() -> ended.add("first"));
        window.add(() -> {
            throw new IllegalStateException("one");
        });
        window.add(() -> {
            throw new IllegalStateException("two");
        });
        window.add(() -> ended.add("last"));
        assertThatThrownBy(window::close)
                .hasMessage("two")
                .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessage("one"));
        assertThat(ended).containsExactly("last", "first");
    }

    @Test
    void whatEndedByItselfIsDropped() {
        for (int i = 0; i < 1_000; i++) {
            window.add(Flux.just(i).subscribe());
        }
        assertThat(window.held()).isLessThan(100);
        window.add(Flux.never().subscribe());
        assertThat(window.size()).isEqualTo(1);
        assertThat(window).hasToString("Scope[window, 1 members]");
    }
}
