package dev.ananas.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class HistoryTest {

    record Add(int by) implements Action {}

    record Note(int by) implements Recorded {
        @Override
        public Step step() {
            return Step.named("note").notUndoable();
        }
    }

    record Typed(String letter) implements Recorded {
        @Override
        public Step step() {
            return Step.named("type").in("text").grouped("word", Duration.ofSeconds(1));
        }
    }

    static final StoreDefinition<Integer> COUNT = StoreDefinition.named("count", () -> 0)
            .on(Add.class, (state, add) -> state + add.by())
            .on(Note.class, (state, note) -> state + note.by())
            .build();
    static final StoreDefinition<String> TEXT = StoreDefinition.named("text", () -> "")
            .on(Typed.class, (state, typed) -> state + typed.letter())
            .build();

    private final Store store =
            Store.builder().history(HistoryOptions.defaults()).build();
    private final History history = store.history();
    private final Slice<Integer> count = store.use(COUNT);
    private final Slice<String> text = store.use(TEXT);

    @Test
    void undoOfTheLatestTransitionRestoresThePreviousTree() {
        store.dispatch(new Add(1));
        StateTree before = store.state();
        store.transaction("both", () -> {
            store.dispatch(new Add(2));
            store.dispatch(new Typed("a"));
        });
        StateTree after = store.state();

        assertThat(history.undo())
                .hasValueSatisfying(move -> assertThat(move.label()).isEqualTo("type"));
        assertThat(store.state()).isSameAs(before);
        assertThat(history.redo()).isPresent();
        assertThat(store.state()).isSameAs(after);
        assertThat(store.version()).isEqualTo(4);
    }

    @Test
    void stepsAreUndoneAndRedoneInTurnUntilNothingIsLeft() {
        List<StateTree> trees = new ArrayList<>(List.of(store.state()));
        for (int i = 1; i <= 5; i++) {
            store.dispatch(new Add(i));
            trees.add(store.state());
        }
        for (int i = 4; i >= 0; i--) {
            assertThat(history.undo()).isPresent();
            assertThat(store.state()).isSameAs(trees.get(i));
        }
        assertThat(history.undo()).isEmpty();
        for (int i = 1; i <= 5; i++) {
            assertThat(history.redo()).isPresent();
            assertThat(store.state()).isSameAs(trees.get(i));
        }
        assertThat(history.redo()).isEmpty();
    }

    @Test
    void aNewStepEndsWhatCouldBeRedone() {
        store.dispatch(new Add(1));
        store.dispatch(new Add(10));
        history.undo();
        store.dispatch(new Add(100));

        assertThat(history.redo()).isEmpty();
        history.undo();
        history.undo();
        assertThat(count.state()).isZero();
    }

    @Test
    void anUndoIsATransitionThatMiddlewareSeesAndMayDrop() {
        List<String> seen = new ArrayList<>();
        Store watched = Store.builder()
                .history(HistoryOptions.defaults())
                .middleware((action, chain) -> {
                    seen.add(action.name());
                    boolean drops = action instanceof Rewrite rewrite && rewrite.kind() == Rewrite.Kind.REDO;
                    return drops ? null : chain.next(action);
                })
                .build();
        watched.use(COUNT);
        List<Action> actions = new ArrayList<>();
        watched.transitions().map(Transition::action).subscribe(actions::add);
        watched.dispatch(new Add(1));
        watched.history().undo();

        assertThat(watched.history().redo()).isEmpty();
        assertThat(seen).containsExactly("Add", "undo Add", "redo Add");
        assertThat(actions).hasSize(2).last().isInstanceOf(Rewrite.class);
        assertThat(watched.history().state().canRedo()).isTrue();
    }

    @Test
    void whatCannotBeUndoneStaysWhenAnOlderStepIsTakenBack() {
        store.dispatch(new Add(1));
        store.dispatch(new Note(10));
        history.undo();

        assertThat(count.state()).isEqualTo(10);
        assertThat(history.state().canUndo()).isFalse();
        history.redo();
        assertThat(count.state()).isEqualTo(11);
    }

    @Test
    void undoOfAScopeLeavesOtherScopesAlone() {
        history.scope("a", "one", () -> store.dispatch(new Add(1)));
        history.scope("b", "ten", () -> store.dispatch(new Add(10)));
        history.scope("a", "hundred", () -> store.dispatch(new Add(100)));

        assertThat(history.undo("b"))
                .hasValueSatisfying(move -> assertThat(move.label()).isEqualTo("ten"));
        assertThat(count.state()).isEqualTo(101);
        history.undo("a");
        history.undo("a");
        assertThat(count.state()).isZero();
        assertThat(history.undo("a")).isEmpty();
        history.redo("b");
        assertThat(count.state()).isEqualTo(10);
        history.redo("a");
        assertThat(count.state()).isEqualTo(11);
        assertThat(history.state("a").undoLabel()).isEqualTo("one");
        assertThat(history.state("b").redoLabel()).isNull();
    }

    @Test
    void typingAWordIsOneStepUntilAPauseOrTheEndOfTheGroup() {
        VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
        try {
            type("wo");
            time.advanceTimeBy(Duration.ofMillis(900));
            type("rd");
            time.advanceTimeBy(Duration.ofMillis(1100));
            type("s");
            history.closeGroup();
            type("!");

            history.undo();
            assertThat(text.state()).isEqualTo("words");
            history.undo();
            assertThat(text.state()).isEqualTo("word");
            history.undo();
            assertThat(text.state()).isEmpty();
        } finally {
            VirtualTimeScheduler.reset();
        }
    }

    private void type(String letters) {
        letters.chars().forEach(letter -> store.dispatch(new Typed(String.valueOf((char) letter))));
    }

    @Test
    void anyKeptVersionCanBeVisited() {
        List<StateTree> trees = new ArrayList<>(List.of(store.state()));
        for (int i = 1; i <= 4; i++) {
            store.dispatch(new Add(i));
            trees.add(store.state());
        }
        history.goTo(1);
        assertThat(store.state()).isSameAs(trees.get(1));
        history.redo();
        assertThat(store.state()).isSameAs(trees.get(2));
        history.goTo(4);
        assertThat(store.state()).isSameAs(trees.get(4));
        assertThat(history.state().canRedo()).isFalse();
        assertThatThrownBy(() -> history.goTo(17))
                .isInstanceOf(StoreException.class)
                .hasMessage("Version 17 is not kept; the history can go to [0, 1, 2, 3, 4]");
    }

    @Test
    void branchesAreDiscardedUnlessTheyAreKept() {
        store.dispatch(new Add(1));
        history.undo();
        store.dispatch(new Add(10));
        assertThat(history.versions()).extracting(KeptVersion::version).containsExactly(0L, 3L);

        Store keeping = Store.builder()
                .history(HistoryOptions.defaults().keepBranches())
                .build();
        Slice<Integer> kept = keeping.use(COUNT);
        keeping.dispatch(new Add(1));
        keeping.dispatch(new Add(2));
        keeping.history().goTo(0);
        keeping.dispatch(new Add(10));
        assertThat(keeping.history().versions())
                .extracting(KeptVersion::version, KeptVersion::parent)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0L, null),
                        org.assertj.core.groups.Tuple.tuple(1L, 0L),
                        org.assertj.core.groups.Tuple.tuple(2L, 1L),
                        org.assertj.core.groups.Tuple.tuple(4L, 0L));
        keeping.history().goTo(2);
        assertThat(kept.state()).isEqualTo(3);
        keeping.history().undo();
        assertThat(kept.state()).isEqualTo(1);
        keeping.history().goTo(4);
        assertThat(kept.state()).isEqualTo(10);
        keeping.history().undo();
        assertThat(kept.state()).isZero();
    }

    @Test
    void theOldestStepsGoBeyondTheLimits() {
        Store small =
                Store.builder().history(HistoryOptions.defaults().steps(3)).build();
        Slice<Integer> slice = small.use(COUNT);
        for (int i = 0; i < 10; i++) {
            small.dispatch(new Add(1));
        }
        assertThat(small.history().versions()).extracting(KeptVersion::version).containsExactly(7L, 8L, 9L, 10L);
        while (small.history().undo().isPresent()) {}
        assertThat(slice.state()).isEqualTo(7);

        Store light =
                Store.builder().history(HistoryOptions.defaults().bytes(1100)).build();
        Slice<Integer> other = light.use(COUNT);
        for (int i = 0; i < 10; i++) {
            light.dispatch(new Add(1));
        }
        while (light.history().undo().isPresent()) {}
        assertThat(other.state()).isEqualTo(8);
    }

    @Test
    void menusFollow() {
        StepVerifier.create(history.states())
                .expectNext(new HistoryState(0, null, null))
                .then(() -> store.dispatch(new Add(1)))
                .expectNext(new HistoryState(1, "Add", null))
                .then(() -> store.dispatch(new Add(1)))
                .then(history::undo)
                .expectNext(new HistoryState(3, "Add", "Add"))
                .then(store::close)
                .verifyComplete();
    }

    @Test
    void whatMovesInTimeIsRefusedInsideATransaction() {
        store.dispatch(new Add(1));
        assertThatThrownBy(() -> store.transaction("outer", () -> history.undo()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("undo was refused inside a transaction");
        assertThat(count.state()).isEqualTo(1);
    }

    @Test
    void aSliceThatCameLaterStaysWhenOlderStepsAreUndone() {
        store.dispatch(new Add(1));
        StoreDefinition<String> late = StoreDefinition.named("late", () -> "x").build();
        Slice<String> slice = store.use(late);
        slice.patch("y", state -> "y");
        history.undo();
        history.undo();
        assertThat(count.state()).isZero();
        assertThat(slice.state()).isEqualTo("x");
        history.redo();
        history.redo();
        assertThat(slice.state()).isEqualTo("y");
    }

    @Test
    void aStoreWithoutHistorySaysHowToTurnItOn() {
        assertThatThrownBy(() -> Store.create().history())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("Store.builder().history(");
    }

    @Test
    void anUndoThatFindsEverythingOverwrittenStillTakesItsStepBack() {
        store.use(COUNT);
        history.scope("a", "one", () -> count.patch("five", state -> 5));
        history.scope("b", "two", () -> count.patch("seven", state -> 7));
        assertThat(history.undo("a")).isPresent();
        assertThat(count.state()).isEqualTo(7);
        assertThat(history.undo("a")).isEmpty();
        history.undo("b");
        assertThat(count.state()).isZero();
    }

    @Test
    void aPluginCanAskForTheHistoryWhileItIsInstalled() {
        List<String> menu = new ArrayList<>();
        StorePlugin plugin = context -> {
            History offered = context.store().history();
            assertThat(offered.state()).isEqualTo(new HistoryState(0, null, null));
            assertThatThrownBy(offered::undo).hasMessageContaining("undo was refused inside a transaction");
            context.scope().add(offered.states().subscribe(state -> menu.add(state.undoLabel())));
            offered.record(Step.named("begin"), () -> context.store().use(COUNT).dispatch(new Add(5)));
        };
        Store built = Store.builder()
                .history(HistoryOptions.defaults())
                .plugin(plugin)
                .build();
        assertThat(built.history().undo())
                .hasValueSatisfying(move -> assertThat(move.label()).isEqualTo("begin"));
        assertThat(built.use(COUNT).state()).isZero();
        assertThat(built.history().redo()).isPresent();
        assertThat(built.use(COUNT).state()).isEqualTo(5);
        assertThat(menu).containsExactly(null, "begin", null, "begin");
    }

    @Test
    void aPluginFindsNoHistoryInAStoreThatKeepsNone() {
        StoreBuilder builder = Store.builder().plugin(context -> context.store().history());
        assertThatThrownBy(builder::build)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("Store.builder().history(");
    }
}
