package dev.ananas.orm.inheritance;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.example.Tables;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.EntityTypeBuilder;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Entities without classes that share a table. */
class CasesTest {

    private static EntityTypeBuilder<Row> people() {
        return EntityType.dynamic("people")
                .attr("id", null)
                .attr("type", "B")
                .string("name", "")
                .discriminator("type", "B");
    }

    private static EntityTypeBuilder<Row> adults() {
        return EntityType.dynamic("adults")
                .caseOf("people", "A1")
                .attr("type", "A1")
                .string("job", "none")
                .hasMany("parts", "parts", "ref");
    }

    private static EntityTypeBuilder<Row> kids() {
        return EntityType.dynamic("kids").caseOf("people", "A2").number("school", 0);
    }

    private static EntityTypeBuilder<Row> bosses() {
        return EntityType.dynamic("bosses").caseOf("adults", "A3").number("staff", 0);
    }

    private static EntityTypeBuilder<Row> parts() {
        return EntityType.dynamic("parts")
                .attr("id", null)
                .attr("ref", null)
                .belongsTo("adult", "adults", "ref")
                .belongsTo("anyone", "people", "ref");
    }

    private static Tables tables() {
        return new Tables(people().build(), adults().build(), kids().build(), bosses().build(), parts().build());
    }

    private static Tables filled() {
        Tables tables = tables();
        tables.of("people")
                .insertMaps(List.of(
                        map("id", 1, "name", "Ada"),
                        map("id", 2, "type", "A1", "name", "Ben", "job", "x", "school", 9),
                        map("id", 3, "type", "A2", "name", "Cem", "school", 5),
                        map("id", 4, "type", "A3", "staff", 7)));
        return tables;
    }

    private static List<String> texts(List<Row> rows) {
        return rows.stream().map(Row::toString).toList();
    }

    @Test
    void theBaseSeesAllCasesEachWithItsOwnAttributes() {
        try (Tables tables = filled()) {
            assertThat(tables.rows("people"))
                    .containsExactly(
                            "people{id=1, type=B, name=Ada}",
                            "adults{id=2, type=A1, name=Ben, job=x}",
                            "kids{id=3, type=A2, name=Cem, school=5}",
                            "bosses{id=4, type=A3, name=, job=none, staff=7}");
            assertThat(texts(tables.of("people").query().get())).isEqualTo(tables.rows("people"));
        }
    }

    @Test
    void aCaseSeesItsOwnRecordsAndThoseOfItsCases() {
        try (Tables tables = filled()) {
            assertThat(tables.of("kids").query().get())
                    .extracting(row -> row.get("id"))
                    .containsExactly(3L);
            assertThat(tables.of("adults").query().get())
                    .extracting(row -> row.get("id"))
                    .containsExactly(2L, 4L);
            assertThat(tables.of("adults").all())
                    .extracting(row -> row.get("id"))
                    .containsExactly(2L, 4L);
            assertThat(tables.of("adults").find(3L)).isEmpty();
            assertThat(tables.of("adults").query().find(3L).get()).isEmpty();
            assertThat(tables.of("adults").find(4L)).isPresent();
        }
    }

    @Test
    void savingThroughACaseFillsInItsType() {
        try (Tables tables = tables()) {
            assertThat(tables.of("kids").saveMap(map("id", 6)))
                    .hasValueSatisfying(row -> assertThat(row).hasToString("kids{id=6, type=A2, name=, school=0}"));
            assertThat(tables.of("adults").saveMap(map("id", 7, "type", "A3")))
                    .hasValueSatisfying(
                            row -> assertThat(row).hasToString("bosses{id=7, type=A3, name=, job=none, staff=0}"));
            assertThatThrownBy(() -> tables.of("adults").saveMap(map("id", 8, "type", "A2")))
                    .rootCause()
                    .hasMessage(
                            "Entity \"adults\" expects \"type\" to be one of [A1, A3], found \"A2\" (String) at /type");
        }
    }

    @Test
    void anUnknownTypeIsRefusedOrFallsBack() {
        try (Tables tables = tables()) {
            assertThatThrownBy(() -> tables.of("people").saveMap(map("id", 1, "type", "X")))
                    .rootCause()
                    .hasMessage("Attribute \"people.type\" tells the case of a record, expected one of \"B\", \"A1\","
                            + " \"A2\", \"A3\", found \"X\"");
        }
        EntityType<Row> lenient = people().discriminatorFallback("A2").build();
        try (Tables tables = new Tables(lenient, kids().build())) {
            tables.of("people").saveMap(map("id", 1, "type", "X"));
            assertThat(tables.rows("people")).containsExactly("kids{id=1, type=A2, name=, school=0}");
        }
    }

    @Test
    void oneKeyIsOneRowWhateverItsCase() {
        try (Tables tables = filled()) {
            tables.of("kids").saveMap(map("id", 2));
            assertThat(tables.rows("kids"))
                    .containsExactly(
                            "kids{id=2, type=A2, name=Ben, school=0}", "kids{id=3, type=A2, name=Cem, school=5}");
        }
    }

    @Test
    void attributesOfOtherCasesAreNullInConditionsAndOrders() {
        try (Tables tables = filled()) {
            assertThat(tables.of("people").query().where("job", "x").get())
                    .extracting(row -> row.get("id"))
                    .containsExactly(2L);
            assertThat(tables.of("people")
                            .query()
                            .where("job", null)
                            .orderBy("school")
                            .get())
                    .extracting(row -> row.get("id"))
                    .containsExactly(3L, 1L);
            assertThatThrownBy(() -> tables.of("kids").query().where("staf", 1).get())
                    .hasMessage("Unknown attribute \"staf\" in entity \"kids\"; expected one of \"id\", \"type\","
                            + " \"name\", \"school\"");
        }
    }

    @Test
    void writesThroughACaseTouchItsRecordsOnly() {
        try (Tables tables = filled()) {
            assertThat(tables.of("adults").update(tables.of("adults").query(), Patch.of("name", "new")))
                    .extracting(row -> row.get("id"))
                    .containsExactly(2L, 4L);
            assertThat(tables.of("adults").update(3L, Patch.of("name", "no"))).isEmpty();
            assertThat(tables.of("kids").destroy(List.of(1L, 3L))).hasSize(1);
            assertThat(tables.of("adults").clear()).isEqualTo(2);
            assertThat(tables.rows("people")).containsExactly("people{id=1, type=B, name=Ada}");
        }
    }

    @Test
    void relationsLeadToABaseOrToACase() {
        try (Tables tables = filled()) {
            tables.of("parts").insertMaps(List.of(map("id", 1, "ref", 2), map("id", 2, "ref", 3)));
            List<Row> parts =
                    tables.of("parts").query().with("adult").with("anyone").get();
            assertThat(parts).extracting(row -> row.one("adult").isPresent()).containsExactly(true, false);
            assertThat(parts)
                    .extracting(row -> row.one("anyone").get().type().name())
                    .containsExactly("adults", "kids");
        }
    }

    @Test
    void relationsOfACaseCanBeAskedForFromTheBase() {
        try (Tables tables = filled()) {
            tables.of("parts").insertMaps(List.of(map("id", 1, "ref", 2), map("id", 2, "ref", 1)));
            assertThat(texts(tables.of("people").query().with("parts").get()))
                    .contains(
                            "people{id=1, type=B, name=Ada}",
                            "adults{id=2, type=A1, name=Ben, job=x} parts=[parts{id=1, ref=2}]");
            assertThat(tables.of("people").query().has("parts").get()).hasSize(1);
            assertThat(tables.of("people").query().doesntHave("parts").get()).hasSize(3);
            assertThat(tables.of("bosses")
                            .query()
                            .with("parts")
                            .first()
                            .orElseThrow()
                            .many("parts"))
                    .isEmpty();
        }
    }

    @Test
    void nestedRecordsTakeTheCaseOfTheirRelation() {
        try (Tables tables = tables()) {
            tables.of("parts").saveMap(map("id", 1, "adult", map("id", 5, "name", "n")));
            assertThat(tables.rows("people")).containsExactly("adults{id=5, type=A1, name=n, job=none}");
            Map<String, Object> nested = map("id", 6, "parts", List.of(map("id", 2)));
            tables.of("adults").saveMap(nested);
            assertThat(tables.rows("parts")).containsExactly("parts{id=1, ref=5}", "parts{id=2, ref=6}");
        }
    }

    @Test
    void liveQueriesOnACaseHearOfItsRecordsOnly() {
        try (Tables tables = filled()) {
            List<List<Row>> all = new ArrayList<>();
            List<List<Row>> adults = new ArrayList<>();
            tables.of("people").query().flux().subscribe(all::add);
            tables.of("adults").query().flux().subscribe(adults::add);
            tables.of("kids").saveMap(map("id", 9));
            assertThat(all).hasSize(2);
            assertThat(adults).hasSize(1);
            tables.of("people").saveMap(map("id", 9, "type", "A1"));
            assertThat(adults).hasSize(2);
            assertThat(adults.get(1)).hasSize(3);
        }
    }

    @Test
    void rowsOfACaseAreSavedBackThroughTheBase() {
        try (Tables tables = filled()) {
            Row adult = tables.of("people").find(2L).orElseThrow();
            tables.of("people").save(adult);
            tables.of("adults").insert(adult);
            assertThat(tables.rows("adults")).contains("adults{id=2, type=A1, name=Ben, job=x}");
        }
    }
}
