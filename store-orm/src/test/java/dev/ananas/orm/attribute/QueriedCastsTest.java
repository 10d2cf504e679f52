package dev.ananas.orm.attribute;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.example.Tables;
import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.Cast;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Meta;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.ComparableAttribute;
import dev.ananas.orm.query.Order;
import dev.ananas.orm.query.TextAttribute;
import dev.ananas.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Queries over attributes with casts, mutators and timestamps: conditions and orders see values as read, live ones too. */
class QueriedCastsTest {
    enum Level {
        LOW,
        HIGH,
        TOP
    }

    record Task(Long id, String title, Level level, Instant due, Meta meta) {}

    private static final TextAttribute<Task> TITLE = TextAttribute.text("tasks", "title");
    private static final ComparableAttribute<Task, Level> LEVEL = ComparableAttribute.of("tasks", "level", Level.class);
    private static final ComparableAttribute<Task, Instant> DUE = ComparableAttribute.of("tasks", "due", Instant.class);

    private static final EntityType<Task> TASKS = EntityType.builder("tasks", Task.class)
            .attribute("id", Long.class, null)
            .string("title", "")
            .mutate(QueriedCastsTest::upper, QueriedCastsTest::trimmed)
            .attribute("level", Level.class, Level.LOW)
            .cast(Cast.enumOf(Level.class))
            .attribute("due", Instant.class, null)
            .cast(Cast.instant())
            .timestamps("meta")
            .sortedIndex("title")
            .sortedIndex("due")
            .access(new TaskAccess())
            .build();

    private static final class TaskAccess implements Access<Task> {
        @Override
        public Object get(Task task, int ordinal) {
            return switch (ordinal) {
                case 0 -> task.id();
                case 1 -> task.title();
                case 2 -> task.level();
                case 3 -> task.due();
                case 4 -> task.meta();
                default -> throw new IndexOutOfBoundsException(ordinal);
            };
        }

        @Override
        public Task create(Object[] c) {
            return new Task((Long) c[0], (String) c[1], (Level) c[2], (Instant) c[3], (Meta) c[4]);
        }
    }

    private static @Nullable Object upper(@Nullable Object text) {
        return text == null ? null : text.toString().toUpperCase(Locale.ROOT);
    }

    private static @Nullable Object trimmed(@Nullable Object text) {
        return text == null ? null : text.toString().trim();
    }

    /** A clock that stands where it is put. */
    private static final class Hand extends Clock {
        private Instant now = Instant.ofEpochSecond(100);

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static Instant day(int day) {
        return Instant.parse("2024-01-0" + day + "T00:00:00Z");
    }

    private final Hand clock = new Hand();
    private final Store store = Store.create();
    private final Repository<Task> tasks =
            Database.builder(store).clock(clock).types(TASKS).build().repository(TASKS);

    private void fill() {
        tasks.saveMaps(List.of(
                map("id", 1, "title", " write ", "level", "TOP", "due", "2024-01-03T01:00:00+01:00"),
                map("id", 2, "title", "Read", "level", "LOW", "due", "2024-01-01"),
                map("id", 3, "title", "answer", "level", "HIGH", "due", null)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static List<Long> ids(List<Task> found) {
        return found.stream().map(Task::id).toList();
    }

    @Test
    void conditionsOnModelsSeeValuesAsRead() {
        fill();
        assertThat(ids(tasks.query().where(TITLE.eq("WRITE")).get())).containsExactly(1L);
        assertThat(tasks.query().where(TITLE.eq("write")).get()).isEmpty();
        assertThat(ids(tasks.query().where(TITLE.like("RE%")).get())).containsExactly(2L);
        assertThat(ids(tasks.query().where(TITLE.in(List.of("READ", "ANSWER"))).get()))
                .containsExactly(2L, 3L);
        assertThat(ids(tasks.query().where(LEVEL.ge(Level.HIGH)).get())).containsExactly(1L, 3L);
        assertThat(ids(tasks.query().where(DUE.between(day(1), day(2))).get())).containsExactly(2L);
        assertThat(ids(tasks.query().where(DUE.eq(day(3))).get())).containsExactly(1L);
        assertThat(ids(tasks.query().where(DUE.isNull()).get())).containsExactly(3L);
        assertThatThrownBy(() -> tasks.query().where("due", ">", "2024-01-01").get())
                .hasMessageContaining("Attribute \"tasks.due\" holds");
    }

    @Test
    void ordersOfModelsSeeValuesAsRead() {
        fill();
        assertThat(ids(tasks.query().orderBy(TITLE).get())).containsExactly(3L, 2L, 1L);
        assertThat(ids(tasks.query().orderBy(TITLE.desc()).limit(2).get())).containsExactly(1L, 2L);
        assertThat(ids(tasks.query().orderBy(LEVEL.desc()).get())).containsExactly(1L, 3L, 2L);
        assertThat(ids(tasks.query().orderBy(DUE).limit(2).get())).containsExactly(2L, 1L);
        assertThat(ids(tasks.query().orderBy(DUE.desc()).limit(1).get()))
                .as("null first")
                .containsExactly(3L);
        assertThat(tasks.query().max(DUE).get()).contains(day(3));
        assertThat(tasks.query().pluck(TITLE).get()).containsExactly("WRITE", "READ", "ANSWER");
        assertThat(tasks.query().groupBy(LEVEL).get()).containsOnlyKeys(Level.TOP, Level.LOW, Level.HIGH);
    }

    @Test
    void aLiveQueryEmitsIfAndOnlyIfTheValueAsReadChanged() {
        fill();
        List<List<Task>> seen = new ArrayList<>();
        tasks.query().where(DUE.lt(day(5))).orderBy(TITLE).flux().subscribe(seen::add);
        tasks.update(1L, Patch.of("title", " WRITE"));
        tasks.saveMap(map("id", 1, "due", "2024-01-03"));
        tasks.saveMap(map("id", 2, "level", Level.LOW));
        assertThat(seen).as("stored otherwise, read alike").hasSize(1);
        tasks.update(1L, TITLE.to("aaa"));
        assertThat(ids(seen.get(1))).containsExactly(1L, 2L);
        tasks.saveMap(map("id", 3, "due", "2024-01-04"));
        assertThat(ids(seen.get(2))).containsExactly(1L, 3L, 2L);
        tasks.update(1L, DUE.to(day(6)));
        assertThat(ids(seen.get(3))).containsExactly(3L, 2L);
        tasks.update(2L, LEVEL.to(Level.TOP));
        assertThat(seen.get(4)).extracting(Task::level).containsExactly(Level.HIGH, Level.TOP);
        assertThat(seen).hasSize(5);
    }

    @Test
    void timestampsOfModelsAreShownOrderedAndEmittedWhereTheyAreAskedFor() {
        fill();
        List<List<Task>> plain = new ArrayList<>();
        List<List<Task>> stamped = new ArrayList<>();
        tasks.query().flux().subscribe(plain::add);
        tasks.query().withMeta().flux().subscribe(stamped::add);
        clock.now = Instant.ofEpochSecond(200);
        tasks.update(2L, TITLE.to("Read"));
        assertThat(plain).hasSize(1);
        assertThat(stamped).hasSize(2);
        assertThat(stamped.get(1))
                .extracting(Task::meta)
                .containsExactly(new Meta(100, 100), new Meta(100, 200), new Meta(100, 100));
        assertThat(plain.get(0)).extracting(Task::meta).containsOnlyNulls();
        Order<Task> latest =
                Order.<Task>by("updated", task -> task.meta().updatedAt()).reversed();
        assertThat(ids(tasks.query().orderBy(latest).limit(1).get())).containsExactly(2L);
        tasks.save(tasks.find(3L).orElseThrow());
        assertThat(tasks.query().withMeta().find(3L).orElseThrow().meta()).isEqualTo(new Meta(100, 200));
    }

    private static Tables rows(Clock clock) {
        return new Tables(
                clock,
                EntityType.dynamic("notes")
                        .attr("id", null)
                        .string("text", "")
                        .mutate(QueriedCastsTest::upper, QueriedCastsTest::trimmed)
                        .attr("due", null)
                        .cast(Cast.instant())
                        .attr("tags", null)
                        .cast(Cast.list())
                        .timestamps()
                        .sortedIndex("due")
                        .build());
    }

    @Test
    void conditionsAndOrdersOfRowsSeeValuesAsRead() {
        try (Tables db = rows(clock)) {
            db.of("notes")
                    .saveMaps(List.of(
                            map("id", 1, "text", "b ", "due", "2024-01-03", "tags", List.of("x", "y")),
                            map("id", 2, "text", "a", "due", "2024-01-01T02:00:00+02:00", "tags", List.of()),
                            map("id", 3, "text", "c")));
            assertThat(db.stored("notes").get(1)).contains("due=2024-01-01T00:00:00.000Z");
            assertThat(db.of("notes").query().where("due", "<", day(2)).keys().get())
                    .containsExactly(2L);
            assertThat(db.of("notes").query().where("due", day(3)).keys().get()).containsExactly(1L);
            assertThat(db.of("notes")
                            .query()
                            .where("due", List.of(day(3), day(1)))
                            .keys()
                            .get())
                    .containsExactly(1L, 2L);
            assertThat(db.of("notes").query().where("text", "B").keys().get()).containsExactly(1L);
            assertThat(db.of("notes").query().where("text", "b").keys().get()).isEmpty();
            assertThat(db.of("notes")
                            .query()
                            .where("tags", "contains", "y")
                            .keys()
                            .get())
                    .containsExactly(1L);
            assertThat(db.of("notes").query().orderBy("due").limit(2).keys().get())
                    .containsExactly(2L, 1L);
            assertThat(db.of("notes").query().orderBy("text").keys().get()).containsExactly(2L, 1L, 3L);
            assertThat(db.of("notes").query().pluck("due").get()).containsExactly(day(3), day(1), null);
        }
    }

    @Test
    void liveQueriesOverRowsFollowValuesAsReadAndTimestampsWhereShown() {
        try (Tables db = rows(clock)) {
            Repository<Row> notes = db.of("notes");
            notes.saveMaps(List.of(map("id", 1, "text", "b", "due", "2024-01-03"), map("id", 2, "text", "a")));
            List<List<Object>> seen = new ArrayList<>();
            List<Map<String, ?>> meta = new ArrayList<>();
            notes.query()
                    .where("due", "<", day(5))
                    .orderBy("text")
                    .keys()
                    .flux()
                    .subscribe(seen::add);
            notes.query()
                    .withMeta()
                    .find(1L)
                    .flux()
                    .subscribe(row -> meta.add(row.orElseThrow().attributes()));
            notes.saveMap(map("id", 1, "text", " B ", "due", "2024-01-03T01:00:00+01:00"));
            assertThat(seen).hasSize(1);
            assertThat(meta).hasSize(1);
            clock.now = Instant.ofEpochSecond(300);
            notes.saveMap(map("id", 1, "text", "b"));
            assertThat(seen).hasSize(1);
            assertThat(meta.get(1).get(Meta.NAME)).isEqualTo(new Meta(100, 300).toMap());
            notes.saveMap(map("id", 2, "due", "2024-01-04"));
            notes.saveMap(map("id", 1, "due", "2024-01-09"));
            assertThat(seen).containsExactly(List.of(1L), List.of(2L, 1L), List.of(2L));
        }
    }
}
