package dev.ananas.orm.write;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ananas.orm.example.Tables;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Row;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of JSON and maps in attributes with and without a Java class. */
class ValuesTest {
    private static Tables things() {
        return new Tables(EntityType.dynamic("things")
                .attribute("id", Long.class, null)
                .attribute("price", BigDecimal.class, null)
                .attribute("weight", Double.class, null)
                .attribute("count", Integer.class, null)
                .attribute("code", UUID.class, null)
                .attribute("day", DayOfWeek.class, null)
                .attribute("since", LocalDate.class, null)
                .attribute("at", Instant.class, null)
                .attribute("names", List.class, null)
                .attr("any", (Object) null)
                .build());
    }

    @Test
    void jsonBecomesWhatTheAttributesDeclare() {
        try (Tables db = things()) {
            Row row = db.of("things").saveJson("""
                            {"id": 1, "price": 19.90, "weight": 2, "count": 3.0,
                             "code": "123e4567-e89b-12d3-a456-426614174000", "day": "FRIDAY", "since": "2024-02-29",
                             "at": "2024-02-29T10:00:00+02:00", "names": ["a", 1.5], "any": {"a": [1, 2.5, null]}}
                            """).get(0);
            assertThat(row.get("id")).isEqualTo(1L);
            assertThat(row.get("price")).isEqualTo(new BigDecimal("19.90"));
            assertThat(row.get("weight")).isEqualTo(2.0);
            assertThat(row.get("count")).isEqualTo(3);
            assertThat(row.get("code")).isEqualTo(UUID.fromString("123e4567-e89b-12d3-a456-426614174000"));
            assertThat(row.get("day")).isEqualTo(DayOfWeek.FRIDAY);
            assertThat(row.get("since")).isEqualTo(LocalDate.of(2024, 2, 29));
            assertThat(row.get("at")).isEqualTo(Instant.parse("2024-02-29T08:00:00Z"));
            assertThat(row.get("names")).isEqualTo(List.of("a", 1.5));
            assertThat(row.get("any")).hasToString("{a=[1, 2.5, null]}");
        }
    }

    @Test
    void mapsAreConvertedTheSameWay() {
        try (Tables db = things()) {
            Row row = db.of("things")
                    .saveMap(map("id", 1, "price", 2.5, "count", 7L, "day", "MONDAY", "any", 1))
                    .orElseThrow();
            assertThat(row.get("id")).isEqualTo(1L);
            assertThat(row.get("price")).isEqualTo(new BigDecimal("2.5"));
            assertThat(row.get("count")).isEqualTo(7);
            assertThat(row.get("day")).isEqualTo(DayOfWeek.MONDAY);
        }
    }

    @Test
    void aTreeOfNodesIsJsonToo() {
        try (Tables db = things()) {
            var node = JsonNodeFactory.instance
                    .objectNode()
                    .put("id", 1)
                    .put("weight", 0.5f)
                    .putNull("count");
            assertThat(db.of("things").saveJson(node).get(0).get("weight")).isEqualTo(0.5);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": 1.5}",
                "{\"id\": \"1\"}",
                "{\"id\": 1, \"count\": 3000000000}",
                "{\"id\": 1, \"weight\": 9007199254740993}",
                "{\"id\": 1, \"code\": \"x\"}",
                "{\"id\": 1, \"day\": \"SOMEDAY\"}",
                "{\"id\": 1, \"since\": \"yesterday\"}",
                "{\"id\": 1, \"since\": 20240229}",
                "{\"id\": 1, \"names\": \"a\"}"
            })
    void whatWouldLoseSomethingIsRefused(String json) {
        try (Tables db = things()) {
            assertThatThrownBy(() -> db.of("things").saveJson(json)).hasMessageContaining(" expects a value of ");
        }
    }

    @Test
    void aDynamicKeyIsFoundWhateverTheKindOfItsNumber() {
        try (Tables db =
                new Tables(EntityType.dynamic("a").attr("id", (Object) null).build())) {
            db.of("a").saveMap(map("id", 1));
            assertThat(db.of("a").find(1)).isPresent();
            assertThat(db.of("a").find(1L)).isPresent();
            assertThat(db.of("a").find(1.0)).isPresent();
            assertThat(db.of("a").find("1")).isEmpty();
            assertThat(db.of("a").destroy(List.of(1, 1L))).hasSize(1);
        }
    }

    @Test
    void listsAreCopied() {
        try (Tables db = things()) {
            List<Object> names = new ArrayList<>(List.of("a"));
            Row row = db.of("things")
                    .saveMap(map("id", 1, "names", names, "any", names))
                    .orElseThrow();
            names.add("b");
            assertThat(row.get("names")).isEqualTo(List.of("a"));
            assertThat(row.get("any")).isEqualTo(List.of("a"));
        }
    }
}
