package dev.ananas.orm.write;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.ManyLinks;
import dev.ananas.orm.OneLink;
import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.Post;
import dev.ananas.orm.example.Post_;
import dev.ananas.orm.example.Tables;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.HookResult;
import dev.ananas.orm.model.Key;
import dev.ananas.orm.model.OnDelete;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.MorphRelation;
import dev.ananas.orm.query.ToOneRelation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Relations without pivots, written to by keys: foreign keys and lists of keys are set where the relation has them. */
class RelatedLinksTest {
    private static final List<String> UPDATED = new ArrayList<>();

    private static Tables town() {
        UPDATED.clear();
        return new Tables(
                EntityType.dynamic("people")
                        .attr("id", null)
                        .string("code", null)
                        .attr("bossId", null)
                        .attr("friendIds", null)
                        .belongsTo("boss", "people", "bossId")
                        .hasMany("staff", "people", "bossId")
                        .hasMany("pets", "pets", "ownerId")
                        .hasMany("cars", "cars", "code", "code")
                        .hasOne("passport", "passports", "ownerId")
                        .hasManyBy("friends", "people", "friendIds")
                        .morphMany("notes", "notes", "aboutId", "aboutType")
                        .hasManyThrough("toys", "toys", "pets", "ownerId", "petId")
                        .build(),
                EntityType.dynamic("pets")
                        .attr("id", null)
                        .attr("ownerId", null)
                        .belongsTo("owner", "people", "ownerId")
                        .hooks(hooks -> hooks.onUpdating(change -> {
                            UPDATED.add(change.model().toString());
                            return Long.valueOf(13).equals(change.key()) ? HookResult.veto() : HookResult.keep();
                        }))
                        .build(),
                EntityType.dynamic("toys").attr("id", null).attr("petId", null).build(),
                EntityType.dynamic("cars")
                        .attr("id", null)
                        .string("code", null)
                        .belongsTo("owner", "people", "code", "code")
                        .build(),
                EntityType.dynamic("passports")
                        .attr("id", null)
                        .attr("ownerId", null)
                        .build(),
                EntityType.dynamic("notes")
                        .attr("id", null)
                        .attr("aboutId", null)
                        .attr("aboutType", null)
                        .morphTo("about", "aboutId", "aboutType", "people", "pets")
                        .build());
    }

    private static void insert(Tables db, String entity, long... ids) {
        for (long id : ids) {
            db.of(entity).insertMaps(List.of(map("id", id)));
        }
    }

    @Test
    void aRecordIsAssociatedWithItsOwnerAndDissociatedAgain() {
        try (Tables db = town()) {
            insert(db, "people", 1, 2);
            insert(db, "pets", 7);
            OneLink<Row, Row> owner = db.of("pets").toOne("owner");
            long version = db.store.version();
            assertThat(owner.associate(7, 1)).isTrue();
            assertThat(db.store.version()).isEqualTo(version + 1);
            assertThat(db.rows("pets")).containsExactly("pets{id=7, ownerId=1}");
            assertThat(owner.associate(7, 1)).isFalse();
            assertThat(owner.associate(7, "people", 2)).isTrue();
            assertThat(owner.dissociate(7)).isTrue();
            assertThat(owner.dissociate(7)).isFalse();
            assertThat(db.rows("pets")).containsExactly("pets{id=7, ownerId=null}");
            assertThat(UPDATED)
                    .containsExactly("pets{id=7, ownerId=1}", "pets{id=7, ownerId=2}", "pets{id=7, ownerId=null}");
        }
    }

    @Test
    void aVetoLeavesTheForeignKeyAsItWas() {
        try (Tables db = town()) {
            insert(db, "people", 1);
            insert(db, "pets", 13);
            assertThat(db.of("pets").toOne("owner").associate(13, 1)).isFalse();
            assertThat(db.rows("pets")).containsExactly("pets{id=13, ownerId=null}");
        }
    }

    @Test
    void aQueryOverTheOwnerEmitsOnceForOneCall() {
        try (Tables db = town()) {
            insert(db, "people", 1);
            insert(db, "pets", 7, 8, 9);
            List<String> seen = new ArrayList<>();
            db.of("people")
                    .query()
                    .with("pets")
                    .flux()
                    .subscribe(list -> seen.add(list.get(0).many("pets").toString()));
            db.of("people").relation("pets").attach(1, List.of(9, 7, 9));
            db.of("people").relation("pets").sync(1, List.of(8, 9));
            assertThat(seen)
                    .containsExactly(
                            "[]",
                            "[pets{id=7, ownerId=1}, pets{id=9, ownerId=1}]",
                            "[pets{id=8, ownerId=1}, pets{id=9, ownerId=1}]");
        }
    }

    @Test
    void theOwnerNeedNotBeStoredUnlessItsKeyIsAnotherOne() {
        try (Tables db = town()) {
            insert(db, "pets", 7);
            insert(db, "cars", 5);
            db.of("pets").toOne("owner").associate(7, 99);
            assertThat(db.rows("pets")).containsExactly("pets{id=7, ownerId=99}");
            OneLink<Row, Row> owner = db.of("cars").toOne("owner");
            assertThatThrownBy(() -> owner.associate(5, 1))
                    .hasMessage("Action \"associate cars.owner\" failed: Entity \"people\" has no record with key 1 for"
                            + " relation \"cars.owner\"; save it first");
            insert(db, "people", 1);
            assertThatThrownBy(() -> owner.associate(5, 1))
                    .hasMessage("Action \"associate cars.owner\" failed: The record of \"people\" with key 1 has no"
                            + " \"code\", so relation \"cars.owner\" cannot refer to it; give it a value first");
            db.of("people").update(1, Patch.of("code", "c"));
            owner.associate(5, 1);
            assertThat(db.rows("cars")).containsExactly("cars{id=5, code=c}");
        }
    }

    @Test
    void aHasOneRelationReleasesTheFormerRecord() {
        try (Tables db = town()) {
            insert(db, "people", 1, 2);
            insert(db, "passports", 5, 6);
            OneLink<Row, Row> passport = db.of("people").toOne("passport");
            passport.associate(1, 5);
            passport.associate(1, 6);
            assertThat(db.rows("passports"))
                    .containsExactly("passports{id=5, ownerId=null}", "passports{id=6, ownerId=1}");
            passport.associate(2, 6);
            assertThat(db.rows("passports"))
                    .containsExactly("passports{id=5, ownerId=null}", "passports{id=6, ownerId=2}");
            assertThat(passport.dissociate(1)).isFalse();
            assertThat(passport.dissociate(2)).isTrue();
        }
    }

    @Test
    void aMorphToRelationIsToldTheEntity() {
        try (Tables db = town()) {
            insert(db, "people", 1);
            insert(db, "notes", 3);
            OneLink<Row, Row> about = db.of("notes").toOne("about");
            about.associate(3, "people", 1);
            assertThat(db.rows("notes")).containsExactly("notes{id=3, aboutId=1, aboutType=people}");
            about.associate(3, "pets", 8);
            assertThat(db.rows("notes")).containsExactly("notes{id=3, aboutId=8, aboutType=pets}");
            assertThat(about.dissociate(3)).isTrue();
            assertThat(db.rows("notes")).containsExactly("notes{id=3, aboutId=null, aboutType=null}");
            assertThatThrownBy(() -> about.associate(3, 1))
                    .hasMessage("Relation \"notes.about\" leads to several entities: \"people\", \"pets\"; name the one"
                            + " that the key 1 is of");
            assertThatThrownBy(() -> about.associate(3, "toys", 1))
                    .hasMessage("Relation \"notes.about\" does not lead to entity \"toys\"; expected one of \"people\","
                            + " \"pets\"");
            MorphRelation<Row, Row> token = MorphRelation.morph("notes", "about");
            db.of("notes").relation(token).associate(3, db.of("people").type(), 1);
            assertThat(db.rows("notes")).containsExactly("notes{id=3, aboutId=1, aboutType=people}");
        }
    }

    @Test
    void polymorphicChildrenGetKeyAndEntityName() {
        try (Tables db = town()) {
            insert(db, "people", 1);
            insert(db, "notes", 3, 4);
            db.of("people").relation("notes").attach(1, List.of(3, 4));
            assertThat(db.of("people").relation("notes").detach(1, List.of(3, 3)))
                    .isEqualTo(1);
            assertThat(db.rows("notes"))
                    .containsExactly(
                            "notes{id=3, aboutId=null, aboutType=null}", "notes{id=4, aboutId=1, aboutType=people}");
        }
    }

    @Test
    void childrenAreAttachedDetachedAndToggled() {
        try (Tables db = town()) {
            insert(db, "people", 1, 2);
            insert(db, "pets", 7, 8);
            db.of("people").relation("pets").attach(1, List.of(7));
            db.of("people").relation("pets").attach(2, List.of(7, 8));
            assertThat(db.rows("pets")).containsExactly("pets{id=7, ownerId=2}", "pets{id=8, ownerId=2}");
            assertThat(db.of("people").relation("pets").detach(1, List.of(7))).isZero();
            db.of("pets").update(8, Patch.of("ownerId", null));
            db.of("people").relation("pets").toggle(2, List.of(7, 8));
            assertThat(db.rows("pets")).containsExactly("pets{id=7, ownerId=null}", "pets{id=8, ownerId=2}");
        }
    }

    @Test
    void aListOfKeysIsWrittenInTheParent() {
        try (Tables db = town()) {
            insert(db, "people", 1, 2, 3);
            db.of("people").relation("friends").attach(1, List.of(3, 2, 3));
            assertThat(db.of("people").find(1).orElseThrow().get("friendIds")).isEqualTo(List.of(3L, 2L));
            db.of("people").relation("friends").sync(1, List.of(2, 1));
            assertThat(db.of("people").find(1).orElseThrow().get("friendIds")).isEqualTo(List.of(2L, 1L));
            db.of("people").relation("friends").toggle(1, List.of(2, 3));
            assertThat(db.of("people").relation("friends").detach(1, List.of(1, 9)))
                    .isEqualTo(1);
            assertThat(db.of("people")
                            .query()
                            .with("friends")
                            .find(1)
                            .orElseThrow()
                            .many("friends"))
                    .extracting(row -> row.get("id"))
                    .containsExactly(3L);
        }
    }

    @Test
    void syncDeletesWhatACascadeOwns() {
        EntityType<Row> orders = EntityType.dynamic("orders")
                .attr("id", null)
                .hasMany("lines", "lines", "orderId")
                .onDelete(OnDelete.CASCADE)
                .build();
        EntityType<Row> lines = EntityType.dynamic("lines")
                .attr("orderId", null)
                .number("no", null)
                .primaryKey("orderId", "no")
                .build();
        try (Tables db = new Tables(orders, lines)) {
            db.of("orders").saveMap(map("id", 1, "lines", List.of(map("no", 1), map("no", 2))));
            assertThatThrownBy(() -> db.of("orders").relation("lines").detach(1, List.of(Key.of(1, 2))))
                    .hasMessage("Action \"detach orders.lines\" failed: The record of \"lines\" with key [1, 2] cannot"
                            + " leave relation \"orders.lines\": its foreign key \"orderId\" is part of its primary key;"
                            + " delete the record instead");
            db.of("orders").relation("lines").sync(1, List.of(Key.of(1, 2)));
            assertThat(db.rows("lines")).containsExactly("lines{orderId=1, no=2}");
        }
    }

    @Test
    void missingRecordsAndWrongCallsSayWhatToDo() {
        try (Tables db = town()) {
            insert(db, "people", 1);
            assertThatThrownBy(() -> db.of("people").relation("pets").attach(1, List.of(7)))
                    .hasMessage("Action \"attach people.pets\" failed: Entity \"pets\" has no record with key 7 for"
                            + " relation \"people.pets\"; save it first");
            assertThatThrownBy(() -> db.of("people").relation("pets").attach(2, List.of()))
                    .hasMessage("Action \"attach people.pets\" failed: Entity \"people\" has no record with key 2, so"
                            + " the links of \"people.pets\" cannot be changed; save it first");
            assertThatThrownBy(() -> db.of("people").relation("pets").attach(1, 7, Patch.of("x", 1)))
                    .hasMessageContaining("Relation \"people.pets\" has no pivot that could take");
            assertThatThrownBy(() -> db.of("people").relation("boss"))
                    .hasMessage("Relation \"people.boss\" leads to one record; change it with toOne(\"boss\")");
            assertThatThrownBy(() -> db.of("people").toOne("pets"))
                    .hasMessage(
                            "Relation \"people.pets\" leads to many records; change them with" + " relation(\"pets\")");
            assertThatThrownBy(() -> db.of("people").relation("toys"))
                    .hasMessage("Relation \"people.toys\" leads through records of \"pets\" and cannot be written to;"
                            + " save one of these instead");
        }
    }

    @Test
    void tokensLeadToTheSameLinks() {
        try (Blog blog = Blog.filled()) {
            ManyLinks<User, Post> posts = blog.users.relation(User_.posts);
            posts.attach(2L, List.of(3L));
            assertThat(blog.posts.find(3L).orElseThrow().userId()).isEqualTo(2L);
            OneLink<Post, User> author = blog.posts.relation(Post_.author);
            assertThat(author.dissociate(3L)).isTrue();
            assertThat(author.associate(3L, User_.ENTITY, 1L)).isTrue();
            assertThat(blog.posts.find(3L).orElseThrow().userId()).isEqualTo(1L);
            ToOneRelation<Post, User> wrong = ToOneRelation.one("posts", "autor");
            assertThatThrownBy(() -> blog.posts.relation(wrong)).hasMessageContaining("Unknown relation \"autor\"");
        }
    }
}
