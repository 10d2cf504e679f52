package dev.ananas.orm.write;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.example.Tables;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GeneratedIdsTest {
    private static Tables boards() {
        return new Tables(
                EntityType.dynamic("boards")
                        .uid("id")
                        .uid("token")
                        .string("label", "")
                        .hasMany("cards", "cards", "boardId")
                        .belongsToMany("labels", "labels", "boardLabels", "board", "label")
                        .build(),
                EntityType.dynamic("cards")
                        .uid("id")
                        .attr("boardId", (Object) null)
                        .build(),
                EntityType.dynamic("labels").uid("id").build(),
                EntityType.dynamic("boardLabels")
                        .uid("id")
                        .attr("board", (Object) null)
                        .attr("label", (Object) null)
                        .number("weight", 1)
                        .build());
    }

    @Test
    void idsAreMadeBeforeKeysAreFilledIn() {
        try (Tables db = boards()) {
            Row board = db.of("boards")
                    .saveMap(map("id", null, "cards", List.of(map(), map()), "labels", List.of(map())))
                    .orElseThrow();

            assertThat(UUID.fromString((String) board.get("id")).version()).isEqualTo(4);
            assertThat(board.many("cards"))
                    .hasSize(2)
                    .allSatisfy(card -> assertThat(card.get("boardId")).isEqualTo(board.get("id")));
            assertThat(board.many("cards")).extracting(card -> card.get("id")).doesNotHaveDuplicates();
            Row link = db.of("boardLabels").all().get(0);
            assertThat(link.get("id")).isNotNull();
            assertThat(link.get("label")).isEqualTo(board.many("labels").get(0).get("id"));
        }
    }

    @Test
    void aSecondGeneratedAttributeIsMadeOnceAndKept() {
        try (Tables db = boards()) {
            Row board = db.of("boards").saveMap(map("label", "a")).orElseThrow();
            Object id = board.get("id");
            assertThat(board.get("token")).isNotNull().isNotEqualTo(id);

            Row again = db.of("boards").saveMap(map("id", id, "token", null)).orElseThrow();
            Row patched = db.of("boards").update(id, Patch.of("token", null)).orElseThrow();
            assertThat(again).isEqualTo(board);
            assertThat(patched).isEqualTo(board);
        }
    }

    @Test
    void aPairWithAGeneratedPivotKeyHasOneLinkHoweverOftenItIsSaved() {
        try (Tables db = boards()) {
            Map<String, Object> data = map("id", "b", "labels", List.of(map("id", "l", "pivot", map("weight", 5))));
            db.of("boards").saveMap(data);
            db.of("boards").saveMap(map("id", "b", "labels", List.of(map("id", "l"))));
            db.of("boards").relation("labels").attach("b", List.of("l"));

            assertThat(db.of("boardLabels").all()).hasSize(1);
            assertThat(db.of("boardLabels").all().get(0).get("weight")).isEqualTo(5L);
        }
    }

    @Test
    void aRelatedRowThatBringsItsPivotToAnotherParentDoesNotTakeTheLinkAway() {
        try (Tables db = boards()) {
            db.of("boards").saveMap(map("id", "b", "labels", List.of(map("id", "l", "pivot", map("weight", 5)))));
            Row label = db.of("boards")
                    .query()
                    .with("labels")
                    .get()
                    .get(0)
                    .many("labels")
                    .get(0);

            db.of("boards").saveMap(map("id", "c", "labels", List.of(label)));

            assertThat(db.of("boardLabels").all())
                    .extracting(row -> row.get("board"))
                    .containsExactly("b", "c");
            assertThat(db.of("boardLabels").all())
                    .extracting(row -> row.get("weight"))
                    .containsExactly(5L, 5L);
        }
    }

    @Test
    void insertingMakesIdsToo() {
        try (Tables db = boards()) {
            assertThat(db.of("labels").insertMaps(List.of(map(), map("id", "mine"))))
                    .extracting(row -> row.get("id"))
                    .doesNotContainNull()
                    .contains("mine");
        }
    }
}
