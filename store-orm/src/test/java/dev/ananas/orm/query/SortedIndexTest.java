package dev.ananas.orm.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.Database;
import dev.ananas.orm.LiveGraphs;
import dev.ananas.orm.Repository;
import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;
import dev.ananas.store.Store;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sorted indexes: what they find, in which order, and how many rows are visited for it. */
class SortedIndexTest {
    private static final int ROWS = 100_000;

    private static final EntityType<Row> EVENTS = EntityType.dynamic("events")
            .attr("id", null)
            .number("at", null)
            .string("city", "")
            .string("code", null)
            .attr("tagId", null)
            .sortedIndex("at")
            .sortedIndex("city", "at")
            .unique("code")
            .sortedIndex("code")
            .index("tagId")
            .build();

    /** Many rows, which no test changes. */
    private static final Store STORE = Store.create();

    private static final Database DB = Database.on(STORE, EVENTS);
    private static final Repository<Row> MANY = filled(DB, ROWS);

    /** A few rows. */
    private final Store store = Store.create();

    private final Repository<Row> few = filled(Database.on(store, EVENTS), 1_000);

    private static Repository<Row> filled(Database db, int number) {
        Repository<Row> rows = db.repository(EVENTS);
        List<Map<String, ?>> all = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            Map<String, Object> row = new HashMap<>();
            row.put("id", i);
            row.put("at", i % 1_000 == 7 ? null : (i * 7L) % number);
            row.put("city", "city" + i % 100);
            row.put("code", i % 2 == 0 ? "a" + i : "b" + i);
            row.put("tagId", i % 5_000);
            all.add(row);
        }
        rows.insertMaps(all);
        return rows;
    }

    @AfterEach
    void close() {
        store.close();
    }

    @AfterAll
    static void closeAll() {
        STORE.close();
    }

    private static int visited(Query<?> query) {
        String text = query.explain();
        String number = text.substring(text.lastIndexOf("; ") + 2, text.indexOf(" rows visited"));
        return Integer.parseInt(number);
    }

    private static String explained(Answer<?> answer) {
        return ((Asker) DB).explain(answer.question());
    }

    private static List<Object> times(List<Row> found) {
        return found.stream().map(row -> row.get("at")).toList();
    }

    @Test
    void aRangeVisitsTheRowsInIt() {
        assertThat(visited(MANY.query().where("at", ">=", 500).where("at", "<", 520)))
                .isEqualTo(20);
        assertThat(visited(MANY.query().where("at", ">", 99_989))).isEqualTo(10);
        assertThat(visited(MANY.query().where("at", "<=", 3))).isEqualTo(4);
        assertThat(visited(MANY.query()
                        .where(NumberAttribute.<Row, Long>number("events", "at", Long.class)
                                .between(10L, 14L))))
                .isEqualTo(5);
        assertThat(visited(MANY.query().where("at", ">", 500).where("at", "<", 400)))
                .isZero();
        assertThat(times(MANY.query()
                        .where("at", ">=", 500)
                        .where("at", "<", 503)
                        .orderBy("at")
                        .get()))
                .containsExactly(500L, 501L, 502L);
        assertThat(MANY.query().where("at", "<=", 3).explain())
                .startsWith("events: events by sorted index at, a range of it, then 1 test on each;");
    }

    @Test
    void anOrderWithALimitReadsNoFurther() {
        assertThat(visited(MANY.query().orderBy("at").limit(50))).isEqualTo(50);
        assertThat(visited(MANY.query()
                        .orderBy(Order.by("at").reversed().nullsLast())
                        .limit(50)))
                .isEqualTo(50);
        assertThat(visited(MANY.query()
                        .orderBy(Order.by("at").reversed())
                        .offset(10)
                        .limit(5)))
                .isEqualTo(15);
        assertThat(times(MANY.query().orderBy("at").offset(2).limit(2).get())).containsExactly(2L, 3L);
        assertThat(times(MANY.query()
                        .orderBy(Order.by("at").reversed())
                        .offset(99)
                        .limit(3)
                        .get()))
                .containsExactly(null, 99_999L, 99_998L);
        assertThat(MANY.query().orderBy("at").limit(50).explain())
                .startsWith("events: events by sorted index at, in its order; sorted by 1 term; from 0, at most 50");
    }

    @Test
    void anOrderWithALimitSkipsWhatATestRefuses() {
        Query<Row> even = MANY.query().where("code", "like", "a%").orderBy("at").limit(10);
        assertThat(times(even.get())).containsExactly(0L, 2L, 4L, 6L, 8L, 10L, 12L, 14L, 16L, 18L);
        assertThat(visited(even)).isEqualTo(19);
    }

    @Test
    void rowsWithEqualValuesComeInInsertionOrderInBothDirections() {
        few.update(few.query().where("at", "<", 6), Patch.of("at", 1));
        List<Object> inserted = few.query().where("at", 1).keys().get();
        assertThat(inserted).hasSize(6);
        assertThat(few.query().orderBy("at").limit(6).keys().get()).isEqualTo(inserted);
        assertThat(few.query()
                        .where("at", "<", 8)
                        .orderBy(Order.by("at").reversed())
                        .offset(2)
                        .limit(4)
                        .keys()
                        .get())
                .isEqualTo(inserted.subList(0, 4));
    }

    @Test
    void anEqualValueAndARangeOrAnOrderUseBothColumns() {
        Query<Row> one = MANY.query().where("city", "city3");
        assertThat(visited(one)).isEqualTo(1_000);
        assertThat(visited(one.where("at", "<", 1_000))).isEqualTo(10);
        assertThat(visited(one.orderBy(Order.by("at").reversed().nullsLast()).limit(3)))
                .isEqualTo(3);
        assertThat(times(one.orderBy("at").limit(2).get())).containsExactly(21L, 121L);
        assertThat(one.orderBy("at").limit(2).explain())
                .startsWith("events: events by sorted index city, at, in its order");
    }

    @Test
    void theBeginningOfATextIsARange() {
        TextAttribute<Row> code = TextAttribute.text("events", "code");
        assertThat(visited(MANY.query().where(code.like("a123%")))).isEqualTo(55);
        assertThat(MANY.query().where(code.like("a123%")).get()).hasSize(55);
        assertThat(visited(MANY.query().where(code.like("a12_4")))).isEqualTo(556);
        assertThat(visited(MANY.query().where(code.likeIgnoreCase("A123%")))).isEqualTo(ROWS);
        assertThat(MANY.query().where(code.likeIgnoreCase("A123%")).get()).hasSize(55);
        assertThat(MANY.query().where(code.like("a\\%%")).get()).isEmpty();
    }

    @Test
    void leastAndGreatestComeFromTheEnds() {
        assertThat(visited(
                        MANY.query().where("at", "notNull", null).orderBy("at").limit(1)))
                .isEqualTo(1);
        assertThat(visited(MANY.query()
                        .where("at", "notNull", null)
                        .orderBy(Order.by("at").reversed())
                        .limit(1)))
                .isEqualTo(1);
        NumberAttribute<Row, Long> at = NumberAttribute.number("events", "at", Long.class);
        assertThat(explained(MANY.query().min("at"))).endsWith("1 rows visited, 1 models built");
        assertThat(explained(MANY.query().max(at))).endsWith("1 rows visited, 1 models built");
        assertThat(MANY.query().max("at").get()).contains(99_999L);
        assertThat(MANY.query().min(at).get()).contains(0L);
        assertThat(MANY.query().max(at).get()).contains(99_999L);
    }

    @Test
    void aListOfManyValuesCostsItsSize() {
        List<Long> keys = LongStream.range(0, 10_000).map(i -> i * 10).boxed().toList();
        assertThat(visited(MANY.query().where("id", keys))).isEqualTo(10_000);
        List<String> codes = IntStream.range(0, 200).mapToObj(i -> "a" + i * 2).toList();
        assertThat(visited(MANY.query().where("code", codes))).isEqualTo(200);
        assertThat(MANY.query().where("code", codes).get()).hasSize(200);
        assertThat(visited(MANY.query().where("tagId", List.of(1, 2, 9_999)))).isEqualTo(40);
        assertThat(MANY.query().where("code", codes).explain())
                .startsWith("200 keys, merged: events: events by index code");
        assertThat(MANY.query().where("at", keys).explain()).startsWith("events: events by a list of values");
        assertThat(visited(MANY.query().where("at", keys))).isEqualTo(10_000);
        assertThat(visited(MANY.query().where("at", Arrays.asList(3L, null, 3.5, "x"))))
                .isEqualTo(101);
    }

    @Test
    void theIndexFollowsEveryWriteOfATransactionAndLeavesOlderVersionsAlone() {
        Query<Row> early = few.query().where("at", "<", 3).orderBy("at");
        store.transaction("moves", () -> {
            few.update(0, Patch.of("at", 2));
            few.update(0, Patch.of("at", -5));
            few.delete(few.query().where("at", 1));
            few.saveMap(Map.of("id", -1, "at", 0));
            assertThat(times(early.get())).containsExactly(-5L, 0L, 2L);
        });
        assertThat(early.keys().get()).startsWith(0L, -1L);
        assertThatThrownBy(() -> store.transaction("fails", () -> {
                    few.clear();
                    throw new IllegalStateException("no");
                }))
                .hasMessageContaining("no");
        assertThat(times(early.get())).containsExactly(-5L, 0L, 2L);
        few.clear();
        assertThat(early.get()).isEmpty();
    }

    @Test
    void aLiveQueryOverARangeIsKeptAtTheCostOfTheChange() {
        try (Store other = Store.create()) {
            Database db = Database.on(other, EVENTS);
            Repository<Row> rows = db.repository(EVENTS);
            for (long i = 0; i < 200; i++) {
                rows.saveMap(Map.of("id", i, "at", i));
            }
            List<List<Row>> seen = new ArrayList<>();
            rows.query().where("at", "<", 3).orderBy("at").flux().subscribe(seen::add);
            rows.update(99, Patch.of("at", 1));
            rows.update(98, Patch.of("at", 50));
            assertThat(seen).hasSize(2);
            assertThat(times(seen.get(1))).containsExactly(0L, 1L, 1L, 2L);
            assertThat(LiveGraphs.of(db).work().rowsVisited()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void theFirstFewOfEachParentAreReadOneByOne() {
        EntityType<Row> posts = EntityType.dynamic("posts")
                .attr("id", null)
                .attr("userId", null)
                .number("at", null)
                .sortedIndex("userId", "at")
                .build();
        EntityType<Row> users = EntityType.dynamic("users")
                .attr("id", null)
                .hasMany("posts", "posts", "userId")
                .build();
        try (Store other = Store.create()) {
            Database blog = Database.on(other, users, posts);
            List<Map<String, ?>> all = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                all.add(Map.of("id", i, "userId", i % 10, "at", (i * 7L) % 10_000));
            }
            blog.repository(posts).insertMaps(all);
            blog.repository(users).insertMaps(List.of(Map.of("id", 1), Map.of("id", 2)));
            Query<Row> latest = blog.repository(users)
                    .query()
                    .with("posts", one -> one.orderBy(Order.by("at").reversed()).limit(3));
            assertThat(visited(latest)).isEqualTo(2 + 2 * 3);
            assertThat(latest.get())
                    .allSatisfy(user -> assertThat(times(user.many("posts")))
                            .isEqualTo(times(user.many("posts")).stream()
                                    .sorted((a, b) -> Long.compare((Long) b, (Long) a))
                                    .toList()));
        }
    }

    record Price(Long id, BigDecimal amount, List<String> notes) {
        static final NumberAttribute<Price, BigDecimal> amountOf =
                NumberAttribute.number("prices", "amount", BigDecimal.class);

        static EntityType<Price> entity(String indexed) {
            return EntityType.builder("prices", Price.class)
                    .attribute("id", Long.class, null)
                    .attribute("amount", BigDecimal.class, null)
                    .attribute("notes", List.class, null)
                    .sortedIndex(indexed)
                    .access(new PriceAccess())
                    .build();
        }
    }

    private static final class PriceAccess implements Access<Price> {
        @Override
        public Object get(Price price, int ordinal) {
            return switch (ordinal) {
                case 0 -> price.id();
                case 1 -> price.amount();
                case 2 -> price.notes();
                default -> throw new IndexOutOfBoundsException(ordinal);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public Price create(Object[] c) {
            return new Price((Long) c[0], (BigDecimal) c[1], (List<String>) c[2]);
        }
    }

    @Test
    void modelsOfAClassAreIndexedAsWell() {
        try (Store other = Store.create()) {
            EntityType<Price> type = Price.entity("amount");
            Repository<Price> prices = Database.on(other, type).repository(type);
            for (long i = 0; i < 100; i++) {
                prices.save(new Price(i, i % 10 == 0 ? null : new BigDecimal(i + ".50"), null));
            }
            assertThat(visited(prices.query().where(Price.amountOf.lt(new BigDecimal("3.5")))))
                    .isEqualTo(2);
            assertThat(visited(prices.query().where(Price.amountOf.eq(new BigDecimal("3.500")))))
                    .isEqualTo(1);
            assertThat(prices.query()
                            .where(Price.amountOf.in(List.of(new BigDecimal("3.5"), new BigDecimal("4.5000"))))
                            .get())
                    .extracting(Price::id)
                    .containsExactly(3L, 4L);
            assertThat(prices.query().orderBy(Price.amountOf.desc()).limit(12).get())
                    .extracting(Price::id)
                    .containsExactly(0L, 10L, 20L, 30L, 40L, 50L, 60L, 70L, 80L, 90L, 99L, 98L);
        }
    }

    @Test
    void whatHasNoOrderCannotBeInASortedIndex() {
        try (Store other = Store.create()) {
            assertThatThrownBy(() -> Database.on(other, Price.entity("notes")))
                    .hasMessageContaining(
                            "Attribute \"notes\" of entity \"prices\" cannot be in a sorted index: List has"
                                    + " no order");
            assertThatThrownBy(() -> Database.on(other, Price.entity("amuont")))
                    .hasMessageContaining("Unknown attribute \"amuont\" in entity \"prices\", named by an index");
        }
    }

    @Test
    void valuesOfSeveralKindsAndSizesHaveOneOrder() {
        EntityType<Row> mixed = EntityType.dynamic("mixed")
                .attr("id", null)
                .attr("value", null)
                .sortedIndex("value")
                .build();
        try (Store other = Store.create()) {
            Repository<Row> values = Database.on(other, mixed).repository(mixed);
            List<Object> given = List.of(
                    9_007_199_254_740_993L,
                    9.007199254740992E15,
                    9_007_199_254_740_992L,
                    "x",
                    3,
                    2.5,
                    true,
                    List.of(1, 2));
            for (int i = 0; i < given.size(); i++) {
                values.saveMap(Map.of("id", i, "value", given.get(i)));
            }
            assertThat(values.query()
                            .where("value", ">", 3)
                            .orderBy("value")
                            .limit(9)
                            .keys()
                            .get())
                    .containsExactly(1L, 2L, 0L);
            assertThat(values.query().where("value", List.of(1, 2)).get()).isEmpty();
            assertThat(values.query().where("value", "=", List.of(1, 2)).keys().get())
                    .containsExactly(7L);
            for (long i = 0; i < given.size(); i++) {
                values.delete(i);
            }
            assertThat(values.query().where("value", ">", 0).get()).isEmpty();
        }
    }
}
