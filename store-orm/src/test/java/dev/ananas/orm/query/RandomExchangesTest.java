package dev.ananas.orm.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.LiveGraphs;
import dev.ananas.orm.internal.live.LevelCheck;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.view.ListChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/** Queries exchanged at random between random writes: every subscriber has the list that the last query has when asked once. */
class RandomExchangesTest {
    private static final int STEPS = 40;

    @Test
    void everySubscriberHasTheListOfTheQueryAskedLast() {
        ZooPrograms.run(RandomExchangesTest::exchange);
    }

    private static void exchange(Zoo zoo, Changes changes, Random random) {
        List<String> entities = List.copyOf(zoo.links.keySet());
        String entity = entities.get(random.nextInt(entities.size()));
        ChangingQuery<Row> shown = query(zoo, entity, random).changing();
        Copy eager = new Copy(Long.MAX_VALUE);
        Copy slow = new Copy(1);
        shown.changes().subscribe(eager);
        shown.changes().subscribe(slow);
        for (int step = 0; step < STEPS; step++) {
            if (random.nextInt(3) > 0) {
                shown.ask(query(zoo, entity, random));
            } else {
                changes.write(4);
            }
            eager.check(shown.get());
            if (random.nextInt(3) == 0) {
                slow.more();
                slow.check(shown.get());
            }
            LevelCheck.check(LiveGraphs.of(zoo.db));
        }
        eager.cancel();
        slow.cancel();
    }

    private static Query<Row> query(Zoo zoo, String entity, Random random) {
        Query<Row> query = zoo.tables.get(entity).query();
        switch (random.nextInt(5)) {
            case 0 -> query = query.where("name", Changes.name(random));
            case 1 -> query = query.where("size", ">", random.nextInt(4));
            case 2 ->
                query = query.where("name", List.of("ant", "cat"))
                        .orWhere(Condition.of("size", "=", (long) random.nextInt(4)));
            default -> {}
        }
        for (int terms = random.nextInt(3); terms > 0; terms--) {
            query = random.nextBoolean()
                    ? query.orderBy(random.nextBoolean() ? "name" : "size")
                    : query.orderBy(ComparableAttribute.<Row, String>of(entity, "name", String.class)
                            .desc());
        }
        if (random.nextInt(3) == 0) {
            List<Zoo.Link> links = zoo.links.get(entity);
            query = query.with(links.get(random.nextInt(links.size())).name());
        }
        return random.nextInt(4) == 0 ? query.offset(random.nextInt(2)).limit(1 + random.nextInt(4)) : query;
    }

    /** A list kept by changes, each of which has to be right and to tell no more than what differs. */
    private static final class Copy extends BaseSubscriber<ListChange<Row>> {
        private final long demand;
        private final List<Row> rows = new ArrayList<>();

        Copy(long demand) {
            this.demand = demand;
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            subscription.request(demand);
        }

        void more() {
            request(1);
        }

        @Override
        protected void hookOnNext(ListChange<Row> change) {
            if (change instanceof ListChange.Change<Row> told) {
                assertThat(told.before()).isEqualTo(rows);
                isWhatDiffers(told);
            }
            change.applyTo(rows);
            assertThat(rows).isEqualTo(change.list());
        }

        private static void isWhatDiffers(ListChange.Change<Row> told) {
            Map<Object, Row> before = told.before().stream().collect(Collectors.toMap(Copy::id, Function.identity()));
            Map<Object, Row> now = told.list().stream().collect(Collectors.toMap(Copy::id, Function.identity()));
            assertThat(at(told.before(), told.removed()))
                    .isEqualTo(told.before().stream()
                            .filter(row -> !now.containsKey(id(row)))
                            .toList());
            assertThat(at(told.list(), told.inserted()))
                    .isEqualTo(told.list().stream()
                            .filter(row -> !before.containsKey(id(row)))
                            .toList());
            List<Row> updated = new ArrayList<>();
            told.updated().forEach(one -> updated.addAll(told.list().subList(one.position(), one.end())));
            assertThat(updated)
                    .isEqualTo(told.list().stream()
                            .filter(row -> before.containsKey(id(row))
                                    && !before.get(id(row)).equals(row))
                            .toList());
        }

        private static Object id(Row row) {
            return row.get("id");
        }

        private static List<Row> at(List<Row> list, List<ListChange.Range> ranges) {
            List<Row> rows = new ArrayList<>();
            ranges.forEach(range -> rows.addAll(list.subList(range.position(), range.end())));
            return rows;
        }

        void check(List<Row> expected) {
            assertThat(rows).isEqualTo(expected);
        }
    }
}
