package dev.ananas.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.Answer;
import dev.ananas.orm.query.Question;
import dev.ananas.orm.view.ToMany;
import dev.ananas.store.Selector;
import dev.ananas.store.Versioned;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** A test of the oracle: live answers are spoiled on their way to it, and it has to notice each. */
class SpoiledAnswersTest {
    private static final int STEPS = 120;

    /** A live query behind something that spoils what it emits. */
    private record Spoiled<T>(Answer<T> answer, UnaryOperator<Flux<T>> how) implements Answer<T> {
        @Override
        public T get() {
            return answer.get();
        }

        @Override
        public Flux<T> flux() {
            return how.apply(answer.flux());
        }

        @Override
        public Flux<Versioned<T>> versions() {
            return answer.versions();
        }

        @Override
        public Selector<T> selector() {
            return answer.selector();
        }

        @Override
        public Question<T> question() {
            return answer.question();
        }
    }

    @Test
    void everyKindOfQueryAgreesWithTheLoopsAfterRandomWrites() {
        try (TestStore test = Network.open()) {
            List<LiveOracle<?>> oracles = new ArrayList<>();
            Network.queries(test).values().forEach(query -> oracles.add(test.oracle(query)));
            int known = test.transitions().size();
            java.util.Random random = new java.util.Random(1);
            for (int step = 0; step < 2 * STEPS; step++) {
                test.store().transaction("step", () -> Network.write(test, random));
                oracles.forEach(oracle -> oracle.after(() -> {}));
            }
            assertThat(test.transitions().size() - known).isGreaterThan(STEPS);
        }
    }

    @Test
    void everySpoiledListIsNoticed() {
        Map<String, UnaryOperator<List<Row>>> spoilers = new LinkedHashMap<>();
        spoilers.put("the last model is missing", list -> list.subList(0, Math.max(0, list.size() - 1)));
        spoilers.put("the first model comes twice", list -> {
            List<Row> longer = new ArrayList<>(list);
            longer.addAll(list.subList(0, Math.min(1, list.size())));
            return longer;
        });
        spoilers.put("the order is reversed", list -> {
            List<Row> other = new ArrayList<>(list);
            Collections.reverse(other);
            return other;
        });
        for (String query : Set.of("a condition", "an order with a window", "pivots", "related rows", "keys")) {
            spoilers.forEach((name, spoiler) -> notices(query, name, flux -> flux.map(spoiler::apply)));
            notices(query, "the first answer stays", flux -> flux.take(1));
            notices(query, "one answer is left out", flux -> flux.take(2).concatWith(flux.skip(3)));
            notices(
                    query,
                    "an answer is told twice",
                    flux -> flux.concatMap(list -> Flux.just(list, list)).skip(1));
        }
    }

    @Test
    void aStaleModelInAFreshListIsNoticed() {
        for (String query : Set.of("pivots", "related rows", "counts", "an order by related rows")) {
            notices(query, "models stay as they were first seen", flux -> {
                Map<Object, Row> first = new LinkedHashMap<>();
                return flux.map(list -> {
                    List<Row> stale = new ArrayList<>();
                    list.forEach(row -> stale.add(first.computeIfAbsent(row.get("id"), id -> row)));
                    return stale;
                });
            });
        }
    }

    @Test
    void aWrongPivotInARelatedListIsNoticed() {
        notices(
                "pivots",
                "related models lose one of them",
                flux -> flux.map(list -> {
                    List<Row> rows = new ArrayList<>();
                    for (Row row : list) {
                        ToMany<Row> roles = row.many("roles");
                        rows.add(roles.size() > 1 ? withRoles(row, roles.subList(1, roles.size())) : row);
                    }
                    return rows;
                }));
    }

    private static Row withRoles(Row row, List<Row> roles) {
        Object[] components = new Object[row.type().components().size()];
        for (int i = 0; i < components.length; i++) {
            components[i] = row.type().access().get(row, i);
        }
        components[row.type().components().indexOf(row.type().component("roles"))] = ToMany.copyOf(roles);
        return row.type().access().create(components);
    }

    @SuppressWarnings("unchecked")
    private static void notices(String query, String spoiler, UnaryOperator<Flux<List<Row>>> how) {
        try (TestStore test = Network.open()) {
            Answer<List<Row>> answer = (Answer<List<Row>>) Network.queries(test).get(query);
            assertThatThrownBy(() -> test.oracle(new Spoiled<>(answer, how))
                            .afterRandomWrites(
                                    1,
                                    STEPS,
                                    random -> test.store().transaction("step", () -> Network.write(test, random))))
                    .as("%s: %s", query, spoiler)
                    .isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void aNumberThatIsOffByOneIsNoticed() {
        try (TestStore test = Network.open()) {
            @SuppressWarnings("unchecked")
            Answer<Long> number = (Answer<Long>) Network.queries(test).get("a number");
            assertThatThrownBy(() -> test.oracle(new Spoiled<>(number, flux -> flux.map(n -> n + 1))))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("against loops over all rows");
        }
    }
}
