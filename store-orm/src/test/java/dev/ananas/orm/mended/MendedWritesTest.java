package dev.ananas.orm.mended;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.SaveMode;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.HookResult;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;
import dev.ananas.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is better than in Pinia ORM about writes and their hooks; see docs/coming-from-pinia-orm.md. */
class MendedWritesTest {
    private final List<String> log = new ArrayList<>();
    private final Store store = Store.create();
    private final EntityType<Row> userType = EntityType.dynamic("users")
            .attr("id", null)
            .string("name", "")
            .hasMany("posts", "posts", "userId")
            .hooks(hooks -> hooks.onSaving(change -> {
                        if ("Eve".equals(change.model().get("name"))) {
                            throw new IllegalArgumentException("no Eve");
                        }
                        return "Mallory".equals(change.model().get("name")) ? HookResult.veto() : HookResult.keep();
                    })
                    .onSaved(change -> log.add("saved at version " + this.store.version()))
                    .onUpdated(change -> log.add("updated at version " + this.store.version())))
            .build();
    private final EntityType<Row> postType = EntityType.dynamic("posts")
            .attr("id", null)
            .attr("userId", null)
            .belongsTo("user", "users", "userId")
            .build();
    private final Database db = Database.on(store, userType, postType);
    private final Repository<Row> users = db.repository(userType);
    private final Repository<Row> posts = db.repository(postType);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void afterHooksRunWhenTheTransactionIsCommitted() {
        users.saveMap(map("id", 1));
        users.update(1, Patch.of("name", "Ada"));
        assertThat(log).containsExactly("saved at version 1", "updated at version 2");
        assertThatThrownBy(() -> store.transaction("fails", () -> {
                    users.saveMap(map("id", 2));
                    throw new IllegalStateException("stop");
                }))
                .hasMessageContaining("stop");
        assertThat(log).hasSize(2);
    }

    @Test
    void aHookThatThrowsLeavesNoOrphans() {
        assertThatThrownBy(() -> users.saveMap(map("id", 1, "name", "Eve", "posts", List.of(map("id", 8)))))
                .hasMessageContaining("no Eve");
        assertThat(posts.all()).isEmpty();
        assertThat(store.version()).isZero();
    }

    @Test
    void aRefusedRecordIsNotInTheAnswer() {
        assertThat(users.saveMap(map("id", 1, "name", "Mallory"))).isEmpty();
        assertThat(users.freshMaps(List.of(map("id", 1, "name", "Mallory"), map("id", 2))))
                .hasSize(1);
        assertThat(users.all()).hasSize(1);
    }

    @Test
    void aKeyCannotBeUpdated() {
        users.saveMap(map("id", 1, "name", "Ada"));
        assertThatThrownBy(() -> users.update(1, Patch.of("id", 2)))
                .hasMessageContaining("\"id\"")
                .hasMessageContaining("1")
                .hasMessageContaining("2");
        assertThat(users.all()).extracting(row -> row.get("id")).containsExactly(1L);
    }

    @Test
    void aSaveChangesNothingOfWhatItIsGiven() {
        Map<String, Object> post = map("id", 8);
        Map<String, Object> user = map("id", 1, "posts", List.of(post));
        users.saveMap(user);
        assertThat(post).isEqualTo(map("id", 8));
        assertThat(user).isEqualTo(map("id", 1, "posts", List.of(map("id", 8))));
        assertThat(posts.find(8).orElseThrow().get("userId")).isEqualTo(1L);
    }

    @Test
    void aSaveOfAGraphIsOneVersionAndOneEmission() {
        List<Integer> seen = new ArrayList<>();
        users.query()
                .with("posts")
                .flux()
                .subscribe(list -> seen.add(list.stream()
                        .mapToInt(user -> 1 + user.many("posts").size())
                        .sum()));
        users.saveMap(map("id", 1, "posts", List.of(map("id", 8), map("id", 9))));
        assertThat(seen).containsExactly(0, 3);
        assertThat(store.version()).isEqualTo(1);
    }

    @Test
    void nestedRecordsAreMergedUnlessTheSaveIsToSync() {
        users.saveMap(map("id", 1, "posts", List.of(map("id", 8), map("id", 9))));
        users.saveMap(map("id", 1, "posts", List.of()));
        assertThat(posts.query().where("userId", 1).get()).hasSize(2);
        users.mode(SaveMode.SYNC).saveMap(map("id", 1, "posts", List.of(map("id", 9))));
        assertThat(posts.query().where("userId", 1).get()).hasSize(1);
        posts.mode(SaveMode.SYNC).saveMap(map("id", 9, "user", null));
        assertThat(posts.find(9).orElseThrow().get("userId")).isNull();
    }

    @Test
    void anOwnerIsAssociatedAndDissociatedByName() {
        posts.saveMap(map("id", 9));
        users.saveMap(map("id", 1));
        assertThat(posts.toOne("user").associate(9, 1)).isTrue();
        assertThat(posts.query().with("user").find(9).orElseThrow().one("user").isPresent())
                .isTrue();
        assertThat(posts.toOne("user").dissociate(9)).isTrue();
        assertThat(posts.find(9).orElseThrow().get("userId")).isNull();
    }

    @Test
    void anOwnerIsLetGoByItsKey() {
        posts.saveMap(map("id", 9, "user", map("id", 1)));
        posts.update(9, Patch.of("userId", null));
        assertThat(posts.find(9).orElseThrow().get("userId")).isNull();
    }

    @Test
    void reviveGoesOnBehindAMissingRecord() {
        users.saveMap(map("id", 1, "posts", List.of(map("id", 8))));
        Row revived = posts.revive(map("id", 8, "user", map("id", 1))).orElseThrow();
        assertThat(revived.one("user").get().get("id")).isEqualTo(1L);
        assertThat(posts.reviveAll(List.of(map("id", 99), map("id", 8))))
                .extracting(row -> row.get("id"))
                .contains(8L);
    }
}
