package dev.ananas.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.store.ActionFailedException;
import dev.ananas.store.Slice;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Stores that begin where a test wants, record, stub, and tell what changed. */
class TestStoreTest {
    private final TestStore test = TestStore.builder()
            .state(Score.SLICE, new Score(10))
            .types(Person.ENTITY)
            .rows(Person.ENTITY, new Person(1L, "Ada", 7L), new Person(2L, "Ben", 7L))
            .json(Person.ENTITY, "{\"id\": 3, \"name\": \"Cem\"}")
            .build();
    private final Slice<Score> score = test.store().use(Score.SLICE);

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void slicesAndEntitiesBeginWithWhatTheTestGave() {
        assertThat(score.state()).isEqualTo(new Score(10));
        assertThat(test.repository(Person.ENTITY).all())
                .extracting(Person::name)
                .containsExactly("Ada", "Ben", "Cem");
        assertThat(test.actions()).as("what was given is not recorded").isEmpty();
        assertThat(test.transitions()).isEmpty();
    }

    @Test
    void aWriteIsComparedWithTheDifferenceItMakes() {
        test.when(new Score.Add(5))
                .then(Diff.nothing().slice(Score.SLICE, new Score(15)))
                .inOneTransition();
        test.when(new Score.Add(0)).thenNothing();
        test.when(new Score.Twice()).thenAnswers(30);
        test.when(() -> test.store().transaction("hire", () -> {
                    test.repository(Person.ENTITY).save(new Person(4L, "Dan", 7L));
                    test.repository(Person.ENTITY).save(new Person(1L, "Ada L.", 7L));
                    test.repository(Person.ENTITY).delete(2L);
                    score.dispatch(new Score.Add(1));
                }))
                .inOneTransition()
                .then(Diff.nothing()
                        .inserts(Person.ENTITY, new Person(4L, "Dan", 7L))
                        .updates(Person.ENTITY, new Person(1L, "Ada L.", 7L))
                        .deletes(Person.ENTITY, 2L)
                        .slice(Score.SLICE, new Score(31)));
        test.when(new Score.Break()).thenFails("broken on purpose");
    }

    @Test
    void changesOfSeveralTransitionsAreNetChanges() {
        test.when(() -> {
                    test.repository(Person.ENTITY).save(new Person(4L, "Dan", 7L));
                    test.repository(Person.ENTITY).save(new Person(1L, "x", 7L));
                    test.repository(Person.ENTITY).delete(4L);
                    test.repository(Person.ENTITY).save(new Person(1L, "Ada", 7L));
                })
                .inTransitions(4)
                .then(Diff.nothing());
    }

    @Test
    void anotherDifferenceIsToldLineByLine() {
        assertThatThrownBy(() -> test.when(() -> {
                            test.repository(Person.ENTITY).delete(2L);
                            score.dispatch(new Score.Add(1));
                        })
                        .then(Diff.nothing().deletes(Person.ENTITY, 1L)))
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        "What changed differs (- expected, + found):\n- people 1: deleted\n+ people 2: deleted\n+ slice score: changed\n");
        assertThatThrownBy(() -> test.when(new Score.Add(1)).then(Diff.nothing().slice(Score.SLICE, new Score(1))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("- slice score: Score[points=1]\n+ slice score: Score[points=12]");
        assertThatThrownBy(() -> test.when(new Score.Add(1)).thenNothing()).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> test.when(new Score.Add(1)).inTransitions(2))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected 2 transitions, found 1");
        assertThatThrownBy(() -> test.when(new Score.Break()).then(Diff.nothing()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected no failure");
        assertThatThrownBy(() -> test.when(new Score.Add(1)).thenFails("x"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected a failure with \"x\", found none");
    }

    @Test
    void actionsAreRecordedAlsoWhenTheyFail() {
        score.dispatch(new Score.Add(1));
        assertThatThrownBy(() -> score.dispatch(new Score.Break())).isInstanceOf(ActionFailedException.class);
        test.repository(Person.ENTITY).delete(1L);
        assertThat(test.actions())
                .extracting(one -> one.action().name())
                .containsExactly("Add", "Break", "delete people");
        assertThat(test.actions(Score.Add.class)).containsExactly(new Score.Add(1));
        test.forget();
        assertThat(test.actions()).isEmpty();
        assertThat(test.transitions()).isEmpty();
    }

    @Test
    void aStubTakesThePlaceOfTheReducers() {
        test.stub(Score.Add.class);
        test.when(new Score.Add(5)).thenNothing();
        test.stub(Score.Twice.class, command -> 99);
        test.when(new Score.Twice()).thenAnswers(99);
        assertThat(score.state()).isEqualTo(new Score(10));
        test.stubError(Score.Add.class, () -> new IllegalStateException("offline"));
        test.when(new Score.Add(5)).thenFails("offline");
        test.stub("delete people", action -> List.of());
        test.when(() -> {
                    test.repository(Person.ENTITY).delete(1L);
                })
                .thenNothing();
        assertThat(test.actions()).hasSize(4).allMatch(RecordedAction::stubbed);
        test.unstub();
        test.when(new Score.Add(5)).then(Diff.nothing().slice(Score.SLICE, new Score(15)));
    }

    @Test
    void allActionsButSomeMayBeStubbedFromTheBeginning() {
        try (TestStore stubbed = TestStore.builder()
                .types(Person.ENTITY)
                .rows(Person.ENTITY, new Person(1L, "Ada", 7L))
                .stubAllBut(Score.Add.class)
                .build()) {
            Slice<Score> slice = stubbed.store().use(Score.SLICE);
            slice.dispatch(new Score.Add(1));
            slice.dispatch(new Score.Break());
            assertThat(slice.dispatch(new Score.Twice())).isNull();
            assertThat(slice.state()).isEqualTo(new Score(1));
            assertThat(stubbed.repository(Person.ENTITY).all())
                    .as("given rows are stored")
                    .hasSize(1);
        }
    }

    @Test
    void runsAreRecordedWithTheirArguments() {
        test.store().action("login", "Ada", () -> Mono.just(1)).block();
        assertThat(test.runs()).hasSize(1);
        assertThat(test.runs().get(0).name()).isEqualTo("login");
        assertThat(test.runs().get(0).argument()).isEqualTo("Ada");
    }

    @Test
    void aRunDoesWhatTheStubSays() {
        AtomicInteger done = new AtomicInteger();
        test.stubRun("login", call -> Mono.just("stub of " + call.argument()));
        Mono<String> login =
                test.store().action("login", "Ada", () -> Mono.fromSupplier(() -> "real " + done.incrementAndGet()));
        assertThat(login.block()).isEqualTo("stub of Ada");
        assertThat(done).hasValue(0);
        test.stubRun("login", call -> Mono.error(new IllegalStateException("offline")));
        assertThatThrownBy(
                        () -> test.store().action("login", () -> Mono.just(1)).block())
                .hasMessage("offline");
        assertThat(test.store().action("other", () -> Mono.just(1)).block()).isEqualTo(1);
        test.unstub();
        assertThat(test.store().action("login", () -> Mono.just(2)).block()).isEqualTo(2);
        assertThat(test.runs()).hasSize(4);
    }

    @Test
    void aNamedFunctionAnswersWhatTheStubSays() {
        AtomicInteger done = new AtomicInteger();
        test.stubCall("price", call -> "stub of " + call.argument());
        assertThat(test.store().actions().<String>call("price", "tea", () -> "real " + done.incrementAndGet()))
                .isEqualTo("stub of tea");
        assertThat(done).hasValue(0);
        test.stubCall("price", call -> {
            throw new IllegalStateException("offline");
        });
        assertThatThrownBy(() -> test.store().actions().call("price", () -> 1)).hasMessage("offline");
        assertThat(test.store().actions().<Integer>call("other", () -> 1)).isEqualTo(1);
        test.unstub();
        assertThat(test.store().actions().<Integer>call("price", () -> 2)).isEqualTo(2);
        assertThat(test.runs()).hasSize(4);
    }

    @Test
    void effectsAreRememberedInPlaceOfBeingHandled() {
        try (TestStore recording = TestStore.builder().recordEffects().build()) {
            recording.store().use(Score.SLICE).dispatch(new Score.Celebrate());
            assertThat(recording.effects()).containsExactly(new Score.Ring(1));
            recording.forget();
            assertThat(recording.effects()).isEmpty();
        }
    }

    @Test
    void timePassesWhenItIsTold() {
        try (TestStore timed =
                TestStore.builder().types(Person.ENTITY).virtualTime().build()) {
            AtomicInteger done = new AtomicInteger();
            timed.store()
                    .action("later", () -> Mono.delay(Duration.ofHours(1)).doOnNext(tick -> done.incrementAndGet()));
            timed.time().pass(Duration.ofMinutes(59));
            assertThat(done).hasValue(0);
            timed.time().pass(Duration.ofMinutes(1));
            assertThat(done).hasValue(1);
            assertThat(timed.time().clock().instant().getEpochSecond()).isEqualTo(3600);
        }
        assertThatThrownBy(test::time).hasMessageContaining("virtualTime()");
    }

    @Test
    void aListenerThatFailedFailsTheTest() {
        TestStore broken = TestStore.builder().build();
        broken.store().use(Score.SLICE);
        broken.store().onAction(call -> {
            throw new IllegalStateException("in a listener");
        });
        broken.store().dispatch(new Score.Add(1));
        assertThatThrownBy(broken::close).isInstanceOf(AssertionError.class).hasMessageContaining("in a listener");
        assertThatThrownBy(broken::database).hasMessageContaining("add entity types");
    }
}
