package dev.ananas.orm.attribute;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.example.Tables;
import dev.ananas.orm.model.Cast;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is stored of a value and what is read of it. */
class CastsTest {

    private static Tables things(Cast cast, @Nullable Object defaultValue) {
        return new Tables(EntityType.dynamic("things")
                .attr("id", null)
                .attr("v", defaultValue)
                .cast(cast)
                .build());
    }

    private static List<@Nullable Object> read(Tables tables) {
        List<@Nullable Object> values = new ArrayList<>();
        tables.of("things").query().get().forEach(row -> values.add(row.get("v")));
        return values;
    }

    private static void save(Tables tables, @Nullable Object... values) {
        for (Object value : values) {
            tables.of("things").saveMap(map("id", tables.rows("things").size() + 1, "v", value));
        }
    }

    @Test
    void textsAndBooleansBecomeNumbers() {
        try (Tables tables = things(Cast.number(), "7")) {
            save(tables, "5", "2.5", true, false, 3, null);
            tables.of("things").saveMap(map("id", 9));
            assertThat(read(tables)).containsExactly(5L, 2.5, 1L, 0L, 3L, null, 7L);
        }
    }

    @Test
    void numbersAndBooleansBecomeTexts() {
        try (Tables tables = things(Cast.string(), null)) {
            save(tables, 5, 2.5, 5.0, true, "x", null);
            assertThat(read(tables)).containsExactly("5", "2.5", "5", "true", "x", null);
        }
    }

    @Test
    void numbersAndTextsBecomeBooleans() {
        try (Tables tables = things(Cast.bool(), null)) {
            save(tables, 1, 0, "1", "0", "", "yes", null);
            assertThat(read(tables)).containsExactly(true, false, true, false, false, true, null);
        }
    }

    @Test
    void pointsInTimeAreStoredAsTextInUtcAndReadAsInstants() {
        try (Tables tables = things(Cast.instant(), null)) {
            save(tables, "2024-06-01T12:30:00+02:00", 0, "2020-01-01", Instant.ofEpochMilli(5), null);
            assertThat(tables.stored("things"))
                    .containsExactly(
                            "things{id=1, v=2024-06-01T10:30:00.000Z}",
                            "things{id=2, v=1970-01-01T00:00:00.000Z}",
                            "things{id=3, v=2020-01-01T00:00:00.000Z}",
                            "things{id=4, v=1970-01-01T00:00:00.005Z}",
                            "things{id=5, v=null}");
            assertThat(read(tables)).first().isEqualTo(Instant.parse("2024-06-01T10:30:00Z"));
        }
    }

    @Test
    void conditionsAndOrdersSeeTheValueAsRead() {
        try (Tables tables = things(Cast.instant(), null)) {
            save(tables, 2000, 0, 1000);
            assertThat(tables.of("things")
                            .query()
                            .where("v", ">=", Instant.ofEpochSecond(1))
                            .orderBy("v")
                            .get())
                    .extracting(row -> row.get("id"))
                    .containsExactly(3L, 1L);
            assertThat(tables.of("things").query().where("v", Instant.EPOCH).get())
                    .hasSize(1);
        }
    }

    @Test
    void listsAreStoredAsCompactJson() {
        try (Tables tables = things(Cast.list(), null)) {
            save(tables, List.of("a", "b"), List.of(map("k", 1)));
            assertThat(tables.stored("things"))
                    .containsExactly("things{id=1, v=[\"a\",\"b\"]}", "things{id=2, v=[{\"k\":1}]}");
            assertThat(read(tables)).containsExactly(List.of("a", "b"), List.of(map("k", 1L)));
        }
    }

    @Test
    void constantsOfAnEnumAreStoredByName() {
        try (Tables tables = things(Cast.enumOf(DayOfWeek.class), null)) {
            save(tables, DayOfWeek.MONDAY, "FRIDAY");
            assertThat(read(tables)).containsExactly(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        }
    }

    @Test
    void aRowThatIsReadAndSavedAgainIsStoredAsBefore() {
        try (Tables tables = things(Cast.list(), null)) {
            save(tables, List.of("a"));
            Row row = tables.of("things").query().first().orElseThrow();
            tables.of("things").save(row);
            tables.of("things").insert(row);
            assertThat(tables.stored("things")).containsExactly("things{id=1, v=[\"a\"]}");
        }
    }

    @Test
    void updatesPassThroughTheCast() {
        try (Tables tables = things(Cast.number(), null)) {
            save(tables, 1);
            assertThat(tables.of("things").update(1L, Patch.of("v", "12")))
                    .hasValueSatisfying(row -> assertThat(row.get("v")).isEqualTo(12L));
        }
    }

    @Test
    void aValueThatCannotBeConvertedIsRefused() {
        try (Tables tables = things(Cast.instant(), null)) {
            assertThatThrownBy(() -> save(tables, "soon"))
                    .rootCause()
                    .hasMessage("Attribute \"things.v\" expects a point in time, found \"soon\" (String) at /v");
        }
    }

    /** A cast with a parameter is an instance with a field. */
    private record Prefixed(String prefix) implements Cast {
        @Override
        public @Nullable Object set(@Nullable Object given) {
            return given == null ? null : prefix + given.toString().toLowerCase(Locale.ROOT);
        }

        @Override
        public @Nullable Object get(@Nullable Object stored) {
            return stored == null ? null : ((String) stored).substring(prefix.length());
        }
    }

    @Test
    void castsOfOnesOwnHaveParameters() {
        EntityType<Row> type = EntityType.dynamic("things")
                .attr("id", null)
                .attr("v", null)
                .cast(new Prefixed("v:"))
                .attr("w", null)
                .cast(new Prefixed("w:"))
                .build();
        try (Tables tables = new Tables(type)) {
            tables.of("things").saveMap(map("id", 1, "v", "A", "w", "B"));
            assertThat(tables.stored("things")).containsExactly("things{id=1, v=v:a, w=w:b}");
            assertThat(tables.rows("things")).containsExactly("things{id=1, v=a, w=b}");
        }
    }

    @Test
    void castsSpeakOfTheAttributeBeforeThem() {
        assertThatThrownBy(() -> EntityType.dynamic("things").cast(Cast.bool()))
                .hasMessage("cast(...) speaks of an attribute and has to follow its declaration in entity \"things\"");
    }
}
