package dev.ananas.test.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.Repository;
import dev.ananas.orm.docs.Page;
import dev.ananas.store.Action;
import dev.ananas.store.Command;
import dev.ananas.store.Next;
import dev.ananas.store.Slice;
import dev.ananas.store.StoreDefinition;
import dev.ananas.test.Diff;
import dev.ananas.test.QueryCost;
import dev.ananas.test.Recorder;
import dev.ananas.test.ReducerSpec;
import dev.ananas.test.TestStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The code of docs/testing.md. */
class TestingPageTest {
    private static final StoreDefinition<Counter> COUNTER = StoreDefinition.named("counter", () -> new Counter(0))
            .on(Add.class, (state, add) -> new Counter(state.count() + add.by()))
            .on(Remove.class, (state, remove) -> new Counter(0))
            .<Integer, NextNumber>answer(NextNumber.class, (state, next) -> Next.of(state, state.count() + 1))
            .build();

    private final Bell bell = new Bell();
    private final Api api = new Api();

    private static final class Api {
        Mono<String> login(String name) {
            throw new AssertionError(name + " is not to be asked for");
        }
    }

    record Counter(int count) {}

    record Add(int by) implements Action {}

    record Remove() implements Action {}

    record NextNumber() implements Command<Integer> {}

    private static final class Bell {
        int rung;

        void ring() {
            rung++;
        }
    }

    @Test
    void theCodeOfThePageIsHere() {
        Page.isRunBy("testing.md", TestingPageTest.class);
    }

    // spotless:off
    @Test
    void reducersAreTestedAlone() {
        ReducerSpec.of(COUNTER)
                .given(new Counter(1))
                .when(new Add(2), new Add(3))
                .then(new Counter(6));
    }

    @Test
    void aStoreIsTestedByItsDifferences() {
        try (TestStore test = TestStore.builder()
                .state(COUNTER, new Counter(10)) // when the slice is first used
                .types(User_.ENTITY)
                .rows(User_.ENTITY, User_.of(1L, "Ada", true), User_.of(2L, "Ben", true))
                .build()) {
            Slice<Counter> counter = test.store().use(COUNTER);
            Repository<User> users = test.repository(User_.ENTITY);

            test.when(() -> test.store().transaction("hire", () -> {
                        users.save(User_.of(3L, "Cem", false));
                        users.delete(1L);
                        counter.dispatch(new Add(1));
                    }))
                    .inOneTransition()
                    .then(Diff.nothing() // these changes and no others
                            .inserts(User_.ENTITY, User_.of(3L, "Cem", false))
                            .deletes(User_.ENTITY, 1L)
                            .slice(COUNTER, new Counter(11)));
        }
    }

    @Test
    void actionsAreStubbedEmissionsAndRowsCounted() {
        try (TestStore test = TestStore.builder()
                .types(User_.ENTITY)
                .rows(User_.ENTITY, User_.of(2L, "Ben", true))
                .build()) {
            Slice<Counter> counter = test.store().use(COUNTER);
            Repository<User> users = test.repository(User_.ENTITY);

            test.stub(Add.class); // nothing happens
            test.stub(NextNumber.class, command -> 7); // answers 7
            test.stubError(Remove.class, () -> new IllegalStateException("offline"));
            test.stub("delete users", action -> List.of()); // writes of repositories by name

            counter.dispatch(new Add(1));
            test.actions(Add.class); // [Add[by=1]]
            test.actions(); // everything, with a mark on what was stubbed
            test.unstub();
            assertThat(test.actions(Add.class)).containsExactly(new Add(1));
            assertThat(counter.state()).isEqualTo(new Counter(0));

            test.stubRun("login", call -> Mono.just("token of " + call.argument()));
            test.store().action("login", "Ada", () -> api.login("Ada")); // does not ask the api
            test.runs(); // [ActionCall[... login]]
            assertThat(test.runs()).hasSize(1);

            Recorder<List<User>> active =
                    test.record(users.query().where(User_.active.isTrue()).orderBy(User_.name));
            active.skip(); // the value on subscription
            users.save(User_.of(4L, "Dan", true));
            active.one(); // exactly one emission, its value
            users.save(User_.of(5L, "Eve", false));
            active.none();

            QueryCost.of(users.query().where(User_.id.eq(2L))).visitsAtMost(1);
            QueryCost.ofLastTransition(test.database()).visitsAtMost(2); // all live queries together

            test.oracle(users.query().where(User_.active.isTrue()))
                    .against(rows ->
                            rows.of(User_.ENTITY).stream().filter(User::active).toList())
                    .afterRandomWrites(
                            42, 100, random -> users.save(User_.of(random.nextLong(20), "x", random.nextBoolean())));
        }
    }

    @Test
    void timePassesWhenItIsTold() {
        try (TestStore test = TestStore.builder().virtualTime().build()) {
            test.store().action("remind", () -> Mono.delay(Duration.ofHours(1)).doOnNext(tick -> bell.ring()));
            test.time().pass(Duration.ofHours(1)); // rings now
        }
        assertThat(bell.rung).isEqualTo(1);
    }
    // spotless:on
}
