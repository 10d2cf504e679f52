package dev.ananas.orm.inheritance;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.example.Tables;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Saves, answers and links through a case, of records of this case, of cases below it and of others. */
class CaseLinksTest {
    private static Tables people() {
        return new Tables(
                EntityType.dynamic("people")
                        .attr("id", null)
                        .attr("type", "B")
                        .string("name", "")
                        .attr("home", null)
                        .discriminator("type", "B")
                        .build(),
                EntityType.dynamic("adults")
                        .caseOf("people", "A")
                        .string("job", "none")
                        .string("pin", "0000")
                        .hidden("pin")
                        .belongsToMany("clubs", "clubs", "memberships", "person", "club")
                        .build(),
                EntityType.dynamic("bosses")
                        .caseOf("adults", "C")
                        .number("staff", 0)
                        .build(),
                EntityType.dynamic("kids")
                        .caseOf("people", "K")
                        .number("school", 0)
                        .build(),
                EntityType.dynamic("homes")
                        .attr("id", null)
                        .hasMany("kids", "kids", "home")
                        .build(),
                EntityType.dynamic("clubs")
                        .attr("id", null)
                        .belongsToMany("adults", "adults", "memberships", "club", "person")
                        .build(),
                EntityType.dynamic("memberships")
                        .attr("person", null)
                        .attr("club", null)
                        .primaryKey("person", "club")
                        .build());
    }

    @Test
    void aSaveThroughACaseLeavesARecordOfACaseBelowWhatItIs() {
        try (Tables db = people()) {
            db.of("people").insertMaps(List.of(map("id", 1, "type", "C", "staff", 5), map("id", 2, "type", "K")));
            db.of("adults").saveMaps(List.of(map("id", 1, "name", "n"), map("id", 1, "job", "j")));
            db.of("adults").saveJson("{\"id\": 1, \"pin\": \"1234\"}");
            assertThat(db.stored("bosses"))
                    .containsExactly("bosses{id=1, type=C, name=n, home=null, job=j, pin=1234, staff=5}");
            db.of("adults").saveMap(map("id", 2));
            assertThat(db.rows("kids")).isEmpty();
            db.of("adults").saveMap(map("id", 1, "type", "A"));
            assertThat(db.rows("bosses")).isEmpty();
        }
    }

    @Test
    void answersOfWritesShowWhatQueriesOnTheCaseShow() {
        try (Tables db = people()) {
            assertThat(db.of("adults").saveMap(map("id", 1)))
                    .hasValueSatisfying(
                            row -> assertThat(row).hasToString("adults{id=1, type=A, name=, home=null, job=none}"));
            Row row = db.of("adults").find(1).orElseThrow();
            List<Row> answers = List.of(
                    db.of("adults").save(row).orElseThrow(),
                    db.of("adults").update(1, Patch.of("name", "")).orElseThrow(),
                    db.of("adults").insertMaps(List.of(map("id", 1))).get(0),
                    db.of("adults")
                            .updateOrCreate(map("id", 1), map("name", ""))
                            .orElseThrow(),
                    db.of("adults").firstOrCreate(map("id", 1), map()).orElseThrow(),
                    db.of("adults").revive(map("id", 1)).orElseThrow(),
                    db.of("clubs")
                            .saveMap(map("id", 1, "adults", List.of(map("id", 1))))
                            .orElseThrow()
                            .many("adults")
                            .get(0),
                    db.of("adults").delete(1).orElseThrow());
            assertThat(answers).allSatisfy(answer -> assertThat(answer).isEqualTo(row));
        }
    }

    @Test
    void linksStartAtRecordsThatHaveTheRelation() {
        try (Tables db = people()) {
            db.of("people").insertMaps(List.of(map("id", 1, "type", "K"), map("id", 2, "type", "C")));
            db.of("clubs").insertMaps(List.of(map("id", 9)));
            db.of("adults").relation("clubs").attach(2, List.of(9));
            assertThatThrownBy(() -> db.of("adults").relation("clubs").attach(1, List.of(9)))
                    .hasMessage("Action \"attach people.clubs\" failed: Entity \"adults\" has no record with key 1 (it"
                            + " is one of \"kids\"), so the links of \"people.clubs\" cannot be changed; ask the"
                            + " repository of its entity");
            assertThatThrownBy(() -> db.of("people").relation("clubs").attach(1, List.of(9)))
                    .hasMessage("Action \"attach people.clubs\" failed: The record of \"people\" with key 1 (it is one"
                            + " of \"kids\") has no relation \"clubs\", so it has no links to change");
            assertThat(db.rows("memberships")).containsExactly("memberships{person=2, club=9}");
        }
    }

    @Test
    void linksLeadToRecordsOfTheRelatedCase() {
        try (Tables db = people()) {
            db.of("people").insertMaps(List.of(map("id", 1, "type", "K"), map("id", 2, "type", "A")));
            db.of("clubs").insertMaps(List.of(map("id", 9)));
            db.of("homes").insertMaps(List.of(map("id", 5)));
            db.of("homes").relation("kids").attach(5, List.of(1));
            String otherCase = "leads to records of \"%s\", and the one with key %d is one of \"%s\"; name another one";
            assertThatThrownBy(() -> db.of("homes").relation("kids").attach(5, List.of(2)))
                    .hasMessageContaining(otherCase, "kids", 2, "adults");
            assertThatThrownBy(() -> db.of("clubs").relation("adults").attach(9, List.of(1)))
                    .hasMessageContaining(otherCase, "adults", 1, "kids");
            assertThat(db.rows("memberships")).isEmpty();
        }
    }
}
