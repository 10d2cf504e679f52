package dev.ananas.orm.write;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.example.Tables;
import dev.ananas.orm.model.EntityType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two relations over the same pivots, of which one writes to an end of the other. */
class PivotsWithThreeEndsTest {

    @Test
    void aPairWhosePivotWentToAnotherPairMeanwhileIsNotLinkedAgain() {
        try (Tables db = new Tables(
                EntityType.dynamic("teachers")
                        .attr("id", null)
                        .belongsToMany("rooms", "rooms", "lessons", "teacher", "room")
                        .belongsToMany("groups", "groups", "lessons", "teacher", "group")
                        .build(),
                EntityType.dynamic("rooms").attr("id", null).build(),
                EntityType.dynamic("groups").attr("id", null).build(),
                EntityType.dynamic("lessons")
                        .uid("id")
                        .attr("teacher", null)
                        .attr("room", null)
                        .attr("group", null)
                        .string("note", null)
                        .build())) {
            db.of("teachers")
                    .saveMap(map(
                            "id",
                            1,
                            "rooms",
                            List.of(
                                    map("id", 1, "pivot", map("group", 1, "note", "x")),
                                    map("id", 1, "pivot", map("note", "y"))),
                            "groups",
                            List.of(map("id", 1, "pivot", map("room", 2)))));
            assertThat(db.of("lessons").all()).singleElement().satisfies(lesson -> {
                assertThat(lesson.get("room")).isEqualTo(2L);
                assertThat(lesson.get("group")).isEqualTo(1L);
            });
        }
    }
}
