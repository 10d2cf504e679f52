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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionTest {

    private final Store store = Store.create();
    private final Slice<Counter> counter = store.use(COUNTER);
    private final List<Transition> transitions = new ArrayList<>();

    TransactionTest() {
        store.transitions().subscribe(transitions::add);
    }

    @Test
    void aTransactionReturnsAResultAndReadsItsOwnWrites() {
        int seen = store.transact(() -> {
            counter.dispatch(new Add(4));
            return store.read(COUNT);
        });
        String named = store.transaction("named", () -> "result");
        assertThat(seen).isEqualTo(4);
        assertThat(named).isEqualTo("result");
        assertThat(transitions).hasSize(1);
        assertThat(transitions.get(0).action().name()).isEqualTo("transaction");
    }

    @Test
    void aNestedTransactionJoins() {
        store.transaction("outer", () -> {
            counter.dispatch(new Add(1));
            store.transaction("inner", () -> counter.dispatch(new Add(2)));
        });
        assertThat(transitions).hasSize(1);
        assertThat(transitions.get(0).action()).isEqualTo(new Transaction("outer", List.of(new Add(1), new Add(2))));
    }

    @Test
    void aCaughtActionLeavesTheRestStanding() {
        store.transaction("careful", () -> {
            counter.dispatch(new Add(1));
            assertThatThrownBy(() -> counter.dispatch(new Fail("no"))).isInstanceOf(ActionFailedException.class);
            counter.dispatch(new Add(1));
        });
        assertThat(counter.state()).isEqualTo(new Counter(2));
        assertThat(transitions.get(0).action()).isEqualTo(new Transaction("careful", List.of(new Add(1), new Add(1))));
    }

    @Test
    void aCaughtNestedTransactionTakesItsOwnWritesBack() {
        store.transaction("outer", () -> {
            counter.dispatch(new Add(1));
            assertThatThrownBy(() -> store.transaction("inner", () -> {
                        store.use(NAMES);
                        store.dispatch(new PutName(1, "Ada"));
                        counter.dispatch(new Add(10));
                        throw new IllegalStateException("inner");
                    }))
                    .hasMessage("inner");
            assertThat(counter.state()).isEqualTo(new Counter(1));
            assertThat(store.state().get(NAMES).byId()).isEmpty();
        });
        assertThat(counter.state()).isEqualTo(new Counter(1));
        assertThat(transitions).hasSize(1);
        assertThat(transitions.get(0).changes().isEmpty()).isTrue();
    }

    @Test
    void aTransactionWithoutAChangeIsNoTransition() {
        StateTree before = store.state();
        store.transaction("idle", () -> {});
        Counter start = counter.state();
        store.transaction("there and back", () -> {
            counter.dispatch(new Add(1));
            counter.patch("back", state -> start);
        });
        assertThat(transitions).isEmpty();
        assertThat(store.state()).isSameAs(before);
        assertThat(store.version()).isZero();
    }

    @Test
    void aSliceUsedInAFailedTransactionStays() {
        assertThatThrownBy(() -> store.transaction("doomed", () -> {
                    store.use(NAMES);
                    store.dispatch(new PutName(1, "Ada"));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(store.state().slices()).containsExactly("counter", "names");
        assertThat(store.state().get(NAMES).byId()).isEmpty();
        assertThat(store.version()).isZero();
    }

    @Test
    void aSliceUsedInATransactionIsInBothTreesOfTheTransition() {
        store.transaction("new slice", () -> {
            store.use(NAMES);
            store.dispatch(new PutName(1, "Ada"));
        });
        assertThat(transitions.get(0).before().get(NAMES).byId()).isEmpty();
        assertThat(transitions.get(0).after().get(NAMES).byId()).containsEntry(1, "Ada");
    }

    @Test
    void aFailedTransactionLeavesNoSelectorResultBehind() {
        Selector<List<Integer>> boxed = COUNTER.getter(state -> new ArrayList<>(List.of(state.count())));
        List<Integer> before = store.read(boxed);
        assertThatThrownBy(() -> store.transaction("doomed", () -> {
                    counter.dispatch(new Add(1));
                    assertThat(store.read(boxed)).containsExactly(1);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(store.read(boxed)).isSameAs(before);
    }

    @Test
    void whoSubscribesInsideStartsWithTheCommittedValue() {
        List<Integer> counts = new ArrayList<>();
        store.transaction("inside", () -> {
            counter.dispatch(new Add(1));
            store.select(COUNT).subscribe(counts::add);
            assertThat(counts).containsExactly(0);
            counter.dispatch(new Add(1));
        });
        assertThat(counts).containsExactly(0, 2);
    }

    @Test
    void theStoreDoesNotCloseInside() {
        assertThatThrownBy(() -> store.transaction("closing", store::close))
                .isInstanceOf(StoreException.class)
                .hasMessage("The store cannot be closed inside a transaction; close it afterwards");
        assertThat(store.isClosed()).isFalse();
    }

    private record Tell(String what) implements Command<String> {}

    private final List<String> told = new ArrayList<>();

    private Slice<String> telling(Store of) {
        return of.use(StoreDefinition.named("told", () -> "")
                .answer(Tell.class, (state, tell) -> {
                    Runnable afterwards = () -> told.add(tell.what() + " at version " + of.version());
                    return new Next<>(state, tell.what(), List.of(afterwards));
                })
                .build());
    }

    @Test
    void whatAReducerWantsAfterwardsRunsBehindTheEmissionsOfTheWholeTransaction() {
        Slice<String> slice = telling(store);
        store.select(COUNT).subscribe(count -> told.add("count " + count));
        store.transaction("all", () -> {
            slice.dispatch(new Tell("first"));
            counter.dispatch(new Add(1));
            slice.dispatch(new Tell("second"));
        });
        assertThat(told).containsExactly("count 0", "count 1", "first at version 1", "second at version 1");
    }

    @Test
    void whatAReducerWantsAfterwardsRunsWithoutAChangeToo() {
        assertThat(telling(store).dispatch(new Tell("nothing"))).isEqualTo("nothing");
        assertThat(told).containsExactly("nothing at version 0");
    }

    @Test
    void whatFailedWantsNothingAfterwards() {
        Slice<String> slice = telling(store);
        store.transaction("careful", () -> {
            slice.dispatch(new Tell("kept"));
            assertThatThrownBy(() -> store.transaction("inner", () -> {
                        slice.dispatch(new Tell("dropped"));
                        counter.dispatch(new Fail("no"));
                    }))
                    .isInstanceOf(ActionFailedException.class);
        });
        assertThat(told).containsExactly("kept at version 0");
    }

    @Test
    void whatFailsAfterwardsIsReportedAndTheRestRuns() {
        List<Throwable> reported = new ArrayList<>();
        Store reporting = Store.builder().onSubscriberError(reported::add).build();
        RuntimeException broken = new IllegalStateException("broken");
        Slice<String> slice = reporting.use(StoreDefinition.named("told", () -> "")
                .answer(
                        Tell.class,
                        (state, tell) -> new Next<>(
                                tell.what(),
                                "answer",
                                List.of(
                                        () -> {
                                            throw broken;
                                        },
                                        () -> told.add("after"))))
                .build());
        assertThat(slice.dispatch(new Tell("done"))).isEqualTo("answer");
        assertThat(slice.state()).isEqualTo("done");
        assertThat(reported).containsExactly(broken);
        assertThat(told).containsExactly("after");
    }
}
