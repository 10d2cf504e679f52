package dev.ananas.orm.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.Database;
import dev.ananas.orm.LiveGraphs;
import dev.ananas.orm.Repository;
import dev.ananas.orm.internal.live.LevelCheck;
import dev.ananas.orm.internal.live.LiveGraph;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;
import dev.ananas.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** Values that are kept up to date by what came and went. */
class LiveAggregatesTest {

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

    @AfterEach
    void close() {
        store.close();
    }

    private void fill(int count) {
        List<Map<String, ?>> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rows.add(thing(i));
        }
        things.insertMaps(rows);
    }

    private static Map<String, ?> thing(int i) {
        return Map.of(
                "id", i, "size", i * 7 % 1000, "weight", i * 0.1, "kind", "kind " + i % 50, "label", "label " + i);
    }

    @Test
    void numbersAreKeptWithoutModels() {
        fill(10_000);
        graph.work().reset();
        Query<Row> small = things.query().where("size", "<", 500);
        List<Object> seen = new ArrayList<>();
        small.count().flux().subscribe(seen::add);
        small.exists().flux().subscribe(seen::add);
        small.limit(10).offset(5).count().flux().subscribe(seen::add);
        assertThat(seen).containsExactly(5_000L, true, 10L);
        assertThat(graph.levelCount()).as("windows of one number").isEqualTo(1);
        assertThat(graph.work().modelsBuilt()).isZero();
        assertThat(graph.work().rowsVisited()).isEqualTo(10_000);

        seen.clear();
        things.update(0, Patch.of("size", 600));
        assertThat(seen).containsExactly(4_999L);
        assertThat(graph.work().rowsVisited()).isEqualTo(1);
        LevelCheck.check(graph);
    }

    @Test
    void numbersOfDifferentConstantsShareALevelAndLeaveNothingBehind() {
        fill(1000);
        List<Disposable> open = new ArrayList<>();
        List<Object> seen = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            open.add(things.query().where("kind", "kind " + i).count().flux().subscribe(seen::add));
        }
        assertThat(graph.levelCount()).isEqualTo(1);
        assertThat(graph.bucketCount()).isEqualTo(50);
        for (int i = 0; i < 49; i++) {
            open.get(i).dispose();
            things.update(i, Patch.of("kind", "kind " + (i * 3 % 50)));
            LevelCheck.check(graph);
        }
        seen.clear();
        things.query().where("kind", "kind 7").count().flux().subscribe(seen::add);
        assertThat(seen)
                .containsExactly(things.query().where("kind", "kind 7").count().get());
        LevelCheck.check(graph);
        open.get(49).dispose();
        assertThat(graph.bucketCount()).isEqualTo(1);
    }

    @Test
    void aSumOfDoublesDoesNotDependOnWhatCameAndWent() {
        fill(0);
        List<Number> seen = new ArrayList<>();
        List<Optional<Double>> means = new ArrayList<>();
        things.query().sum("weight").flux().subscribe(seen::add);
        things.query().avg("weight").flux().subscribe(means::add);
        things.saveMap(Map.of("id", 1, "weight", 0.1));
        things.saveMap(Map.of("id", 2, "weight", 1e300));
        things.saveMap(Map.of("id", 3, "weight", 0.2));
        things.delete(2);
        things.saveMap(Map.of("id", 4, "weight", 0.3));
        assertThat(seen.get(seen.size() - 1))
                .isEqualTo(things.query().sum("weight").get());
        assertThat(means.get(means.size() - 1))
                .isEqualTo(things.query().avg("weight").get());
        assertThat(seen.get(seen.size() - 1).doubleValue()).isEqualTo(0.6);
    }

    @Test
    void pluckedValuesThatReadAlikeAreToldOnce() {
        fill(10);
        List<Object> seen = new ArrayList<>();
        things.query().orderBy("size").pluck("open").flux().subscribe(seen::add);
        things.update(0, Patch.of("size", 5000));
        assertThat(seen).as("a move among equal values").hasSize(1);
        things.update(3, Patch.of("open", false));
        assertThat(seen).hasSize(2);
        things.delete(9);
        things.saveMap(thing(9));
        assertThat(seen).as("less and more").hasSize(4);
    }

    @Test
    void aGroupThatDidNotChangeKeepsItsListAmongMany() {
        fill(1000);
        List<Map<Object, List<Row>>> seen = new ArrayList<>();
        things.query().groupBy("kind").flux().subscribe(seen::add);
        things.update(7, Patch.of("label", "x"));
        things.update(8, Patch.of("kind", "kind 9"));
        Map<Object, List<Row>> first = seen.get(0);
        Map<Object, List<Row>> last = seen.get(2);
        assertThat(last).isEqualTo(things.query().groupBy("kind").get());
        assertThat(List.copyOf(last.keySet()))
                .isEqualTo(List.copyOf(things.query().groupBy("kind").get().keySet()));
        first.forEach((kind, list) -> {
            if (!List.of("kind 7", "kind 8", "kind 9").contains(kind)) {
                assertThat(last.get(kind)).isSameAs(list);
            }
        });
        assertThat(last).containsOnlyKeys(first.keySet()).hasSize(50);
        assertThat(last.get("nothing")).isNull();
        assertThat(Objects.requireNonNull(last.get("kind 9"))).hasSize(21);
    }

    @Test
    void aGroupOfNullIsAGroup() {
        List<Map<Object, List<Row>>> seen = new ArrayList<>();
        things.query().groupBy("size").flux().subscribe(seen::add);
        things.saveMap(Map.of("id", 1));
        things.saveMap(Map.of("id", 2, "size", 1));
        things.update(2, Patch.of("size", null));
        assertThat(seen.get(3)).hasSize(1);
        assertThat(seen.get(3).get(null)).hasSize(2);
        assertThat(seen.get(3).containsKey(null)).isTrue();
    }

    @Test
    void whoMissedAValueIsToldThatEqualGroupsHaveAnotherOrder() {
        Map<String, ?> ant = Map.of("id", 1, "kind", "ant");
        things.saveMaps(List.of(ant, Map.of("id", 2, "kind", "bee")));
        Flux<List<Object>> kinds = things.query().groupBy("kind").flux().map(groups -> List.copyOf(groups.keySet()));
        StepVerifier.create(kinds, 1)
                .expectNext(List.of("ant", "bee"))
                .then(() -> things.delete(1))
                .then(() -> things.saveMap(ant))
                .thenRequest(1)
                .expectNext(List.of("bee", "ant"))
                .thenCancel()
                .verify(Duration.ofSeconds(30));
    }
}
