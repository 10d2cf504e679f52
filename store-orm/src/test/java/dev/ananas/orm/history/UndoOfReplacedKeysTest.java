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
import dev.ananas.store.History;
import dev.ananas.store.HistoryMove;
import dev.ananas.store.HistoryOptions;
import dev.ananas.store.StateTree;
import dev.ananas.store.Store;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;

/** A record under a temporary key, created by an optimistic transaction, gets its real key with the confirmation. */
class UndoOfReplacedKeysTest {
    private final Store store =
            Store.builder().history(HistoryOptions.defaults()).build();
    private final History history = store.history();
    private final Database db = Database.on(store, User_.ENTITY, Post_.ENTITY, Role_.ENTITY, RoleUser_.ENTITY);
    private final Repository<User> users = db.repository(User_.ENTITY);
    private final Repository<Post> posts = db.repository(Post_.ENTITY);
    private final Repository<RoleUser> pivots = db.repository(RoleUser_.ENTITY);
    private final Sinks.One<Long> answer = Sinks.one();
    private final List<List<User>> live = new ArrayList<>();

    UndoOfReplacedKeysTest() {
        users.save(User_.of(1L, "Ada", true));
        posts.save(Post_.of(5L, "Hello", 1, 1L));
        users.query().with(User_.posts).with(User_.roles).flux().subscribe(live::add);
    }

    @AfterEach
    void whatIsShownIsWhatIsAsked() {
        assertThat(live.get(live.size() - 1))
                .isEqualTo(users.query().with(User_.posts).with(User_.roles).get());
        store.close();
    }

    private void create() {
        store.optimistic(
                "create",
                () -> {
                    users.saveJson("""
                            {"id": -1, "name": "Grace", "active": true,
                             "roles": [{"id": 1, "title": "Admin", "pivot": {"level": 3}}]}""");
                    posts.update(5L, Post_.userId.to(-1L));
                },
                answer.asMono(),
                id -> db.replaceKey(User_.ENTITY, -1L, id));
    }

    private void confirm() {
        answer.tryEmitValue(17L);
        assertThat(ids()).containsExactly(1L, 17L);
        assertThat(author()).isEqualTo(17L);
    }

    private List<Long> ids() {
        return users.query().get().stream().map(User::id).toList();
    }

    private Long author() {
        return posts.find(5L).orElseThrow().userId();
    }

    private String name(long id) {
        return users.find(id).orElseThrow().name();
    }

    @Test
    void theTransactionIsTakenBackUnderTheRealKeyWithItsPivotsAndLinks() {
        create();
        confirm();
        HistoryMove move = history.undo().orElseThrow();

        assertThat(move).isEqualTo(new HistoryMove("create", List.of()));
        assertThat(ids()).containsExactly(1L);
        assertThat(pivots.query().get()).isEmpty();
        assertThat(author()).isEqualTo(1L);
    }

    @Test
    void redoBringsTheRecordBackUnderTheRealKey() {
        create();
        confirm();
        StateTree before = store.state();
        history.undo();
        history.redo();

        assertThat(ids()).containsExactly(1L, 17L);
        assertThat(pivots.query().get()).containsExactly(RoleUser_.of(1L, 17L, 3));
        assertThat(author()).isEqualTo(17L);
        assertThat(store.state().changedSince(before)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void anEditUnderTheTemporaryKeyIsTakenBackUnderTheRealOne() {
        create();
        store.transaction("rename", () -> users.update(-1L, User_.name.to("Rear Admiral")));
        confirm();
        assertThat(name(17)).isEqualTo("Rear Admiral");

        assertThat(history.undo()).contains(new HistoryMove("rename", List.of()));
        assertThat(name(17)).isEqualTo("Grace");
        assertThat(history.undo()).contains(new HistoryMove("create", List.of()));
        assertThat(ids()).containsExactly(1L);
        history.redo();
        history.redo();
        assertThat(name(17)).isEqualTo("Rear Admiral");
    }

    @Test
    void aLaterEditUnderTheRealKeyStaysAndIsReportedThere() {
        create();
        store.transaction("rename", () -> users.update(-1L, User_.name.to("Rear Admiral")));
        confirm();
        history.scope("other", "rename again", () -> users.update(17L, User_.name.to("Amazing Grace")));

        HistoryMove move = history.undo("").orElseThrow();
        assertThat(name(17)).isEqualTo("Amazing Grace");
        assertThat(move.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.key()).isEqualTo(17L);
            assertThat(conflict.field()).isEqualTo("name");
        });
    }

    @Test
    void temporaryKeysCanBeUsedAgain() {
        create();
        confirm();
        Sinks.One<Long> second = Sinks.one();
        store.optimistic(
                "create another",
                () -> users.save(User_.of(-1L, "Edsger", true)),
                second.asMono(),
                id -> db.replaceKey(User_.ENTITY, -1L, id));
        second.tryEmitValue(18L);
        assertThat(ids()).containsExactly(1L, 17L, 18L);

        history.undo();
        assertThat(ids()).containsExactly(1L, 17L);
        history.undo();
        assertThat(ids()).containsExactly(1L);
        history.redo();
        history.redo();
        assertThat(ids()).containsExactly(1L, 17L, 18L);
        assertThat(name(17)).isEqualTo("Grace");
        assertThat(name(18)).isEqualTo("Edsger");
    }

    @Test
    void aReplacementThatIsAStepOfItsOwnIsUndoneOnItsOwn() {
        create();
        answer.tryEmitEmpty();
        StateTree before = store.state();
        db.replaceKey(User_.ENTITY, -1L, 17L);
        posts.save(Post_.of(6L, "Later", 2, 17L));
        StateTree after = store.state();

        history.undo();
        history.undo();
        assertThat(store.state()).isSameAs(before);
        history.redo();
        history.redo();
        assertThat(store.state()).isSameAs(after);
    }
}
