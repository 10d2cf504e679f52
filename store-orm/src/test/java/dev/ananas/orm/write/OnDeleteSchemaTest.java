package dev.ananas.orm.write;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.Database;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.EntityTypeBuilder;
import dev.ananas.orm.model.OnDelete;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.model.SchemaException;
import dev.ananas.store.Store;
import org.junit.jupiter.api.Test;

class OnDeleteSchemaTest {

    private static EntityTypeBuilder<Row> users() {
        return EntityType.dynamic("users").number("id", null).attr("postIds", null);
    }

    private static EntityTypeBuilder<Row> posts() {
        return EntityType.dynamic("posts").number("id", null).number("userId", null);
    }

    private static EntityType<Row> links() {
        return EntityType.dynamic("links")
                .number("userId", null)
                .number("postId", null)
                .primaryKey("userId", "postId")
                .build();
    }

    private static void faulty(EntityTypeBuilder<Row> users, EntityTypeBuilder<Row> posts, String message) {
        try (Store store = Store.create()) {
            assertThatThrownBy(() -> Database.on(store, users.build(), posts.build(), links()))
                    .isInstanceOf(SchemaException.class)
                    .hasMessage(message);
        }
    }

    @Test
    void anActionOnTheSideOfTheForeignKeyIsAFaultThatTellsWhereItBelongs() {
        faulty(users(), posts().belongsTo("author", "users", "userId").onDelete(OnDelete.CASCADE), """
                The schema has 1 fault:
                  - Relation "posts.author" cannot have onDelete(CASCADE): it holds the foreign key, and a delete here leaves "users" alone; declare the action on the hasOne, hasMany, morphOne or morphMany of "users" that leads back""");
    }

    @Test
    void anActionThatAKindOfRelationCannotCarryOutIsAFault() {
        faulty(
                users().hasMany("posts", "posts", "userId")
                        .onDelete(OnDelete.DETACH)
                        .belongsToMany("linked", "posts", "links", "userId", "postId")
                        .onDelete(OnDelete.SET_NULL)
                        .hasManyBy("listed", "posts", "postIds")
                        .onDelete(OnDelete.CASCADE),
                posts(),
                """
                The schema has 3 faults:
                  - Relation "users.posts" cannot have onDelete(DETACH): there are no links to delete; use SET_NULL, which keeps the related records
                  - Relation "users.linked" cannot have onDelete(SET_NULL): a link without one of its ends links nothing; use DETACH, which deletes the links
                  - Relation "users.listed" cannot have onDelete(CASCADE): it has no foreign key or pivots of its own; declare the action on the hasMany that leads to the records to be deleted""");
    }

    @Test
    void aKeyCannotBeSetToNull() {
        faulty(users().hasMany("links", "links", "userId").onDelete(OnDelete.SET_NULL), posts(), """
                The schema has 1 fault:
                  - Relation "users.links" cannot have onDelete(SET_NULL): attribute "userId" is part of the primary key of "links" and cannot be null; use CASCADE or RESTRICT""");
    }

    @Test
    void actionsOnTheSameReferencesMustAgree() {
        faulty(
                users().hasMany("posts", "posts", "userId")
                        .onDelete(OnDelete.CASCADE)
                        .hasOne("post", "posts", "userId")
                        .onDelete(OnDelete.SET_NULL)
                        .hasMany("links", "links", "userId")
                        .onDelete(OnDelete.CASCADE)
                        .belongsToMany("linked", "posts", "links", "userId", "postId")
                        .onDelete(OnDelete.DETACH),
                posts(),
                """
                The schema has 1 fault:
                  - Relations "users.posts" and "users.post" contradict each other: both are about "posts" by the same keys, with onDelete(CASCADE) and onDelete(SET_NULL); keep one of the actions""");
    }

    @Test
    void anActionFollowsTheDeclarationOfItsRelation() {
        assertThatThrownBy(() -> users().onDelete(OnDelete.CASCADE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("onDelete(CASCADE) is about a relation and has to follow its declaration in entity"
                        + " \"users\"");
    }
}
