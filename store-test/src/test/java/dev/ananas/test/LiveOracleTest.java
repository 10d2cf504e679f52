package dev.ananas.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.query.Answer;
import dev.ananas.orm.query.Question;
import dev.ananas.store.Selector;
import dev.ananas.store.Versioned;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Live queries held against the rows. */
class LiveOracleTest {
    private final TestStore test = TestStore.builder()
            .types(Person.ENTITY)
            .rows(Person.ENTITY, new Person(1L, "Ada", 7L), new Person(2L, "Ben", 8L))
            .build();

    @AfterEach
    void close() {
        test.close();
    }

    private Answer<List<Person>> team() {
        return test.repository(Person.ENTITY).query().where(Person.TEAM.eq(7L)).orderBy(Person.NAME);
    }

    private void random(Random random) {
        long id = random.nextInt(6);
        switch (random.nextInt(3)) {
            case 0 -> test.repository(Person.ENTITY).delete(id);
            case 1 ->
                test.repository(Person.ENTITY)
                        .save(new Person(
                                id, "n" + random.nextInt(4), random.nextInt(4) == 0 ? null : 6L + random.nextInt(3)));
            default ->
                test.store().transaction("two", () -> {
                    test.repository(Person.ENTITY).save(new Person(id, "t", 7L));
                    test.repository(Person.ENTITY).delete((long) random.nextInt(6));
                });
        }
    }

    @Test
    void aLiveQueryAgreesWithTheRowsAfterRandomWrites() {
        LiveOracle<List<Person>> oracle = test.oracle(team())
                .against(rows -> rows.of(Person.ENTITY).stream()
                        .filter(person -> person.teamId() != null && person.teamId() == 7)
                        .sorted(java.util.Comparator.comparing(Person::name))
                        .toList());
        oracle.afterRandomWrites(1, 120, this::random);
        assertThat(test.transitions().size()).isGreaterThan(60);
    }

    @Test
    void aWrongAnswerOfOnesOwnIsFoundWithSeedAndStep() {
        assertThatThrownBy(() -> test.oracle(team())
                        .against(rows -> rows.of(Person.ENTITY).stream()
                                .filter(person -> person.teamId() != null && person.teamId() == 7)
                                .toList())
                        .afterRandomWrites(1, 100, this::random))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("of seed 1: The live answer after version")
                .hasMessageContaining("against the one computed from the rows, differs");
    }

    @Test
    void aStreamThatIsBehindSilentOrTooLoudIsFound() {
        assertThatThrownBy(() -> oracle(Flux::next)).hasMessageContaining("against loops over all rows");
        assertThatThrownBy(() -> oracle(
                        flux -> flux.concatMap(list -> Flux.just(list, list)).skip(1)))
                .hasMessageContaining("Expected one emission after version");
        assertThatThrownBy(() -> test.oracle(team()).after(() -> {
                    test.repository(Person.ENTITY).delete(1L);
                    test.repository(Person.ENTITY).delete(2L);
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected a write of one transition, found 2");
    }

    private void oracle(Function<Flux<List<Person>>, Publisher<List<Person>>> broken) {
        LiveOracle<List<Person>> oracle = test.oracle(new Broken(team(), flux -> Flux.from(broken.apply(flux))));
        long id = 9 + test.transitions().size();
        oracle.after(() -> test.repository(Person.ENTITY).save(new Person(id, "Zoe", 7L)));
    }

    private record Broken(Answer<List<Person>> answer, UnaryOperator<Flux<List<Person>>> how)
            implements Answer<List<Person>> {
        @Override
        public List<Person> get() {
            return answer.get();
        }

        @Override
        public Flux<List<Person>> flux() {
            return how.apply(answer.flux());
        }

        @Override
        public Flux<Versioned<List<Person>>> versions() {
            return answer.versions();
        }

        @Override
        public Selector<List<Person>> selector() {
            return answer.selector();
        }

        @Override
        public Question<List<Person>> question() {
            return answer.question();
        }
    }

    @Test
    void rowsThatAQueryAndAWriteVisitAreCounted() {
        for (long id = 10; id < 200; id++) {
            test.repository(Person.ENTITY).save(new Person(id, "p" + id, id % 50));
        }
        var people = test.repository(Person.ENTITY);
        QueryCost.of(people.query().where(Person.TEAM.eq(7L))).visitsAtMost(5).buildsAtMost(5);
        assertThatThrownBy(() -> QueryCost.of(people.query().where(Person.NAME.eq("p11")))
                        .visitsAtMost(5))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected at most 5 rows to be visited, found 192")
                .hasMessageContaining("scan of all 192 rows");
        Recorder<List<Person>> live = test.record(people.query().orderBy(Person.NAME));
        live.skip();
        people.save(new Person(11L, "other", 1L));
        live.one();
        QueryCost cost =
                QueryCost.ofLastTransition(test.database()).visitsAtMost(2).buildsAtMost(2);
        assertThat(cost.rowsVisited() + cost.modelsBuilt()).isPositive();
        assertThatThrownBy(() -> cost.buildsAtMost(0))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("models to be built");
    }
}
