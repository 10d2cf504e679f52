package dev.ananas.orm.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.example.Post_;
import dev.ananas.orm.example.RoleUser_;
import dev.ananas.orm.example.Role_;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.store.Action;
import dev.ananas.store.FieldChange;
import dev.ananas.store.Fork;
import dev.ananas.store.History;
import dev.ananas.store.HistoryOptions;
import dev.ananas.store.HistoryState;
import dev.ananas.store.Optimistic;
import dev.ananas.store.Recorded;
import dev.ananas.store.Selector;
import dev.ananas.store.Slice;
import dev.ananas.store.Step;
import dev.ananas.store.Store;
import dev.ananas.store.StoreDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The code of docs/history.md, and that of the README about application state. */
class HistoryPageTest {
    private final Store store = Store.builder()
            .history(HistoryOptions.defaults().steps(500).bytes(32 << 20))
            .build();
    private final History history = store.history();
    private final Database db = Database.on(store, User_.ENTITY, Role_.ENTITY, RoleUser_.ENTITY, Post_.ENTITY);
    private final Repository<User> users = db.repository(User_.ENTITY);

    record Typed(String text) implements Recorded {
        @Override
        public Step step() {
            return Step.named("type").in("document 1").grouped("word", Duration.ofSeconds(1));
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private String name() {
        return users.find(7L).orElseThrow().name();
    }

    @Test
    void undo() {
        List<HistoryState> menu = new ArrayList<>();
        users.save(User_.of(7L, "Grace", true));
        store.transaction("rename", () -> users.update(7L, User_.name.to("Ada")));
        history.states().subscribe(menu::add);
        history.undo();
        assertThat(name()).isEqualTo("Grace");
        history.redo();
        assertThat(name()).isEqualTo("Ada");
        assertThat(menu).extracting(HistoryState::undoLabel).startsWith("rename");

        long version = history.versions().get(1).version();
        history.goTo(version);
        assertThat(name()).isEqualTo("Grace");
    }

    @Test
    void steps() {
        users.save(User_.of(7L, "Grace", true));
        history.scope("document 1", "rename", () -> users.update(7L, User_.name.to("Ada")));
        history.scope("document 2", "retire", () -> users.update(7L, User_.active.to(false)));
        history.undo("document 1");
        assertThat(name()).isEqualTo("Grace");
        assertThat(users.find(7L).orElseThrow().active()).isFalse();

        StoreDefinition<String> text = StoreDefinition.named("text", () -> "")
                .on(Typed.class, (state, typed) -> state + typed.text())
                .build();
        Slice<String> slice = store.use(text);
        slice.dispatch(new Typed("w"));
        slice.dispatch(new Typed("o"));
        history.undo("document 1");
        assertThat(slice.state()).isEmpty();
    }

    @Test
    void optimistic() {
        List<String> seen = new ArrayList<>();
        users.save(User_.of(7L, "Grace", true));
        Mono<String> request = Mono.error(new IllegalStateException("offline"));

        Optimistic<String> rename = store.optimistic(
                "rename",
                () -> users.update(7L, User_.name.to("Ada")),
                request.timeout(Duration.ofSeconds(10)).retry(2),
                answer -> users.update(7L, User_.name.to(answer)));
        rename.outcome().subscribe(outcome -> {
            if (outcome instanceof Optimistic.RolledBack<String> back) {
                seen.add(back.cause().getMessage() + back.conflicts());
            }
        });
        store.conflicts().subscribe(conflict -> seen.add(conflict.toString()));

        assertThat(name()).isEqualTo("Grace");
        assertThat(seen).containsExactly("offline[]");
    }

    @Test
    void keys() {
        store.optimistic(
                "create",
                () -> users.save(User_.of(-1L, "Grace", true)),
                Mono.just(17L),
                id -> db.replaceKey(User_.ENTITY, -1L, id));
        assertThat(users.query().get()).extracting(User::id).containsExactly(17L);
    }

    @Test
    void fork() {
        users.save(User_.of(7L, "Grace", true));
        try (Fork fork = store.fork()) {
            Repository<User> edited = db.in(fork).repository(User_.ENTITY);
            edited.update(7L, User_.name.to("Ada"));
            Map<String, FieldChange> dirty = fork.dirtyFields("users", 7L);
            assertThat(dirty.get("name").before()).isEqualTo("Grace");

            fork.validatedBy(form -> edited.find(7L).orElseThrow().name().isEmpty()
                    ? List.of(new Fork.FieldError("users", 7L, "name", "must not be empty"))
                    : List.of());
            Fork.Outcome outcome = fork.commit("edit user");
            if (outcome instanceof Fork.Refused refused) {
                assertThat(refused.conflicts()).isNotEmpty(); // each with both values
                outcome = fork.commit("edit user", Fork.Strategy.MINE);
            }
            assertThat(outcome).isInstanceOf(Fork.Committed.class);
        }
        assertThat(name()).isEqualTo("Ada");
    }

    record Counter(int count) {}

    record Add(int by) implements Action {}

    static final StoreDefinition<Counter> COUNTER = StoreDefinition.named("counter", () -> new Counter(0))
            .on(Add.class, (state, add) -> new Counter(state.count() + add.by()))
            .build();
    static final Selector<Integer> DOUBLED = COUNTER.getter(state -> state.count() * 2);

    @Test
    void applicationState() {
        List<Integer> label = new ArrayList<>();
        Slice<Counter> counter = store.use(COUNTER);
        store.select(DOUBLED).subscribe(label::add);
        counter.dispatch(new Add(2));
        counter.patch("correct", state -> new Counter(40));
        store.transaction("hire", () -> {
            users.save(User_.of(7L, "Grace", true));
            counter.dispatch(new Add(1));
        });
        store.history().undo();
        Mono<User> login = store.action(
                "login", "Grace", () -> Mono.just(User_.of(8L, "Grace", true)).doOnNext(user -> users.save(user)));
        login.subscribe();

        assertThat(label).containsExactly(0, 4, 80, 82, 80);
        assertThat(users.find(7L)).isEmpty();
        assertThat(users.find(8L)).isPresent();
    }
}
