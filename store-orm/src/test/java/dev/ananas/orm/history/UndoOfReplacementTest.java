package dev.ananas.orm.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.example.Post;
import dev.ananas.orm.example.Post_;
import dev.ananas.orm.example.RoleUser;
import dev.ananas.orm.example.RoleUser_;
import dev.ananas.orm.example.Role_;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.store.Conflict;
import dev.ananas.store.History;
import dev.ananas.store.HistoryMove;
import dev.ananas.store.HistoryOptions;
import dev.ananas.store.Store;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A key that is replaced by a step of its own, which is taken back alone. */
class UndoOfReplacementTest {
    private final Store store =
            Store.builder().history(HistoryOptions.defaults()).build();
    private final Database db = Database.on(store, User_.ENTITY, Role_.ENTITY, RoleUser_.ENTITY, Post_.ENTITY);
    private final Repository<User> users = db.repository(User_.ENTITY);
    private final Repository<Post> posts = db.repository(Post_.ENTITY);
    private final Repository<RoleUser> pivots = db.repository(RoleUser_.ENTITY);
    private final History history = store.history();

    @BeforeEach
    void replace() {
        history.scope("a", "create", () -> users.save(User_.of(-1L, "Grace", true)));
        history.scope("a", "post", () -> posts.save(Post_.of(5L, "Hello", 1, -1L)));
        history.scope("key", "key", () -> db.replaceKey(User_.ENTITY, -1L, 17L));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aLaterEditOfTheRecordGoesWithIt() {
        history.scope("b", "rename", () -> users.update(17L, User_.name.to("Amazing Grace")));
        assertThat(history.undo("key")).contains(new HistoryMove("key", List.of()));
        assertThat(users.all()).containsExactly(User_.of(-1L, "Amazing Grace", true));
        assertThat(history.redo("key")).contains(new HistoryMove("key", List.of()));
        assertThat(users.all()).containsExactly(User_.of(17L, "Amazing Grace", true));
        history.undo("b");
        assertThat(users.all()).containsExactly(User_.of(17L, "Grace", true));
    }

    @Test
    void whatRefersToTheNewKeySinceThenGoesWithIt() {
        history.scope("b", "later", () -> {
            posts.save(Post_.of(6L, "Later", 2, 17L));
            pivots.save(RoleUser_.of(1L, 17L, 3));
        });
        history.undo("key");
        assertThat(posts.all()).extracting(Post::userId).containsExactly(-1L, -1L);
        assertThat(pivots.all()).containsExactly(RoleUser_.of(1L, -1L, 3));
        history.undo("b");
        assertThat(pivots.all()).isEmpty();
        history.redo("b");
        history.redo("key");
        assertThat(posts.all()).extracting(Post::userId).containsExactly(17L, 17L);
        assertThat(pivots.all()).containsExactly(RoleUser_.of(1L, 17L, 3));
    }

    @Test
    void anEditBehindTheUndoGoesWithTheRecordWhenTheKeyIsReplacedAgain() {
        history.undo("key");
        history.scope("b", "rename", () -> users.update(-1L, User_.name.to("Rear Admiral")));
        history.redo("key");
        assertThat(users.all()).containsExactly(User_.of(17L, "Rear Admiral", true));
    }

    @Test
    void aRecordThatWasDeletedUnderItsNewKeyStaysDeleted() {
        history.scope("b", "delete", () -> users.delete(17L));
        history.undo("key");
        assertThat(users.all()).isEmpty();
        history.undo("b");
        assertThat(users.all()).containsExactly(User_.of(-1L, "Grace", true));
    }

    @Test
    void aFormerKeyThatAnotherRecordHasByNowIsToldWithBothValues() {
        history.scope("b", "another", () -> users.save(User_.of(-1L, "Edsger", true)));
        HistoryMove move = history.undo("key").orElseThrow();
        assertThat(users.all()).containsExactly(User_.of(-1L, "Edsger", true));
        assertThat(move.conflicts())
                .contains(
                        new Conflict("users", -1L, null, User_.of(-1L, "Grace", true), User_.of(-1L, "Edsger", true)));
        history.redo("key");
        assertThat(users.all()).containsExactlyInAnyOrder(User_.of(17L, "Grace", true), User_.of(-1L, "Edsger", true));
    }
}
