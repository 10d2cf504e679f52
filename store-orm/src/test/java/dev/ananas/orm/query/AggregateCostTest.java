package dev.ananas.orm.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.Database;
import dev.ananas.orm.LiveGraphs;
import dev.ananas.orm.Repository;
import dev.ananas.orm.internal.live.LiveGraph;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;
import dev.ananas.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import reactor.core.Disposable;

/** What a change costs an aggregate follows the change, whatever the number of models. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AggregateCostTest {
    private static final int MANY = 100_000;

    /** Ways to ask for one value of all things, by name. */
    static final List<Named> AGGREGATES = List.of(
            new Named("count", Query::count),
            new Named("exists", Query::exists),
            new Named("sum", things -> things.sum("size")),
            new Named("sum of doubles", things -> things.sum("weight")),
            new Named("avg", things -> things.avg("size")),
            new Named("min", things -> things.min("size")),
            new Named("max", things -> things.max("size")),
            new Named("pluck", things -> things.pluck("size")),
            new Named("keys", Query::keys),
            new Named("groupBy", things -> things.groupBy("kind")),
            new Named("groupBy key", things -> things.groupBy("id")));

    record Named(String name, Function<Query<Row>, Answer<?>> ask) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final Store store = Store.builder().linger(Duration.ZERO).build();
    private final EntityType<Row> type = EntityType.dynamic("things")
            .attr("id", null)
            .number("size", null)
            .number("weight", null)
            .string("kind", "")
            .string("label", "")
            .bool("open", true)
            .build();
    private final Database db = Database.on(store, type);
    private final Repository<Row> things = db.repository(type);
    private final LiveGraph graph = LiveGraphs.of(db);

    @BeforeAll
    void fill() {
        List<Map<String, ?>> rows = new ArrayList<>(MANY);
        for (int i = 0; i < MANY; i++) {
            rows.add(thing(i));
        }
        things.insertMaps(rows);
    }

    @AfterAll
    void close() {
        store.close();
    }

    private static Map<String, ?> thing(int i) {
        return Map.of(
                "id", i, "size", i * 7 % 1000, "weight", i * 0.1, "kind", "kind " + i % 50, "label", "label " + i);
    }

    @ParameterizedTest
    @FieldSource("AGGREGATES")
    void oneChangeAmongManyCostsTheChange(Named aggregate) {
        Answer<?> answer = aggregate.ask.apply(things.query());
        List<Object> seen = new ArrayList<>();
        Disposable subscription = answer.flux().subscribe(seen::add);
        List<Runnable> changes = List.of(
                () -> things.update(51, Patch.of("size", 2000)),
                () -> things.update(MANY / 2, Patch.of("weight", 1e300)),
                () -> things.update(777, Patch.of("kind", "kind 1")),
                () -> things.delete(51),
                () -> things.saveMap(thing(51)),
                () -> things.update(777, Patch.of("kind", "kind 27")));
        for (Runnable change : changes) {
            change.run();
            assertThat(graph.work().rowsVisited()).as("rows visited").isLessThanOrEqualTo(1);
            assertThat(graph.work().modelsBuilt()).as("models built").isLessThanOrEqualTo(2);
            assertThat(graph.work().modelsRead()).as("models read").isLessThanOrEqualTo(8);
            assertThat(seen.get(seen.size() - 1)).isEqualTo(answer.get());
        }
        for (int i = 1; i < seen.size(); i++) {
            assertThat(seen.get(i)).as("told again").isNotEqualTo(seen.get(i - 1));
        }
        subscription.dispose();
        assertThat(graph.levelCount()).isZero();
    }

    @ParameterizedTest
    @FieldSource("AGGREGATES")
    void aChangeOfWhatNoAggregateReadsIsNoEmission(Named aggregate) {
        List<Object> seen = new ArrayList<>();
        Disposable subscription = aggregate.ask.apply(things.query()).flux().subscribe(seen::add);
        int expected = aggregate.name.startsWith("groupBy") ? 2 : 1;
        things.update(5, Patch.of("label", "another " + aggregate));
        assertThat(seen).hasSize(expected);
        assertThat(graph.work().rowsVisited()).as("rows tested").isZero();
        subscription.dispose();
    }
}
