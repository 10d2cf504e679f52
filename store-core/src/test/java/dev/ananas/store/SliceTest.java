package dev.ananas.store;

import static dev.ananas.store.TestSlices.COUNT;
import static dev.ananas.store.TestSlices.COUNTER;
import static dev.ananas.store.TestSlices.NAMES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.store.TestSlices.Add;
import dev.ananas.store.TestSlices.Counter;
import dev.ananas.store.TestSlices.Names;
import dev.ananas.store.TestSlices.PutName;
import dev.ananas.store.TestSlices.Recorder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SliceTest {

    private static final StoreDefinition<String> THEME =
            StoreDefinition.named("theme", () -> "light").keptOnResetAll().build();

    private final Store store = Store.create();
    private final Slice<Counter> counter = store.use(COUNTER);

    @Test
    void replacePutsAnotherStateInPlace() {
        List<Transition> transitions = new ArrayList<>();
        store.transitions().subscribe(transitions::add);
        counter.replace(new Counter(12));
        assertThat(counter.state()).isEqualTo(new Counter(12));
        assertThat(transitions).hasSize(1);
        assertThat(transitions.get(0).action()).isEqualTo(new Replace<>(COUNTER, new Counter(12)));
        assertThat(transitions.get(0).action().name()).isEqualTo("Replace");
    }

    @Test
    void resetGoesBackToTheFirstState() {
        counter.dispatch(new Add(3));
        counter.reset();
        assertThat(counter.state()).isEqualTo(new Counter(0));
        assertThat(store.version()).isEqualTo(2);
    }

    @Test
    void aResetIsReducedToTheSameStateAgain() {
        AtomicInteger made = new AtomicInteger();
        StoreDefinition<Integer> numbered =
                StoreDefinition.named("numbered", made::incrementAndGet).build();
        Slice<Integer> slice = store.use(numbered);
        List<Action> actions = new ArrayList<>();
        store.transitions().map(Transition::action).subscribe(actions::add);
        slice.reset();
        assertThat(slice.state()).isEqualTo(2);
        store.dispatch(actions.get(0));
        assertThat(slice.state()).isEqualTo(2);
        assertThat(made).hasValue(2);
    }

    @Test
    void resetAllIsOneTransitionAndKeepsWhatIsKept() {
        Slice<Names> names = store.use(NAMES);
        Slice<String> theme = store.use(THEME);
        counter.dispatch(new Add(3));
        store.dispatch(new PutName(1, "Ada"));
        theme.replace("dark");
        List<Transition> transitions = new ArrayList<>();
        store.transitions().subscribe(transitions::add);

        store.resetAll();

        assertThat(counter.state()).isEqualTo(new Counter(0));
        assertThat(names.state().byId()).isEmpty();
        assertThat(theme.state()).isEqualTo("dark");
        assertThat(transitions).hasSize(1);
        assertThat(transitions.get(0).changes().of("names")).containsExactly(new RowChange.Deleted("names", 1, "Ada"));
        assertThat(transitions.get(0).action()).hasToString("Reset[counter, names]");
    }

    @Test
    void resetByPredicateTakesWhatItIsTold() {
        Slice<String> theme = store.use(THEME);
        theme.replace("dark");
        counter.dispatch(new Add(3));
        store.reset(definition -> definition == THEME);
        assertThat(theme.state()).isEqualTo("light");
        assertThat(counter.state()).isEqualTo(new Counter(3));
        store.reset(definition -> false);
        assertThat(store.version()).isEqualTo(3);
    }

    @Test
    void aFirstStateThatThrowsFailsTheResetAndChangesNothing() {
        AtomicInteger made = new AtomicInteger();
        Slice<Integer> once = store.use(StoreDefinition.named("once", () -> {
                    if (made.incrementAndGet() > 1) {
                        throw new IllegalStateException("only once");
                    }
                    return 1;
                })
                .build());
        counter.dispatch(new Add(3));
        StateTree before = store.state();
        assertThatThrownBy(store::resetAll).hasMessage("only once");
        assertThatThrownBy(once::reset).hasMessage("only once");
        assertThat(store.state()).isSameAs(before);
    }

    @Test
    void aGivenFirstStateIsUsedInsteadOfTheDefinitions() {
        AtomicInteger asked = new AtomicInteger();
        StoreDefinition<Counter> definition = StoreDefinition.named("hydrated", () -> {
                    asked.incrementAndGet();
                    return new Counter(0);
                })
                .build();
        Store hydrated =
                Store.builder().initialState(definition, new Counter(41)).build();
        Slice<Counter> slice = hydrated.use(definition);
        assertThat(slice.state()).isEqualTo(new Counter(41));
        assertThat(asked).hasValue(0);
        assertThat(hydrated.version()).isZero();
        slice.reset();
        assertThat(slice.state()).isEqualTo(new Counter(0));
    }

    @Test
    void aSliceIsMadeOncePerStoreHoweverManyThreadsAsk() {
        AtomicInteger made = new AtomicInteger();
        StoreDefinition<Integer> lazy =
                StoreDefinition.named("lazy", made::incrementAndGet).build();
        assertThat(made).hasValue(0);
        List<CompletableFuture<Slice<Integer>>> asking = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            asking.add(CompletableFuture.supplyAsync(() -> store.use(lazy)));
        }
        Slice<Integer> slice = store.use(lazy);
        asking.forEach(one -> assertThat(one.join()).isSameAs(slice));
        assertThat(made).hasValue(1);
    }

    @Test
    void aSliceSelectsWhatItsStateShows() {
        List<String> heard = new ArrayList<>();
        counter.select(state -> state.count() > 1 ? "many" : "few").subscribe(heard::add);
        counter.dispatch(new Add(1));
        counter.dispatch(new Add(1));
        assertThat(heard).containsExactly("few", "many");
    }

    @Test
    void changesTellBothStatesAndWhatChanged() {
        Slice<Names> names = store.use(NAMES);
        List<SliceChange<Names>> heard = new ArrayList<>();
        names.changes().subscribe(heard::add);
        counter.dispatch(new Add(1));
        store.transaction("hire", () -> {
            counter.dispatch(new Add(1));
            store.dispatch(new PutName(1, "Ada"));
        });
        assertThat(heard).hasSize(1);
        SliceChange<Names> change = heard.get(0);
        assertThat(change.version()).isEqualTo(2);
        assertThat(change.action().name()).isEqualTo("hire");
        assertThat(change.before()).isEqualTo(new Names(Map.of()));
        assertThat(change.after()).isEqualTo(new Names(Map.of(1, "Ada")));
        assertThat(change.changes().of("names")).containsExactly(new RowChange.Inserted("names", 1, "Ada"));
    }

    @Test
    void aDisposedSliceKeepsItsStateForTheNextUse() {
        Recorder<Integer> counts = new Recorder<>();
        Recorder<SliceChange<Counter>> changes = new Recorder<>();
        Recorder<Integer> ofStore = new Recorder<>();
        counter.select(Counter::count).subscribe(counts);
        counter.changes().subscribe(changes);
        store.select(COUNT).subscribe(ofStore);
        counter.dispatch(new Add(3));

        counter.dispose();
        counter.dispose();

        assertThat(counter.isDisposed()).isTrue();
        assertThat(counts.completed).isTrue();
        assertThat(ofStore.completed).isFalse();
        assertThat(counter.state()).isEqualTo(new Counter(3));
        assertThatThrownBy(() -> counter.dispatch(new Add(1)))
                .isInstanceOf(StoreException.class)
                .hasMessage("Action \"Add\" was refused: slice \"counter\" was disposed of;"
                        + " call store.use(...) with its definition for a new one");
        assertThatThrownBy(() -> store.dispatch(new Add(1)))
                .isInstanceOf(ActionFailedException.class)
                .hasMessageContaining("no slice handles it");

        Slice<Counter> again = store.use(COUNTER);
        assertThat(again).isNotSameAs(counter);
        again.dispatch(new Add(1));
        assertThat(again.state()).isEqualTo(new Counter(4));
        assertThat(counter.isDisposed()).isTrue();
        assertThat(counter).hasToString("Slice[counter, disposed]");
        changes.requestUnbounded();
        assertThat(changes.completed).isTrue();
    }

    @Test
    void aSliceDisposedOfWithItsStateBeginsAnew() {
        counter.dispatch(new Add(3));
        counter.disposeWithState();
        counter.disposeWithState();
        assertThat(store.version()).isEqualTo(2);
        assertThat(store.use(COUNTER).state()).isEqualTo(new Counter(0));
    }

    @Test
    void theStateOfADisposedSliceIsResetWithAllOthers() {
        counter.dispatch(new Add(3));
        counter.dispose();
        store.resetAll();
        assertThat(store.use(COUNTER).state()).isEqualTo(new Counter(0));
    }

    @Test
    void aReducerMustNotDisposeOfASlice() {
        assertThatThrownBy(() -> counter.patch("bad", state -> {
                    counter.dispose();
                    return state;
                }))
                .hasMessageContaining(
                        "Disposing of slice \"counter\" was refused while action \"bad\" was being reduced");
        assertThat(counter.isDisposed()).isFalse();
        counter.dispatch(new Add(1));
        assertThat(counter.state()).isEqualTo(new Counter(1));
    }
}
