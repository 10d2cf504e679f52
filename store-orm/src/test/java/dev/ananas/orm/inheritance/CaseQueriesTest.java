package dev.ananas.orm.inheritance;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.example.Tables;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.Condition;
import dev.ananas.orm.query.Query;
import dev.ananas.orm.query.ToManyRelation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Queries on a base that say something about one of its cases. */
class CaseQueriesTest {
    private static final EntityType<Row> PEOPLE = EntityType.dynamic("people")
            .attr("id", null)
            .attr("type", "person")
            .string("name", "")
            .discriminator("type", "person")
            .build();

    private static final EntityType<Row> ADULTS = EntityType.dynamic("adults")
            .caseOf("people", "adult")
            .string("job", null)
            .hasMany("parts", "parts", "ref")
            .build();

    private static final EntityType<Row> BOSSES =
            EntityType.dynamic("bosses").caseOf("adults", "boss").build();

    private static final EntityType<Row> KIDS =
            EntityType.dynamic("kids").caseOf("people", "kid").build();

    private static final EntityType<Row> PARTS =
            EntityType.dynamic("parts").attr("id", null).attr("ref", null).build();

    private static final ToManyRelation<Row, Row> PARTS_OF_ADULT = ToManyRelation.many("adults", "parts");

    private static final Condition<Row> NO_JOB = Condition.of("job", "null", null);

    private static Tables filled() {
        Tables tables = new Tables(PEOPLE, ADULTS, BOSSES, KIDS, PARTS);
        tables.of("people")
                .insertMaps(List.of(
                        map("id", 1),
                        map("id", 2, "type", "adult"),
                        map("id", 3, "type", "adult", "job", "baker"),
                        map("id", 4, "type", "boss"),
                        map("id", 5, "type", "kid")));
        tables.of("parts").insertMaps(List.of(map("id", 7, "ref", 2), map("id", 8, "ref", 5)));
        return tables;
    }

    private static List<Object> ids(List<Row> rows) {
        return rows.stream().map(row -> row.get("id")).toList();
    }

    @Test
    void aConditionOnACaseHoldsForItsRecordsAndThoseBelowIt() {
        try (Tables tables = filled()) {
            Query<Row> people = tables.of("people").query();
            assertThat(ids(people.where(NO_JOB).get())).containsExactly(1L, 2L, 4L, 5L);
            assertThat(ids(people.where(ADULTS, NO_JOB).get())).containsExactly(2L, 4L);
            assertThat(ids(people.where(BOSSES, NO_JOB).get())).containsExactly(4L);
            assertThat(ids(people.where(Condition.ofCase(ADULTS, NO_JOB).not()).get()))
                    .containsExactly(1L, 3L, 5L);
            assertThat(ids(people.where(KIDS, NO_JOB)
                            .orWhere(Condition.ofCase(ADULTS, Condition.of("job", "=", "baker")))
                            .get()))
                    .containsExactly(3L, 5L);
            assertThat(ids(people.where(PEOPLE, NO_JOB).get())).containsExactly(1L, 2L, 4L, 5L);
        }
    }

    @Test
    void aLiveQueryFollowsARecordThatBecomesAnotherCase() {
        try (Tables tables = filled()) {
            List<List<Object>> heard = new ArrayList<>();
            Query<Row> query = tables.of("people").query().where(ADULTS, NO_JOB);
            query.flux().subscribe(rows -> heard.add(ids(rows)));
            tables.of("people").update(5L, Patch.of(map("type", "adult")));
            tables.of("people").update(2L, Patch.of(map("job", "smith")));
            tables.of("people").update(1L, Patch.of(map("name", "x")));
            assertThat(heard).containsExactly(List.of(2L, 4L), List.of(2L, 4L, 5L), List.of(4L, 5L));
            assertThat(ids(query.get())).isEqualTo(heard.get(2));
        }
    }

    @Test
    void aRelationOfACaseIsLoadedForItsRecordsAlone() {
        try (Tables tables = filled()) {
            Query<Row> people = tables.of("people").query();
            List<Row> rows = people.with(ADULTS, PARTS_OF_ADULT).get();
            assertThat(ids(rows.get(1).many("parts"))).containsExactly(7L);
            assertThat(rows.get(2).many("parts")).isEmpty();
            assertThat(rows.get(4)).hasToString("kids{id=5, type=kid, name=}");
            assertThat(people.with(ADULTS, PARTS_OF_ADULT, parts -> parts.where("id", ">", 7L))
                            .find(2L)
                            .get())
                    .hasValueSatisfying(row -> assertThat(row.many("parts")).isEmpty());
        }
    }

    @Test
    void anEntityThatIsNoCaseIsRefused() {
        try (Tables tables = filled()) {
            assertThatThrownBy(() ->
                            tables.of("people").query().where(PARTS, NO_JOB).get())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Entity \"parts\" is no case of entity \"people\","
                            + " expected one of [adults, bosses, kids, people]");
            assertThatThrownBy(() ->
                            tables.of("kids").query().where(ADULTS, NO_JOB).get())
                    .hasMessage("Entity \"adults\" is no case of entity \"kids\", expected one of [kids, people]");
        }
    }
}
