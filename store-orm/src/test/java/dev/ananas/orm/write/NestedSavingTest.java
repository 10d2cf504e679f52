package dev.ananas.orm.write;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.example.Tables;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NestedSavingTest {
    /** Farms have cows, cows have calves; tags are shared by cows. */
    private static Tables farms() {
        return new Tables(
                EntityType.dynamic("farms")
                        .attr("id", (Object) null)
                        .string("code", null)
                        .hasMany("cows", "cows", "farm_id")
                        .hasOne("barn", "barns", "farm_code", "code")
                        .build(),
                EntityType.dynamic("barns")
                        .attr("id", (Object) null)
                        .string("farm_code", null)
                        .build(),
                EntityType.dynamic("cows")
                        .attr("id", (Object) null)
                        .attr("farm_id", (Object) null)
                        .attr("mother_id", (Object) null)
                        .belongsTo("farm", "farms", "farm_id")
                        .belongsTo("mother", "cows", "mother_id")
                        .hasMany("calves", "cows", "mother_id")
                        .belongsToMany("friends", "cows", "friendships", "left", "right")
                        .belongsToMany("admirers", "cows", "friendships", "right", "left")
                        .build(),
                EntityType.dynamic("friendships")
                        .attr("left", (Object) null)
                        .attr("right", (Object) null)
                        .number("since", 0)
                        .primaryKey("left", "right")
                        .build());
    }

    @Test
    void keysAreFilledInThreeLevelsDown() {
        try (Tables db = farms()) {
            Row farm = db.of("farms")
                    .saveMap(map(
                            "id", 1, "cows", List.of(map("id", 11, "farm_id", 99, "calves", List.of(map("id", 111))))))
                    .orElseThrow();

            assertThat(farm)
                    .hasToString("farms{id=1, code=null} cows=[cows{id=11, farm_id=1, mother_id=null}"
                            + " calves=[cows{id=111, farm_id=null, mother_id=11}]]");
            assertThat(db.rows("farms")).containsExactly("farms{id=1, code=null}");
            assertThat(db.rows("cows"))
                    .containsExactly(
                            "cows{id=11, farm_id=1, mother_id=null}", "cows{id=111, farm_id=null, mother_id=11}");
        }
    }

    @Test
    void aLocalKeyOtherThanThePrimaryOneIsFilledIn() {
        try (Tables db = farms()) {
            db.of("farms").saveMap(map("id", 1, "code", "hill", "barn", map("id", 5)));
            db.of("farms").saveMap(map("id", 1, "barn", map("id", 6)));
            assertThat(db.rows("barns")).containsExactly("barns{id=5, farm_code=hill}", "barns{id=6, farm_code=hill}");
        }
    }

    @Test
    void anOwnerFillsInTheForeignKeyAndComesAfterItsRecordInTheOrder() {
        try (Tables db = farms()) {
            Row cow = db.of("cows")
                    .saveMap(map("id", 3, "mother", map("id", 2, "mother", map("id", 1)), "farm", map("id", 9)))
                    .orElseThrow();

            assertThat(cow.get("mother_id")).isEqualTo(2L);
            assertThat(cow.one("mother").get().one("mother").get().get("id")).isEqualTo(1L);
            assertThat(cow.one("farm").get().get("id")).isEqualTo(9L);
            assertThat(db.of("cows").all()).extracting(row -> row.get("id")).containsExactly(3L, 2L, 1L);
        }
    }

    @Test
    void aRecordStandsBeforeWhatIsNestedInItAndThisBeforeTheNextRecord() {
        try (Tables db = farms()) {
            db.of("cows")
                    .saveMaps(List.of(
                            map("id", 5, "calves", List.of(map("id", 4)), "mother", map("id", 3)),
                            map("id", 2, "mother", map("id", 1))));
            assertThat(db.of("cows").all()).extracting(row -> row.get("id")).containsExactly(5L, 4L, 3L, 2L, 1L);
        }
    }

    @Test
    void aSelfRelationLinksInBothDirections() {
        try (Tables db = farms()) {
            db.of("cows").saveMap(map("id", 1, "friends", List.of(map("id", 2)), "admirers", List.of(map("id", 3))));
            assertThat(db.rows("friendships"))
                    .containsExactly("friendships{left=1, right=2, since=0}", "friendships{left=3, right=1, since=0}");
        }
    }

    @Test
    void aPivotIsMergedAndNeverDoubled() {
        try (Tables db = farms()) {
            db.of("cows")
                    .saveMap(map("id", 1, "friends", List.of(map("id", 2, "pivot", map("since", 1999, "left", 77)))));
            Row answer = db.of("cows")
                    .saveMap(map("id", 1, "friends", List.of(map("id", 2), map("id", 3))))
                    .orElseThrow();
            db.of("cows").saveMap(map("id", 2, "admirers", List.of(map("id", 1, "pivot", map("since", 2000)))));

            assertThat(db.rows("friendships"))
                    .containsExactly(
                            "friendships{left=1, right=2, since=2000}", "friendships{left=1, right=3, since=0}");
            assertThat(answer.many("friends"))
                    .allSatisfy(friend -> assertThat(friend.pivot()).isNull());
        }
    }

    @Test
    void occurrencesInTheTreeAreMergedInOrder() {
        try (Tables db = farms()) {
            db.of("farms")
                    .saveMaps(List.of(
                            map(
                                    "id",
                                    1,
                                    "code",
                                    "a",
                                    "cows",
                                    List.of(map("id", 11, "farm", map("id", 1, "code", "b")))),
                            map("id", 2, "cows", List.of(map("id", 11)))));
            assertThat(db.rows("farms")).containsExactly("farms{id=1, code=b}", "farms{id=2, code=null}");
            assertThat(db.rows("cows")).containsExactly("cows{id=11, farm_id=2, mother_id=null}");
        }
    }

    @Test
    void aCyclicGraphIsSavedOnceAndCutWhereItRepeats() {
        try (Tables db = farms()) {
            Map<String, Object> first = map("id", 1);
            Map<String, Object> second = map("id", 2, "mother", first);
            first.put("mother", second);
            first.put("calves", new ArrayList<>(List.of(second)));

            Row answer = db.of("cows").saveMap(first).orElseThrow();

            assertThat(db.rows("cows"))
                    .containsExactly("cows{id=1, farm_id=null, mother_id=2}", "cows{id=2, farm_id=null, mother_id=1}");
            Row again = answer.one("mother").get().one("mother").get();
            assertThat(again.get("id")).isEqualTo(1L);
            assertThat(again.one("mother").isLoaded()).isFalse();
        }
    }

    @Test
    void oneMapUnderTwoParentsIsLinkedToBoth() {
        try (Tables db = farms()) {
            Map<String, Object> shared = map("id", 9);
            db.of("cows")
                    .saveMaps(List.of(
                            map("id", 1, "friends", List.of(shared)), map("id", 2, "friends", List.of(shared))));
            assertThat(db.rows("friendships"))
                    .containsExactly("friendships{left=1, right=9, since=0}", "friendships{left=2, right=9, since=0}");
        }
    }
}
