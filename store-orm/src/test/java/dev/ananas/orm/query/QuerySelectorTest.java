package dev.ananas.orm.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.Database;
import dev.ananas.orm.LiveGraphs;
import dev.ananas.orm.Repository;
import dev.ananas.orm.example.Post;
import dev.ananas.orm.example.Post_;
import dev.ananas.orm.example.RoleUser_;
import dev.ananas.orm.example.Role_;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.store.Fork;
import dev.ananas.store.KeyedSelector;
import dev.ananas.store.Selector;
import dev.ananas.store.Slice;
import dev.ananas.store.Store;
import dev.ananas.store.StoreDefinition;
import dev.ananas.store.Versioned;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

/** Queries as inputs of getters: entities and application state of one version. */
class QuerySelectorTest {
    private static final StoreDefinition<String> FILTER =
            StoreDefinition.named("filter", () -> "").build();

    private final List<String> warnings = new ArrayList<>();
    private final Store store = Store.builder()
            .linger(Duration.ZERO)
            .developmentChecks(warning -> warnings.add(warning.toString()))
            .build();
    private final Database db = Database.on(store, User_.ENTITY, Role_.ENTITY, RoleUser_.ENTITY, Post_.ENTITY);
    private final Repository<User> users = db.repository(User_.ENTITY);
    private final Repository<Post> posts = db.repository(Post_.ENTITY);
    private final Slice<String> filter = store.use(FILTER);
    private final Query<User> active =
            users.query().where(User_.active.isTrue()).orderBy(User_.name);
    private final Selector<List<String>> shown =
            Selector.combine(FILTER.state(), active.selector(), QuerySelectorTest::names);

    private static List<String> names(String start, List<User> users) {
        return users.stream()
                .map(User::name)
                .filter(name -> name.startsWith(start))
                .collect(Collectors.toList());
    }

    @AfterEach
    void nothingIsLeftOpen() {
        assertThat(LiveGraphs.of(db).bucketCount()).isZero();
        assertThat(warnings).isEmpty();
        store.close();
    }

    @Test
    void aGetterReadsEntitiesAndApplicationState() {
        users.saveAll(List.of(User_.of(1L, "Ada", true), User_.of(2L, "Ben", true), User_.of(3L, "Abe", false)));
        assertThat(store.read(shown)).containsExactly("Ada", "Ben");
        filter.replace("A");
        assertThat(store.read(shown)).containsExactly("Ada");
        assertThat(store.read(active.count().selector())).isEqualTo(2);
        assertThat(store.read(users.query().find(2L).selector())).contains(User_.of(2L, "Ben", true));
        assertThat(active.selector().slices()).hasSize(1);
        assertThat(active.selector().name()).contains("users");
        assertThat(active.selector().named("active").name()).isEqualTo("active");
    }

    @Test
    void theAnswerIsRememberedAndKeepsItsReference() {
        users.save(User_.of(1L, "Ada", true));
        Selector<List<User>> selector = active.selector();
        List<User> first = store.read(selector);
        filter.replace("x");
        posts.save(Post_.of(1L, "p", 1, 1L));
        assertThat(store.read(selector)).isSameAs(first);
        users.save(User_.of(2L, "Ben", true));
        assertThat(store.read(selector)).hasSize(2);
    }

    @Test
    void aTransactionReadsWhatItWrote() {
        store.transaction("both", () -> {
            users.save(User_.of(1L, "Ada", true));
            filter.replace("A");
            assertThat(store.read(shown)).containsExactly("Ada");
        });
        assertThatThrownBy(() -> store.transaction("fails", () -> {
                    users.save(User_.of(2L, "Abe", true));
                    assertThat(store.read(shown)).containsExactly("Abe", "Ada");
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessageContaining("on purpose");
        assertThat(store.read(shown)).containsExactly("Ada");
    }

    @Test
    void aSubscriberSeesBothOfOneVersionAndNothingTwice() {
        List<List<String>> seen = new ArrayList<>();
        Disposable subscription = store.select(shown).subscribe(seen::add);
        store.transaction("both", () -> {
            users.saveAll(List.of(User_.of(1L, "Ada", true), User_.of(2L, "Ben", true)));
            filter.replace("A");
        });
        users.save(User_.of(3L, "Bob", true));
        users.save(User_.of(4L, "Abe", false));
        posts.save(Post_.of(1L, "p", 1, 1L));
        users.update(4L, User_.active.to(true));
        assertThat(seen).containsExactly(List.of(), List.of("Ada"), List.of("Abe", "Ada"));
        subscription.dispose();
        users.delete(1L);
        assertThat(seen).hasSize(3);
    }

    @Test
    void aSubscribedAnswerIsThatOfTheLiveEngine() {
        List<List<User>> selected = new ArrayList<>();
        List<List<User>> live = new ArrayList<>();
        Disposable one = store.select(active.selector()).subscribe(selected::add);
        Disposable other = active.flux().subscribe(live::add);
        users.save(User_.of(1L, "Ada", true));
        users.save(User_.of(2L, "Ben", false));
        users.save(User_.of(3L, "Cem", true));
        assertThat(selected).hasSize(3).isEqualTo(live);
        assertThat(selected.get(2).get(0)).isSameAs(live.get(2).get(0));
        one.dispose();
        other.dispose();
    }

    /** The rows that the engine looks at are those that changed, whoever is subscribed. */
    @Test
    void aTransitionCostsWhatChanged() {
        List<User> many = new ArrayList<>();
        for (long id = 0; id < 2_000; id++) {
            many.add(User_.of(id, "n" + id, true));
        }
        users.saveAll(many);
        AtomicInteger computed = new AtomicInteger();
        Selector<Integer> size = active.selector().map(list -> {
            computed.incrementAndGet();
            return list.size();
        });
        Disposable subscription = store.select(size).subscribe();
        int before = computed.get();
        posts.save(Post_.of(1L, "p", 1, 1L));
        assertThat(computed).hasValue(before);
        users.update(7L, User_.name.to("other"));
        assertThat(computed).hasValue(before + 1);
        assertThat(LiveGraphs.of(db).work().rowsVisited()).isLessThan(10);
        assertThat(store.read(size)).isEqualTo(2_000);
        assertThat(computed).hasValue(before + 1);
        subscription.dispose();
    }

    @Test
    void subscribersShareOneLiveQuery() {
        Selector<List<User>> input = active.selector();
        KeyedSelector<String, List<String>> starting = input.keyed((list, start) -> names(start, list));
        Disposable first = store.select(starting.of("A")).subscribe();
        int open = LiveGraphs.of(db).bucketCount();
        Disposable second = store.select(starting.of("B")).subscribe();
        Disposable third = store.select(input).subscribe();
        assertThat(LiveGraphs.of(db).bucketCount()).isEqualTo(open).isPositive();
        first.dispose();
        third.dispose();
        assertThat(LiveGraphs.of(db).bucketCount()).isEqualTo(open);
        second.dispose();
    }

    @Test
    void aConditionThatFailsEndsTheSubscriberAndNoOther() {
        List<Throwable> errors = new ArrayList<>();
        List<Integer> seen = new ArrayList<>();
        Selector<List<User>> picky = users.query()
                .where(Condition.named("picky", user -> {
                    if (user.name().equals("bad")) {
                        throw new IllegalStateException("picky");
                    }
                    return true;
                }))
                .selector();
        store.select(Selector.combine(FILTER.state(), picky, (start, list) -> list.size()))
                .subscribe(seen::add, errors::add);
        List<Integer> others = new ArrayList<>();
        Disposable other = store.select(active.selector().map(List::size)).subscribe(others::add);
        users.save(User_.of(1L, "Ada", true));
        users.save(User_.of(2L, "bad", true));
        users.save(User_.of(3L, "Cem", true));
        assertThat(seen).containsExactly(0, 1);
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0)).hasMessageContaining("picky");
        assertThat(others).containsExactly(0, 1, 2, 3);
        other.dispose();
    }

    @Test
    void aWrongNameIsToldWhenTheSelectorIsMade() {
        assertThatThrownBy(() -> users.query().orderBy("nmae").selector())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean \"name\"?");
    }

    @Test
    void aForkReadsItsOwnEntities() {
        users.save(User_.of(1L, "Ada", true));
        try (Fork fork = store.fork()) {
            List<List<String>> seen = new ArrayList<>();
            fork.store().select(shown).subscribe(seen::add);
            db.in(fork).repository(User_.ENTITY).save(User_.of(2L, "Ben", true));
            assertThat(seen).containsExactly(List.of("Ada"), List.of("Ada", "Ben"));
            assertThat(store.read(shown)).containsExactly("Ada");
        }
    }

    @Test
    void whatASelectorEmitsIsWhatItReadsAtEveryVersion() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<Versioned<List<String>>> seen = new ArrayList<>();
            Disposable subscription = store.versions(shown).subscribe(seen::add);
            for (int step = 0; step < 40; step++) {
                store.transaction("step", () -> {
                    for (int i = random.nextInt(3); i >= 0; i--) {
                        write(random);
                    }
                });
                List<String> expected = names(filter.state(), active.get());
                assertThat(seen.get(seen.size() - 1).value()).isEqualTo(expected);
                assertThat(store.read(shown)).isEqualTo(expected);
            }
            for (int i = 1; i < seen.size(); i++) {
                assertThat(seen.get(i).value()).isNotEqualTo(seen.get(i - 1).value());
                assertThat(seen.get(i).version()).isGreaterThan(seen.get(i - 1).version());
            }
            subscription.dispose();
        }
    }

    private void write(Random random) {
        long id = random.nextInt(5);
        switch (random.nextInt(4)) {
            case 0 -> users.delete(id);
            case 1 -> filter.replace(List.of("", "a", "b").get(random.nextInt(3)));
            default -> users.save(User_.of(id, List.of("a", "b").get(random.nextInt(2)) + id, random.nextBoolean()));
        }
    }
}
