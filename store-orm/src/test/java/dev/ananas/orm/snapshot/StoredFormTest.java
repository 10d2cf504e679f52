package dev.ananas.orm.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.example.Tables;
import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.Cast;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Meta;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.model.ValueType;
import dev.ananas.store.Store;
import dev.ananas.store.snapshot.Snapshots;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values, ids, times and orders come back from a snapshot as they were stored. */
class StoredFormTest {

    private static Snapshots snapshots(Store store, Database db) {
        return Snapshots.of(store).section(db.snapshot()).build();
    }

    /** What is stored in a new store with the same entities after a snapshot of one with these rows was restored. */
    private static Repository<Row> moved(EntityType<Row> type, List<Map<String, Object>> rows, Clock clock) {
        Store store = Store.create();
        Database db = Database.builder(store).clock(clock).types(type).build();
        db.repository(type).saveMaps(rows);
        String json = snapshots(store, db).toJson();
        Store other = Store.create();
        Database otherDb = Database.builder(other).clock(clock).types(type).build();
        snapshots(other, otherDb).restore(json);
        assertThat(otherDb.repository(type).stored())
                .isEqualTo(db.repository(type).stored());
        assertThat(snapshots(other, otherDb).toJson()).isEqualTo(json);
        return otherDb.repository(type);
    }

    @Test
    void valuesWithoutADeclaredClassKeepTheirs() {
        EntityType<Row> type = EntityType.dynamic("things")
                .number("id", null)
                .attr("value", null)
                .build();
        List<Object> values = Arrays.asList(
                null,
                "text",
                true,
                1L,
                -7L,
                Long.MAX_VALUE,
                0.1,
                1e300,
                -0.0,
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                new BigInteger("123456789012345678901234567890"),
                new BigDecimal("0.10000000000000000000000000001"),
                UUID.fromString("00000000-0000-4000-8000-000000000001"),
                Instant.parse("2026-11-26T10:00:00.000000001Z"),
                LocalDate.of(2026, 1, 31),
                LocalTime.of(1, 2),
                LocalDateTime.of(2026, 1, 31, 4, 5),
                OffsetDateTime.of(2026, 1, 1, 1, 1, 1, 1, ZoneOffset.ofHours(2)),
                ZonedDateTime.of(2026, 1, 1, 1, 1, 1, 1, ZoneId.of("Europe/Berlin")),
                Year.of(2026),
                YearMonth.of(2026, 2),
                MonthDay.of(2, 29),
                Duration.ofMillis(1),
                Period.ofMonths(3),
                ZoneId.of("Europe/Berlin"),
                ZoneOffset.UTC,
                'x',
                List.of(1L, "a", List.of(0.5)),
                Set.of(3L),
                Map.of("a", 1L),
                Map.of(1L, LocalDate.EPOCH),
                Map.of("$type", "date", "value", "2026-01-01"),
                Collections.singletonMap(null, null));
        List<Map<String, Object>> rows = new java.util.ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            rows.add(Tables.map("id", i, "value", values.get(i)));
        }
        Repository<Row> things = moved(type, rows, Clock.systemUTC());
        assertThat(things.find(7L).orElseThrow().get("value")).isEqualTo(1e300);
        assertThat(things.find(28L).orElseThrow().get("value")).isEqualTo(List.of(1L, "a", List.of(0.5)));
    }

    @Test
    void aValueThatJsonCannotGiveBackIsRefusedWithItsPlace() {
        EntityType<Row> type = EntityType.dynamic("things")
                .number("id", null)
                .attr("value", null)
                .build();
        Store store = Store.create();
        Database db = Database.on(store, type);
        db.repository(type).saveMap(Tables.map("id", 4, "value", new StringBuilder("no").chars()));
        assertThatThrownBy(() -> snapshots(store, db).toJson())
                .hasMessageContaining("\"things.value\" of the record with key 4 holds a ")
                .hasMessageContaining("declare the attribute with this class, or give it a cast");
    }

    @Test
    void castsAndMutatorsDoNotSeeStoredValuesAgain() {
        EntityType<Row> type = EntityType.dynamic("things")
                .number("id", null)
                .attr("tags", List.of())
                .cast(Cast.list())
                .string("name", "")
                .mutate(null, value -> value + "!")
                .build();
        Repository<Row> things =
                moved(type, List.of(Tables.map("id", 1, "tags", List.of("a", "b"), "name", "Ada")), Clock.systemUTC());
        assertThat(things.find(1L).orElseThrow().get("name")).isEqualTo("Ada!");
        assertThat(things.find(1L).orElseThrow().get("tags")).isEqualTo(List.of("a", "b"));
    }

    @Test
    void timestampsAndTheNumbersOfIdsGoOnWhereTheyWere() {
        EntityType<Row> type = EntityType.dynamic("things")
                .uid("id", dev.ananas.orm.model.IdGenerator.sequence())
                .string("name", "")
                .timestamps()
                .build();
        Clock clock = Clock.fixed(Instant.ofEpochSecond(77), ZoneOffset.UTC);
        Store store = Store.create();
        Database db = Database.builder(store).clock(clock).types(type).build();
        Repository<Row> things = db.repository(type);
        things.saveMaps(List.of(Tables.map("name", "a"), Tables.map("name", "b"), Tables.map("name", "c")));
        things.delete(3L);
        Store other = Store.create();
        Database otherDb = Database.on(other, type);
        snapshots(other, otherDb).restore(snapshots(store, db).toJson());
        Row next = otherDb.repository(type).saveMap(Tables.map("name", "d")).orElseThrow();
        assertThat(next.get("id")).isEqualTo(4L);
        assertThat(otherDb.repository(type).stored())
                .first()
                .extracting(row -> row.get("_meta"))
                .isEqualTo(new Meta(77, 77).toMap());
    }

    record Typed(
            int id,
            Double real,
            float small,
            BigDecimal money,
            DayOfWeek day,
            char letter,
            byte[] bytes,
            Object anything,
            List<LocalDate> days,
            Map<Integer, Set<DayOfWeek>> plan,
            Point point) {}

    record Point(int x, int y) {}

    @Test
    void valuesOfDeclaredClassesComeBackInThem() {
        EntityType<Typed> type = EntityType.builder("typed", Typed.class)
                .attribute("id", Integer.class, null)
                .attribute("real", Double.class, null)
                .attribute("small", Float.class, null)
                .attribute("money", BigDecimal.class, null)
                .attribute("day", DayOfWeek.class, null)
                .attribute("letter", Character.class, null)
                .attribute("bytes", byte[].class, null)
                .attribute("anything", Object.class, null)
                .attribute("days", ValueType.list(ValueType.of(LocalDate.class)), List.of())
                .attribute(
                        "plan",
                        ValueType.map(ValueType.of(Integer.class), ValueType.set(ValueType.of(DayOfWeek.class))),
                        Map.of())
                .attribute("point", Point.class, null)
                .access(new TypedAccess())
                .build();
        Typed stored = new Typed(
                1,
                Double.POSITIVE_INFINITY,
                -0.0f,
                new BigDecimal("1.10"),
                DayOfWeek.MONDAY,
                'q',
                new byte[] {1, -1},
                (short) 4,
                List.of(LocalDate.of(2026, 1, 2)),
                Map.of(7, Set.of(DayOfWeek.FRIDAY)),
                new Point(1, 2));
        Store store = Store.create();
        Database db = Database.on(store, type);
        db.repository(type).insert(stored);
        Store other = Store.create();
        Database otherDb = Database.on(other, type);
        snapshots(other, otherDb).restore(snapshots(store, db).toJson());
        Typed read = otherDb.repository(type).find(1).orElseThrow();
        assertThat(read).usingRecursiveComparison().isEqualTo(stored);
        assertThat(read.anything()).isEqualTo((short) 4);
        assertThat(1 / read.small()).isEqualTo(Float.NEGATIVE_INFINITY);
    }

    private static final class TypedAccess implements Access<Typed> {
        @Override
        public @Nullable Object get(Typed typed, int ordinal) {
            return switch (ordinal) {
                case 0 -> typed.id();
                case 1 -> typed.real();
                case 2 -> typed.small();
                case 3 -> typed.money();
                case 4 -> typed.day();
                case 5 -> typed.letter();
                case 6 -> typed.bytes();
                case 7 -> typed.anything();
                case 8 -> typed.days();
                case 9 -> typed.plan();
                default -> typed.point();
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public Typed create(@Nullable Object[] all) {
            return new Typed(
                    (Integer) all[0],
                    (Double) all[1],
                    (Float) all[2],
                    (BigDecimal) all[3],
                    (DayOfWeek) all[4],
                    (Character) all[5],
                    (byte[]) all[6],
                    all[7],
                    (List<LocalDate>) all[8],
                    (Map<Integer, Set<DayOfWeek>>) all[9],
                    (Point) all[10]);
        }
    }
}
