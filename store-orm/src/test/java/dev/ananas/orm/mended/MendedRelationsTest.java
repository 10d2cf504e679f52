package dev.ananas.orm.mended;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.Database;
import dev.ananas.orm.example.Tables;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.EntityTypeBuilder;
import dev.ananas.orm.model.OnDelete;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.model.SchemaException;
import dev.ananas.store.Store;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is better than in Pinia ORM about relations and deletes; see docs/coming-from-pinia-orm.md. */
class MendedRelationsTest {

    private static EntityTypeBuilder<Row> entity(String name, String... attributes) {
        EntityTypeBuilder<Row> builder = EntityType.dynamic(name).attr("id", null);
        for (String attribute : attributes) {
            builder.attr(attribute, null);
        }
        return builder;
    }

    private static List<Object> ids(List<Row> rows) {
        return rows.stream().map(row -> row.get("id")).toList();
    }

    @Test
    void nullJoinsNothing() {
        EntityType<Row> users = entity("users", "code")
                .hasMany("posts", "posts", "userCode", "code")
                .build();
        try (Tables tables = new Tables(users, entity("posts", "userCode").build())) {
            tables.of("users").saveMaps(List.of(map("id", 1, "code", null), map("id", 2, "code", "x")));
            tables.of("posts").saveMaps(List.of(map("id", 1, "userCode", null), map("id", 2, "userCode", "x")));
            List<Row> loaded = tables.of("users").query().with("posts").get();
            assertThat(loaded.get(0).many("posts")).isEmpty();
            assertThat(ids(loaded.get(1).many("posts"))).containsExactly(2L);
        }
    }

    @Test
    void compositeKeysAreComparedPartByPart() {
        EntityType<Row> parents = EntityType.dynamic("parents")
                .attr("a", null)
                .attr("b", null)
                .primaryKey("a", "b")
                .hasMany("children", "children", List.of("parentA", "parentB"), List.of("a", "b"))
                .build();
        try (Tables tables =
                new Tables(parents, entity("children", "parentA", "parentB").build())) {
            tables.of("parents").saveMaps(List.of(map("a", "a", "b", "b,c"), map("a", "a,b", "b", "c")));
            tables.of("children").saveMap(map("id", 1, "parentA", "a", "parentB", "b,c"));
            List<Row> loaded = tables.of("parents").query().with("children").get();
            assertThat(loaded.get(0).many("children")).hasSize(1);
            assertThat(loaded.get(1).many("children")).isEmpty();
        }
    }

    @Test
    void aListOfKeysThatIsNullLeadsNowhere() {
        EntityType<Row> users = entity("users", "postIds")
                .hasManyBy("posts", "posts", "postIds")
                .build();
        try (Tables tables = new Tables(users, entity("posts").build())) {
            tables.of("posts").saveMaps(List.of(map("id", 1), map("id", 3)));
            tables.of("users")
                    .saveMaps(List.of(map("id", 1, "postIds", null), map("id", 2, "postIds", List.of(3, 99, 1, 3))));
            List<Row> loaded = tables.of("users").query().with("posts").get();
            assertThat(loaded.get(0).many("posts")).isEmpty();
            assertThat(ids(loaded.get(1).many("posts"))).containsExactly(3L, 1L, 3L);
        }
    }

    @Test
    void everyRelatedModelOfAMorphedByManyHasItsPivot() {
        EntityType<Row> tags = entity("tags")
                .morphedByMany("posts", "posts", "taggings", "tagId", "itemId", "itemType")
                .build();
        EntityType<Row> taggings = EntityType.dynamic("taggings")
                .attr("tagId", null)
                .attr("itemId", null)
                .attr("itemType", null)
                .attr("weight", 0)
                .primaryKey("tagId", "itemId", "itemType")
                .build();
        try (Tables tables = new Tables(tags, entity("posts").build(), taggings)) {
            tables.of("tags")
                    .saveMap(map(
                            "id",
                            1,
                            "posts",
                            List.of(map("id", 1, "pivot", map("weight", 5)), map("id", 2, "pivot", map("weight", 6)))));
            assertThat(tables.of("tags")
                            .query()
                            .with("posts")
                            .first()
                            .orElseThrow()
                            .many("posts"))
                    .extracting(post -> post.pivot().get("weight"))
                    .containsExactly(5L, 6L);
        }
    }

    @Test
    void aCascadeReachesChildrenWhoseKeysAreTexts() {
        EntityType<Row> parents = entity("parents")
                .hasMany("parts", "parts", "parentId")
                .onDelete(OnDelete.CASCADE)
                .build();
        EntityType<Row> parts = EntityType.dynamic("parts")
                .attr("parentId", null)
                .attr("code", null)
                .primaryKey("parentId", "code")
                .build();
        try (Tables tables = new Tables(parents, parts)) {
            tables.of("parents").saveMap(map("id", 1, "parts", List.of(map("code", "x"), map("code", 2))));
            tables.of("parents").delete(1);
            assertThat(tables.rows("parts")).isEmpty();
        }
    }

    @Test
    void aChildCannotTakeItsParentAlong() {
        EntityType<Row> posts = entity("posts", "userId")
                .belongsTo("user", "users", "userId")
                .onDelete(OnDelete.CASCADE)
                .build();
        try (Store store = Store.create()) {
            assertThatThrownBy(() -> Database.on(store, posts, entity("users").build()))
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("posts.user");
        }
    }

    @Test
    void aCascadeOverAPolymorphicPivotDeletesLinksAndNoSharedRecord() {
        EntityType<Row> posts = entity("posts")
                .morphToMany("tags", "tags", "taggings", "tagId", "itemId", "itemType")
                .onDelete(OnDelete.CASCADE)
                .build();
        EntityType<Row> taggings = EntityType.dynamic("taggings")
                .attr("tagId", null)
                .attr("itemId", null)
                .attr("itemType", null)
                .primaryKey("tagId", "itemId", "itemType")
                .build();
        try (Tables tables = new Tables(posts, entity("tags").build(), taggings)) {
            tables.of("posts")
                    .saveMaps(List.of(
                            map("id", 1, "tags", List.of(map("id", 7))), map("id", 2, "tags", List.of(map("id", 7)))));
            tables.of("posts").delete(1);
            assertThat(tables.rows("tags")).hasSize(1);
            assertThat(tables.rows("taggings")).singleElement().asString().contains("itemId=2");
        }
    }

    @Test
    void relationsThatCascadeIntoEachOtherEnd() {
        EntityType<Row> nodes = entity("nodes", "upId")
                .hasMany("below", "nodes", "upId")
                .onDelete(OnDelete.CASCADE)
                .build();
        try (Tables tables = new Tables(nodes)) {
            tables.of("nodes")
                    .insertMaps(List.of(map("id", 1, "upId", 2), map("id", 2, "upId", 1), map("id", 3, "upId", 3)));
            tables.of("nodes").delete(1);
            assertThat(ids(tables.of("nodes").all())).containsExactly(3L);
        }
    }

    @Test
    void restrictRefusesAndNamesWhatRefers() {
        EntityType<Row> users = entity("users")
                .hasMany("posts", "posts", "userId")
                .onDelete(OnDelete.RESTRICT)
                .build();
        try (Tables tables = new Tables(users, entity("posts", "userId").build())) {
            tables.of("users").saveMap(map("id", 1, "posts", List.of(map("id", 8))));
            assertThatThrownBy(() -> tables.of("users").delete(1))
                    .hasMessageContaining("posts")
                    .hasMessageContaining("8");
            assertThat(tables.rows("users")).hasSize(1);
        }
    }

    @Test
    void clearingWithItsActionsIsADeleteOfEverything() {
        EntityType<Row> users = entity("users")
                .hasMany("posts", "posts", "userId")
                .onDelete(OnDelete.CASCADE)
                .build();
        try (Tables tables = new Tables(users, entity("posts", "userId").build())) {
            tables.of("users").saveMap(map("id", 1, "posts", List.of(map("id", 8))));
            tables.of("users").delete(tables.of("users").query());
            assertThat(tables.rows("posts")).isEmpty();
        }
    }

    @Test
    void aMissingRelatedModelIsEmptyAndAnUnloadedOneSaysHowToLoadIt() {
        EntityType<Row> posts =
                entity("posts", "userId").belongsTo("user", "users", "userId").build();
        try (Tables tables = new Tables(posts, entity("users").build())) {
            tables.of("posts").saveMap(map("id", 1, "userId", 99));
            assertThat(tables.of("posts")
                            .query()
                            .with("user")
                            .first()
                            .orElseThrow()
                            .one("user")
                            .isPresent())
                    .isFalse();
            Row unloaded = tables.of("posts").find(1).orElseThrow();
            assertThatThrownBy(() -> unloaded.one("user").isPresent()).hasMessageContaining("with");
        }
    }

    @Test
    void aNullAmongRelatedRecordsIsRefusedWithItsPlace() {
        EntityType<Row> users =
                entity("users").hasMany("posts", "posts", "userId").build();
        try (Tables tables = new Tables(users, entity("posts", "userId").build())) {
            assertThatThrownBy(() ->
                            tables.of("users").saveMap(map("id", 1, "posts", Arrays.asList(map("id", 1), null))))
                    .hasMessageContaining("posts/1");
            assertThat(tables.rows("users")).isEmpty();
        }
    }
}
