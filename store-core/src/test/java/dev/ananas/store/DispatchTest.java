package dev.ananas.store;

import static dev.ananas.store.TestSlices.COUNT;
import static dev.ananas.store.TestSlices.COUNTER;
import static dev.ananas.store.TestSlices.NAMES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.store.TestSlices.Add;
import dev.ananas.store.TestSlices.Counter;
import dev.ananas.store.TestSlices.Fail;
import dev.ananas.store.TestSlices.Nobody;
import dev.ananas.store.TestSlices.PutName;
import dev.ananas.store.TestSlices.Take;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DispatchTest {

    private final Store store = Store.create();

    sealed interface Light extends Action permits On, Off, Dim {}

    record On() implements Light {}

    record Off() implements Light {}

    record Dim(int to) implements Light {}

    static class Base implements Action {}

    static final class Derived extends Base {}

    @Test
    void aReducerMakesTheNextState() {
        Slice<Counter> counter = store.use(COUNTER);
        counter.dispatch(new Add(2));
        store.dispatch(new Add(3));
        assertThat(counter.state()).isEqualTo(new Counter(5));
        assertThat(store.version()).isEqualTo(2);
    }

    @Test
    void aCommandAnswers() {
        Slice<Counter> counter = store.use(COUNTER);
        counter.dispatch(new Add(3));
        Integer taken = counter.dispatch(new Take(2));
        assertThat(taken).isEqualTo(2);
        assertThat(store.dispatch(new Take(9))).isEqualTo(1);
        assertThat(counter.state()).isEqualTo(new Counter(0));
    }

    @Test
    void anActionThatChangesNothingIsNoTransition() {
        store.use(COUNTER);
        StateTree before = store.state();
        List<Transition> transitions = new ArrayList<>();
        store.transitions().subscribe(transitions::add);
        store.dispatch(new Add(0));
        assertThat(store.version()).isZero();
        assertThat(store.state()).isSameAs(before);
        assertThat(transitions).isEmpty();
    }

    @Test
    void severalSlicesReactToOneAction() {
        StoreDefinition<Integer> log = StoreDefinition.named("log", () -> 0)
                .on(Add.class, (count, add) -> count + 1)
                .build();
        store.use(COUNTER);
        store.use(log);
        store.dispatch(new Add(5));
        assertThat(store.state().get(COUNTER)).isEqualTo(new Counter(5));
        assertThat(store.state().get(log)).isEqualTo(1);
        assertThat(store.version()).isEqualTo(1);
    }

    @Test
    void aReducerOfAnInterfaceServesItsClassesAndTheExactOneWins() {
        StoreDefinition<String> light = StoreDefinition.named("light", () -> "")
                .on(Light.class, (state, action) -> action.name())
                .on(Dim.class, (state, dim) -> "dimmed to " + dim.to())
                .build();
        Slice<String> slice = store.use(light);
        slice.dispatch(new On());
        assertThat(slice.state()).isEqualTo("On");
        slice.dispatch(new Dim(3));
        assertThat(slice.state()).isEqualTo("dimmed to 3");
        slice.dispatch(new Off());
        assertThat(slice.state()).isEqualTo("Off");
    }

    @Test
    void aReducerOfASuperclassServesItsSubclasses() {
        StoreDefinition<Integer> based = StoreDefinition.named("based", () -> 0)
                .on(Base.class, (state, action) -> state + 1)
                .on(Action.class, (state, action) -> state + 100)
                .build();
        Slice<Integer> slice = store.use(based);
        slice.dispatch(new Derived());
        slice.dispatch(new On());
        assertThat(slice.state()).isEqualTo(101);
    }

    @Test
    void aPatchIsAnActionWithAName() {
        Slice<Counter> counter = store.use(COUNTER);
        List<Transition> transitions = new ArrayList<>();
        store.transitions().subscribe(transitions::add);
        counter.patch("correct", state -> new Counter(40));
        assertThat(counter.state()).isEqualTo(new Counter(40));
        assertThat(transitions.get(0).action().name()).isEqualTo("correct");
        assertThat(transitions.get(0).action()).hasToString("Patch[counter, correct]");
    }

    @Test
    void aSliceIsMadeOnceAndIsNoTransition() {
        Slice<Counter> first = store.use(COUNTER);
        assertThat(store.use(COUNTER)).isSameAs(first);
        assertThat(store.version()).isZero();
        assertThat(store.state().slices()).containsExactly("counter");
        assertThat(store.state().contains(COUNTER)).isTrue();
        assertThat(store.state().contains(NAMES)).isFalse();
    }

    @Test
    void changesAreTrackedPerSlice() {
        store.use(NAMES);
        store.dispatch(new PutName(1, "Ada"));
        List<ChangeSet> changes = new ArrayList<>();
        store.transitions().map(Transition::changes).subscribe(changes::add);
        store.transaction("rename", () -> {
            store.dispatch(new PutName(1, "?"));
            store.dispatch(new PutName(1, "Ada L"));
            store.dispatch(new PutName(2, "Bob"));
        });
        assertThat(changes.get(0).of("names"))
                .containsExactly(
                        new RowChange.Updated("names", 1, "Ada", "Ada L", 2),
                        new RowChange.Inserted("names", 2, "Bob"));
    }

    @Test
    void aFailingReducerIsNamed() {
        store.use(COUNTER);
        assertThatThrownBy(() -> store.dispatch(new Fail("out of paper")))
                .isInstanceOf(ActionFailedException.class)
                .hasMessage("Action \"Fail\" failed: out of paper")
                .hasCause(new IllegalStateException("out of paper"))
                .satisfies(e -> assertThat(((ActionFailedException) e).action()).isEqualTo(new Fail("out of paper")));
    }

    @Test
    void aCauseWithoutAMessageIsNamedByItsClass() {
        Slice<Counter> counter = store.use(COUNTER);
        assertThatThrownBy(() -> counter.patch("p", state -> {
                    throw new UnsupportedOperationException();
                }))
                .hasMessage("Action \"p\" failed: java.lang.UnsupportedOperationException");
    }

    @Test
    void aStoreExceptionOfAReducerIsWrappedToo() {
        Slice<Counter> counter = store.use(COUNTER);
        assertThatThrownBy(() -> counter.patch("p", state -> {
                    throw new StoreException("inner");
                }))
                .isInstanceOf(ActionFailedException.class)
                .hasMessage("Action \"p\" failed: inner");
    }

    @Test
    void anErrorPropagatesAsItIs() {
        Slice<Counter> counter = store.use(COUNTER);
        AssertionError error = new AssertionError("broken");
        assertThatThrownBy(() -> counter.patch("p", state -> {
                    throw error;
                }))
                .isSameAs(error);
        counter.dispatch(new Add(1));
        assertThat(counter.state()).isEqualTo(new Counter(1));
    }

    @Test
    void aReducerMustNotReturnNull() {
        Slice<Counter> counter = store.use(COUNTER);
        assertThatThrownBy(() -> counter.patch("forget", state -> null))
                .hasMessage("Action \"forget\" failed: the reducer of slice \"counter\" returned null;"
                        + " it returns the state it was given if nothing changes");
    }

    @Test
    void aReducerMustNotDispatch() {
        Slice<Counter> counter = store.use(COUNTER);
        String refused = " was refused while action \"impure\" was being reduced: reducers and change trackers are pure"
                + " and must not write; a middleware may write after chain.next(...)";
        assertThatThrownBy(() -> counter.patch("impure", state -> {
                    store.dispatch(new Add(1));
                    return state;
                }))
                .isInstanceOf(ActionFailedException.class)
                .hasMessage("Action \"impure\" failed: Action \"Add\"" + refused);
        assertThatThrownBy(() -> counter.patch("impure", state -> store.transact(() -> state)))
                .hasMessage("Action \"impure\" failed: Transaction \"transaction\"" + refused);
        assertThatThrownBy(() -> counter.patch("impure", state -> {
                    store.use(NAMES);
                    return state;
                }))
                .hasMessage("Action \"impure\" failed: Slice \"names\"" + refused);
        assertThat(store.read(COUNT)).isZero();
        assertThat(store.state().slices()).containsExactly("counter");
    }

    @Test
    void aFailingChangeTrackerFailsTheActionAndMustNotWrite() {
        StoreDefinition<Integer> tracked = StoreDefinition.named("tracked", () -> 0)
                .on(Add.class, (state, add) -> state + add.by())
                .tracked((before, after, into) -> store.dispatch(new Add(1)))
                .build();
        store.use(tracked);
        StateTree before = store.state();
        assertThatThrownBy(() -> store.dispatch(new Add(1)))
                .isInstanceOf(ActionFailedException.class)
                .hasMessageStartingWith(
                        "Action \"Add\" failed: Action \"Add\" was refused while action \"Add\" was being");
        assertThat(store.state()).isSameAs(before);
        assertThat(store.version()).isZero();
    }

    @Test
    void anUnknownActionIsAnErrorThatNamesWhatIsKnown() {
        assertThatThrownBy(() -> store.dispatch(new Nobody()))
                .hasMessage("Action \"Nobody\" failed: no slice handles it;"
                        + " the store has no slices, call store.use(...) first");
        store.use(COUNTER);
        store.use(NAMES);
        assertThatThrownBy(() -> store.dispatch(new Nobody()))
                .hasMessage("Action \"Nobody\" failed: no slice handles it; the slices in use know:"
                        + " counter (Add, Fail, Take), names (PutName, RemoveName); register Nobody with on(...),"
                        + " or call store.use(...) with the slice that does");
    }

    @Test
    void exactlyOneSliceAnswersACommand() {
        StoreDefinition<Integer> deaf = StoreDefinition.named("deaf", () -> 0)
                .on(Take.class, (state, take) -> state + 1)
                .build();
        StoreDefinition<Integer> rival = StoreDefinition.named("rival", () -> 0)
                .answer(Take.class, (state, take) -> Next.of(state, 0))
                .build();
        store.use(deaf);
        assertThatThrownBy(() -> store.dispatch(new Take(1)))
                .hasMessage("Action \"Take\" failed: no slice answers it;"
                        + " register its reducer with answer(...) instead of on(...) in deaf");
        store.use(COUNTER);
        store.use(rival);
        assertThatThrownBy(() -> store.dispatch(new Take(1)))
                .hasMessage("Action \"Take\" failed: more than one slice answers it: counter, rival");
    }

    @Test
    void aNameBelongsToOneDefinition() {
        store.use(COUNTER);
        StoreDefinition<Integer> impostor =
                StoreDefinition.named("counter", () -> 0).build();
        assertThatThrownBy(() -> store.use(impostor))
                .isInstanceOf(StoreException.class)
                .hasMessage("Another definition named \"counter\" is in use in this store;"
                        + " keep a definition in a constant or give it another name");
        assertThat(store.state().get(COUNTER)).isEqualTo(new Counter(0));
    }

    @Test
    void aSliceNotInUseIsAnErrorThatSaysWhatToDo() {
        store.use(COUNTER);
        assertThatThrownBy(() -> store.state().get(NAMES))
                .isInstanceOf(StoreException.class)
                .hasMessage("Slice \"names\" is not in this state tree (slices: counter);"
                        + " call store.use(...) with its definition first");
    }

    @Test
    void aDefinitionHasOneReducerPerClass() {
        assertThatThrownBy(() -> StoreDefinition.named("twice", () -> 0)
                        .on(Add.class, (state, add) -> state)
                        .on(Add.class, (state, add) -> state))
                .hasMessage("Slice \"twice\" has two reducers for Add; keep one");
    }

    @Test
    void anInitialStateIsNotNull() {
        StoreDefinition<Integer> empty =
                StoreDefinition.<Integer>named("empty", () -> null).build();
        assertThatThrownBy(() -> store.use(empty)).hasMessage("The initial state of slice \"empty\" is null");
        assertThat(store.state().slices()).isEmpty();
    }

    @Test
    void nullsAreRefusedByName() {
        assertThatThrownBy(() -> store.dispatch((Action) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("action");
        assertThatThrownBy(() -> store.use(null)).hasMessage("definition");
        assertThatThrownBy(() -> store.read(null)).hasMessage("selector");
        assertThatThrownBy(() -> store.transaction(null, () -> {})).hasMessage("name");
        assertThatThrownBy(() -> StoreDefinition.named("x", null)).hasMessage("initial");
    }
}
