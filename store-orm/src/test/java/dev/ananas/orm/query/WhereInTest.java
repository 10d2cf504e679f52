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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

/** {@code in} over an indexed column: buckets of one level, merged by order. */
class WhereInTest {
    private final Store store = Store.builder().linger(Duration.ZERO).build();
    private final EntityType<Row> ownerType =
            EntityType.dynamic("owners").attr("id", null).build();
    private final EntityType<Row> petType = EntityType.dynamic("pets")
            .attr("id", null)
            .attr("ownerId", null)
            .string("name", "")
            .number("size", 0)
            .hasMany("toys", "toys", "petId")
            .belongsTo("owner", "owners", "ownerId")
            .build();
    private final EntityType<Row> toyType =
            EntityType.dynamic("toys").attr("id", null).attr("petId", null).build();
    private final Database db = Database.on(store, ownerType, petType, toyType);
    private final Repository<Row> pets = db.repository(petType);
    private final Repository<Row> toys = db.repository(toyType);
    private final LiveGraph graph = LiveGraphs.of(db);

    @AfterEach
    void close() {
        store.close();
    }

    private void fill(int count) {
        List<Map<String, ?>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(Map.of("id", i, "ownerId", i % 10, "name", "pet " + (count - i), "size", i % 7));
        }
        pets.insertMaps(rows);
    }

    private static List<Object> ids(List<Row> rows) {
        return rows.stream().map(row -> row.get("id")).collect(Collectors.toList());
    }

    @Test
    void aThousandDifferentListsShareOneLevelAndOpeningCostsTheSet() {
        fill(3000);
        for (int i = 0; i < 1000; i++) {
            graph.work().reset();
            pets.query().where("id", List.of(i, i + 1000, i + 2000)).flux().subscribe();
            assertThat(graph.work().rowsVisited()).isLessThanOrEqualTo(3);
        }
        assertThat(graph.levelCount()).isEqualTo(1);
        assertThat(graph.bucketCount()).isEqualTo(3000);
        pets.update(5, Patch.of("name", "x"));
        assertThat(graph.work().rowsVisited()).isLessThanOrEqualTo(1);
        assertThat(graph.work().listsPublished()).isEqualTo(1);
        assertThat(pets.query().where("id", List.of(1, 2)).explain()).contains("2 rows visited");
    }

    @Test
    void membersOfAllBucketsComeInOneOrder() {
        fill(40);
        Query<Row> some =
                pets.query().where("ownerId", List.of(3, 1, 99)).orderBy("size").orderBy("name");
        List<List<Row>> seen = new ArrayList<>();
        some.flux().subscribe(seen::add);
        assertThat(ids(seen.get(0))).isEqualTo(ids(some.get())).hasSize(8);
        pets.update(13, Patch.of("ownerId", 1));
        assertThat(seen).as("from one key to another: one emission").hasSize(2);
        pets.update(13, Patch.of("size", 100));
        pets.update(23, Patch.of("ownerId", 2));
        pets.saveMap(Map.of("id", 100, "ownerId", 99, "size", 3));
        pets.update(0, Patch.of("size", 50));
        assertThat(seen).as("another owner's pet is no emission").hasSize(5);
        assertThat(ids(seen.get(4))).isEqualTo(ids(some.get())).contains(100L).doesNotContain(23L);
        LevelCheck.check(graph);
    }

    @Test
    void aChangeOfOrderAmongBucketsIsAnEmissionEvenIfNoModelChanged() {
        fill(2);
        Query<Row> some = pets.query()
                .where("ownerId", List.of(0, 1))
                .orderBy(ToManyRelation.<Row, Row>many("pets", "toys")
                        .count(each -> each)
                        .reversed());
        List<List<Row>> seen = new ArrayList<>();
        some.flux().subscribe(seen::add);
        toys.saveMap(Map.of("id", 1, "petId", 1));
        assertThat(seen).hasSize(2);
        assertThat(ids(seen.get(1))).isEqualTo(ids(some.get())).isEqualTo(List.of(1L, 0L));
        toys.saveMap(Map.of("id", 2, "petId", 1));
        assertThat(seen).as("the same order").hasSize(2);
    }

    @Test
    void aWindowIsOneOfTheMergedList() {
        fill(40);
        Query<Row> some = pets.query()
                .where("ownerId", List.of(4, 5))
                .orderBy("name")
                .offset(1)
                .limit(3);
        List<List<Row>> seen = new ArrayList<>();
        some.flux().subscribe(seen::add);
        assertThat(ids(seen.get(0))).isEqualTo(ids(some.get())).hasSize(3);
        pets.update(4, Patch.of("name", "a"));
        assertThat(ids(seen.get(seen.size() - 1))).isEqualTo(ids(some.get()));
        int before = seen.size();
        pets.update(4, Patch.of("size", 77));
        assertThat(seen).as("what the window does not show").hasSize(before);
    }

    @Test
    void aggregatesFollowTheMergedList() {
        fill(40);
        Query<Row> some = pets.query().where("ownerId", List.of(4, 5));
        List<Object> seen = new ArrayList<>();
        List<Answer<?>> answers = List.of(
                some.count(),
                some.sum("size"),
                some.min("size"),
                some.max("size"),
                some.groupBy("ownerId"),
                some.pluck("name"),
                some.keys());
        List<Disposable> open = new ArrayList<>();
        db.live(answers.stream().map(answer -> (Answer<?>) answer).collect(Collectors.toList()))
                .subscribe(seen::add);
        pets.update(4, Patch.of("ownerId", 5));
        pets.delete(5);
        pets.update(14, Patch.of("size", 50));
        List<?> last = (List<?>) seen.get(seen.size() - 1);
        for (int i = 0; i < answers.size(); i++) {
            assertThat(last.get(i)).isEqualTo(answers.get(i).get());
        }
        assertThat(open).isEmpty();
    }

    @Test
    void valuesThatNoIndexFindsAreTestedInOnePass() {
        fill(40);
        List<Object> seen = new ArrayList<>();
        graph.work().reset();
        pets.query().where("size", List.of(1, 2, 3)).flux().map(List::size).subscribe(seen::add);
        assertThat(graph.work().rowsVisited()).isEqualTo(40);
        assertThat(graph.bucketCount()).isEqualTo(1);
        assertThat(seen)
                .containsExactly(
                        pets.query().where("size", List.of(1, 2, 3)).get().size());
    }

    @Test
    void nullAmongTheValuesFindsWhatHasNone() {
        fill(3);
        pets.saveMap(Map.of("id", 50));
        Query<Row> some = pets.query().where("ownerId", Arrays.asList(1, null));
        List<List<Row>> seen = new ArrayList<>();
        some.flux().subscribe(seen::add);
        assertThat(ids(seen.get(0))).containsExactly(1L, 50L);
        assertThat(ids(some.get())).containsExactly(1L, 50L);
    }

    @Test
    void noValuesFindNothingAndKeepNothing() {
        fill(3);
        List<List<Row>> seen = new ArrayList<>();
        pets.query().where("ownerId", List.of()).flux().subscribe(seen::add);
        assertThat(seen).containsExactly(List.of());
        assertThat(graph.levelCount()).isZero();
        assertThat(pets.query().where("ownerId", List.of()).count().get()).isZero();
    }

    @Test
    void nothingIsLeftWhenAListIsClosed() {
        fill(30);
        Disposable one =
                pets.query().where("ownerId", List.of(1, 2)).with("toys").flux().subscribe();
        Disposable other =
                pets.query().where("ownerId", List.of(2, 3)).with("toys").flux().subscribe();
        one.dispose();
        LevelCheck.check(graph);
        other.dispose();
        assertThat(graph.levelCount()).isZero();
        assertThat(graph.bucketCount()).isZero();
    }
}
