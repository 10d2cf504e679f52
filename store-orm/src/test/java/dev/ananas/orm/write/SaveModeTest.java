package dev.ananas.orm.write;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.Repository;
import dev.ananas.orm.SaveMode;
import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.Tables;
import dev.ananas.orm.example.User_;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.OnDelete;
import dev.ananas.orm.model.Row;
import dev.ananas.store.ActionFailedException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SaveModeTest {

    private static Tables tables(OnDelete action, String... partKey) {
        EntityType<Row> wholes = EntityType.dynamic("wholes")
                .number("id", null)
                .attr("listedIds", List.of())
                .hasMany("parts", "parts", "wholeId")
                .onDelete(action)
                .hasOne("cover", "covers", "wholeId")
                .belongsToMany("labels", "labels", "links", "wholeId", "labelId")
                .hasManyBy("listed", "labels", "listedIds")
                .build();
        EntityType<Row> parts = EntityType.dynamic("parts")
                .number("id", null)
                .number("wholeId", null)
                .primaryKey(partKey)
                .belongsTo("whole", "wholes", "wholeId")
                .build();
        EntityType<Row> covers = EntityType.dynamic("covers")
                .number("id", null)
                .number("wholeId", null)
                .build();
        EntityType<Row> labels = EntityType.dynamic("labels").number("id", null).build();
        EntityType<Row> links = EntityType.dynamic("links")
                .number("wholeId", null)
                .number("labelId", null)
                .primaryKey("wholeId", "labelId")
                .build();
        Tables tables = new Tables(wholes, parts, covers, labels, links);
        tables.of("wholes")
                .saveMap(map(
                        "id", 1,
                        "parts", List.of(map("id", 1), map("id", 2)),
                        "cover", map("id", 1),
                        "labels", List.of(map("id", 1), map("id", 2)),
                        "listed", List.of(map("id", 1), map("id", 2))));
        return tables;
    }

    private static Repository<Row> syncing(Tables tables, String entity) {
        return tables.of(entity).mode(SaveMode.SYNC);
    }

    @Test
    void mergeRemovesNothing() {
        try (Tables tables = tables(OnDelete.NOTHING, "id")) {
            tables.of("wholes")
                    .saveMap(map("id", 1, "parts", List.of(), "cover", null, "labels", List.of(), "listed", List.of()));
            assertThat(tables.rows("parts")).containsExactly("parts{id=1, wholeId=1}", "parts{id=2, wholeId=1}");
            assertThat(tables.rows("covers")).containsExactly("covers{id=1, wholeId=1}");
            assertThat(tables.rows("links")).hasSize(2);
            assertThat(tables.rows("wholes")).containsExactly("wholes{id=1, listedIds=[1, 2]}");
        }
    }

    @Test
    void syncDeletesTheLinksThatTheDataDoesNotNest() {
        try (Tables tables = tables(OnDelete.NOTHING, "id")) {
            long version = tables.store.version();
            syncing(tables, "wholes").saveMap(map("id", 1, "labels", List.of(map("id", 2), map("id", 3))));
            assertThat(tables.rows("links"))
                    .containsExactly("links{wholeId=1, labelId=2}", "links{wholeId=1, labelId=3}");
            assertThat(tables.rows("labels")).hasSize(3);
            assertThat(tables.rows("parts")).containsExactly("parts{id=1, wholeId=1}", "parts{id=2, wholeId=1}");
            assertThat(tables.store.version()).isEqualTo(version + 1);
        }
    }

    @Test
    void syncClearsTheForeignKeysOfTheOthers() {
        try (Tables tables = tables(OnDelete.SET_NULL, "id")) {
            syncing(tables, "wholes").saveMap(map("id", 1, "parts", List.of(map("id", 2)), "cover", map("id", 9)));
            assertThat(tables.rows("parts")).containsExactly("parts{id=1, wholeId=null}", "parts{id=2, wholeId=1}");
            assertThat(tables.rows("covers")).containsExactly("covers{id=1, wholeId=null}", "covers{id=9, wholeId=1}");
            syncing(tables, "wholes").saveMap(map("id", 1, "cover", null));
            assertThat(tables.rows("covers"))
                    .containsExactly("covers{id=1, wholeId=null}", "covers{id=9, wholeId=null}");
        }
    }

    @Test
    void syncDeletesTheOthersWhereTheRelationCascades() {
        try (Tables tables = tables(OnDelete.CASCADE, "id", "wholeId")) {
            syncing(tables, "wholes").saveJson("{\"id\": 1, \"parts\": [{\"id\": 2}]}");
            assertThat(tables.rows("parts")).containsExactly("parts{id=2, wholeId=1}");
        }
    }

    @Test
    void syncReplacesAListOfKeys() {
        try (Tables tables = tables(OnDelete.NOTHING, "id")) {
            syncing(tables, "wholes").saveMap(map("id", 1, "listed", List.of(map("id", 3), map("id", 1))));
            assertThat(tables.rows("wholes")).containsExactly("wholes{id=1, listedIds=[3, 1]}");
        }
    }

    @Test
    void syncClearsTheKeyOfARecordThatNoLongerBelongsToAny() {
        try (Tables tables = tables(OnDelete.NOTHING, "id")) {
            syncing(tables, "parts").saveMaps(List.of(map("id", 1, "whole", null), map("id", 2)));
            assertThat(tables.rows("parts")).containsExactly("parts{id=1, wholeId=null}", "parts{id=2, wholeId=1}");
        }
    }

    @Test
    void aRecordCannotLeaveARelationWhoseKeyIsPartOfItsOwn() {
        try (Tables tables = tables(OnDelete.NOTHING, "id", "wholeId")) {
            assertThatThrownBy(() -> syncing(tables, "wholes").saveMap(map("id", 1, "parts", List.of())))
                    .isInstanceOf(ActionFailedException.class)
                    .hasMessage("Action \"save wholes\" failed: The record of \"parts\" with key [1, 1] cannot leave"
                            + " relation \"wholes.parts\": its foreign key \"wholeId\" is part of its primary key;"
                            + " declare onDelete(CASCADE) to have it deleted, or save with MERGE");
            assertThat(tables.rows("parts")).hasSize(2);
        }
    }

    @Test
    void aModelSyncsTheRelationsThatItHasLoaded() {
        try (Blog blog = Blog.filled()) {
            blog.users.delete(2L);
            blog.users.mode(SaveMode.SYNC).save(User_.of(1L, "Ada", true));
            assertThat(blog.links.all()).hasSize(3);
            blog.users.mode(SaveMode.SYNC).save(blog.users.make(map("id", 1, "roles", List.of(map("id", 2)))));
            assertThat(blog.links.all())
                    .hasToString("[RoleUser[roleId=2, userId=1, level=1]," + " RoleUser[roleId=2, userId=2, level=2]]");
        }
    }
}
