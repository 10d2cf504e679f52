package dev.ananas.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.Role;
import dev.ananas.orm.example.RoleUser_;
import dev.ananas.orm.example.Role_;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.orm.internal.live.LevelCheck;
import dev.ananas.orm.internal.live.LiveGraph;
import dev.ananas.orm.internal.plan.Work;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.SchemaException;
import dev.ananas.orm.query.Query;
import dev.ananas.store.StateTree;
import dev.ananas.store.Store;
import dev.ananas.store.Versioned;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.BaseSubscriber;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

/** The laws of the design, on entities. Laws of the store itself are tested beside it; 5 also by random programs. */
class DatabaseLawsTest {

    private static Query<User> activeWithRoles(Blog blog) {
        return blog.users.query().where(User_.active.isTrue()).with(User_.roles).orderBy(User_.name);
    }

    private static String show(List<User> users) {
        return users.stream()
                .map(user ->
                        user.name() + user.roles().stream().map(Role::title).collect(Collectors.toList()))
                .collect(Collectors.joining(" "));
    }

    @Test
    void law01OneTransactionIsOneTransitionAndOneEmissionPerLiveQuery() {
        try (Blog blog = Blog.filled()) {
            List<Versioned<List<User>>> seen = new ArrayList<>();
            activeWithRoles(blog).versions().subscribe(seen::add);
            long before = blog.store.version();

            blog.store.transaction("promote", () -> {
                blog.users.update(1L, User_.name.to("Eva"));
                blog.roles.update(2L, Role_.title.to("Writer"));
                blog.users.relation(User_.roles).attach(2L, List.of(1L));
            });

            assertThat(blog.store.version()).isEqualTo(before + 1);
            assertThat(seen).hasSize(2);
            assertThat(seen.get(1).version()).isEqualTo(before + 1);
            assertThat(show(seen.get(1).value())).isEqualTo("Ben[Admin, Writer] Eva[Admin, Writer]");
        }
    }

    @Test
    void law02AFailedTransactionChangesNothing() {
        try (Blog blog = Blog.filled()) {
            List<List<User>> seen = new ArrayList<>();
            activeWithRoles(blog).flux().subscribe(seen::add);
            StateTree tree = blog.store.state();

            assertThatThrownBy(() -> blog.store.transaction("fails", () -> {
                        blog.users.update(1L, User_.name.to("Eva"));
                        blog.links.clear();
                        throw new IllegalStateException("no");
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no");

            assertThat(blog.store.state()).isSameAs(tree);
            assertThat(seen).hasSize(1);
            assertThat(show(activeWithRoles(blog).get())).isEqualTo("Ada[Admin, Author] Ben[Author]");
        }
    }

    @Test
    void law03ReadersNeverLock() throws Exception {
        try (Blog blog = Blog.filled()) {
            CountDownLatch writing = new CountDownLatch(1);
            CountDownLatch read = new CountDownLatch(1);
            Thread writer = new Thread(() -> blog.store.transaction("slow", () -> {
                blog.users.update(1L, User_.name.to("Eva"));
                writing.countDown();
                try {
                    assertThat(read.await(10, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
            writer.start();
            assertThat(writing.await(10, TimeUnit.SECONDS)).isTrue();

            assertThat(blog.users.find(1L).orElseThrow().name()).isEqualTo("Ada");
            assertThat(show(activeWithRoles(blog).get())).isEqualTo("Ada[Admin, Author] Ben[Author]");

            read.countDown();
            writer.join();
            assertThat(blog.users.find(1L).orElseThrow().name()).isEqualTo("Eva");
        }
    }

    @Test
    void law04AnEmissionComesIfAndOnlyIfTheResultChanged() {
        try (Blog blog = Blog.filled()) {
            List<List<User>> seen = new ArrayList<>();
            activeWithRoles(blog).flux().subscribe(seen::add);

            blog.users.save(User_.of(1L, "Ada", true));
            blog.users.update(3L, User_.name.to("Cam"));
            blog.posts.update(1L, Patch.of("score", 6));
            blog.roles.update(3L, Role_.title.to("Visitor"));
            assertThat(seen).as("nothing that is shown changed").hasSize(1);

            blog.users.relation(User_.roles).updatePivot(2L, 2L, RoleUser_.level.to(9));
            assertThat(seen).hasSize(2);
            assertThat(seen.get(1).get(0))
                    .as("Ada did not change")
                    .isSameAs(seen.get(0).get(0));
            assertThat(seen.get(1).get(1)).isNotSameAs(seen.get(0).get(1));
            assertThat(seen.get(1).get(1).roles().get(0).pivot().level()).isEqualTo(9);
        }
    }

    @Test
    void law05ALiveQueryEqualsTheSameQueryAskedAnewAtEveryVersion() {
        try (Blog blog = Blog.filled()) {
            List<List<User>> seen = new ArrayList<>();
            Query<User> query = blog.users
                    .query()
                    .with(
                            User_.roles,
                            roles -> roles.wherePivot(RoleUser_.level.gt(1)).orderByPivot(RoleUser_.level.desc()))
                    .with(User_.posts, posts -> posts.limit(1))
                    .orderBy(User_.name.desc())
                    .limit(2);
            query.flux().subscribe(seen::add);
            List<Runnable> writes = List.of(
                    () -> blog.users.update(3L, User_.name.to("Zoe")),
                    () -> blog.users.relation(User_.roles).sync(3L, List.of(1L, 2L, 3L)),
                    () -> blog.users.relation(User_.roles).updatePivot(3L, 2L, RoleUser_.level.to(4)),
                    () -> blog.users.delete(2L),
                    () -> blog.posts.update(3L, Patch.of("userId", 3L)),
                    () -> blog.roles.delete(2L),
                    () -> blog.users.clear());
            for (Runnable write : writes) {
                write.run();
                assertThat(seen.get(seen.size() - 1)).isEqualTo(query.get());
                LevelCheck.check(LiveGraphs.of(blog.db));
            }
        }
    }

    @Test
    void law06EmissionsArriveInVersionOrderAlsoWhenSubscribersWrite() {
        try (Blog blog = Blog.filled()) {
            List<String> first = new ArrayList<>();
            List<String> second = new ArrayList<>();
            blog.users.query().find(1L).versions().subscribe(found -> {
                first.add(found.value().orElseThrow().name());
                if (found.value().orElseThrow().name().length() < 6) {
                    blog.users.update(
                            1L, User_.name.to(found.value().orElseThrow().name() + "!"));
                }
            });
            blog.users
                    .query()
                    .find(1L)
                    .flux()
                    .subscribe(found -> second.add(found.orElseThrow().name()));
            blog.users.update(1L, User_.name.to("Eva"));

            assertThat(first).containsExactly("Ada", "Ada!", "Ada!!", "Ada!!!", "Eva", "Eva!", "Eva!!", "Eva!!!");
            assertThat(second).containsExactly("Ada!!!", "Eva", "Eva!", "Eva!!", "Eva!!!");
        }
    }

    @Test
    void law06ASlowSubscriberGetsTheLatest() {
        try (Blog blog = Blog.filled()) {
            List<String> seen = new ArrayList<>();
            BaseSubscriber<List<User>> slow = new BaseSubscriber<>() {
                @Override
                protected void hookOnSubscribe(org.reactivestreams.Subscription subscription) {
                    request(1);
                }

                @Override
                protected void hookOnNext(List<User> users) {
                    seen.add(show(users));
                }
            };
            activeWithRoles(blog).flux().subscribe(slow);
            blog.users.update(1L, User_.name.to("Eva"));
            blog.users.update(1L, User_.name.to("Ida"));
            assertThat(seen).hasSize(1);
            slow.request(5);
            assertThat(seen).containsExactly("Ada[Admin, Author] Ben[Author]", "Ben[Author] Ida[Admin, Author]");
        }
    }

    @Test
    void law07WorkFollowsTheChangeAndNotTheNumberOfRowsOrQueries() {
        String few = workOfOneRename(50, 1);
        assertThat(workOfOneRename(5_000, 1)).isEqualTo(few);
        assertThat(workOfOneRename(5_000, 400)).isEqualTo(few);
    }

    private static String workOfOneRename(int rows, int queries) {
        try (Blog blog = Blog.filled()) {
            List<User> more = new ArrayList<>();
            for (long id = 10; id < 10 + rows; id++) {
                more.add(User_.of(id, "user" + id, true));
            }
            blog.users.insertAll(more);
            for (long id = 10; id < 10 + queries; id++) {
                blog.users.query().with(User_.roles).find(id).flux().subscribe();
            }
            blog.users.query().with(User_.roles).find(1L).flux().subscribe();
            blog.users.update(1L, User_.name.to("Eva"));
            Work work = LiveGraphs.of(blog.db).work();
            return work.toString();
        }
    }

    @Test
    void law08EveryOrderEndsInInsertionOrder() {
        try (Blog blog = new Blog()) {
            blog.users.insertAll(List.of(User_.of(9L, "B", true), User_.of(1L, "A", true), User_.of(5L, "B", true)));
            blog.roles.insertAll(List.of(Role_.of(7L, "x"), Role_.of(3L, "x")));
            blog.users.relation(User_.roles).attach(9L, List.of(3L, 7L));

            assertThat(blog.users.all()).extracting(User::id).containsExactly(9L, 1L, 5L);
            assertThat(blog.users.query().orderBy(User_.name).get())
                    .extracting(User::id)
                    .containsExactly(1L, 9L, 5L);
            blog.users.update(9L, User_.active.to(false));
            assertThat(blog.users.query().orderBy(User_.name).get())
                    .extracting(User::id)
                    .containsExactly(1L, 9L, 5L);
            assertThat(blog.users
                            .query()
                            .with(User_.roles)
                            .find(9L)
                            .orElseThrow()
                            .roles())
                    .extracting(Role::id)
                    .containsExactly(7L, 3L);
            assertThat(blog.users
                            .query()
                            .with(User_.roles, roles -> roles.inLinkOrder())
                            .find(9L)
                            .orElseThrow()
                            .roles())
                    .extracting(Role::id)
                    .containsExactly(3L, 7L);
        }
    }

    @Test
    void law09ASchemaIsCheckedWholeAndEveryFaultIsListed() {
        EntityType<?> users = EntityType.dynamic("users")
                .number("id", null)
                .hasMany("posts", "post", "userId")
                .belongsToMany("roles", "roles", "links", "user", "roleId")
                .build();
        EntityType<?> posts = EntityType.dynamic("posts").string("id", "").build();
        EntityType<?> roles = EntityType.dynamic("roles").string("id", "").build();
        EntityType<?> links = EntityType.dynamic("links")
                .number("userId", null)
                .number("roleId", null)
                .primaryKey("userId", "rolId")
                .build();
        try (Store store = Store.create()) {
            assertThatThrownBy(() -> Database.on(store, users, posts, roles, links, posts))
                    .isInstanceOf(SchemaException.class)
                    .hasMessage("""
                            The schema has 5 faults:
                              - Unknown attribute "rolId" in the primary key of entity "links"; did you mean "roleId"?
                              - Entity "posts" is declared twice; every entity needs a name of its own
                              - Unknown entity "post" in relation "posts" of entity "users"; did you mean "posts"?
                              - Unknown attribute "user" in entity "links", named by relation "roles" of entity "users"; did you mean "userId"?
                              - The key types of relation "roles" of entity "users" differ: links.roleId is a number, roles.id is a text""");
        }
    }

    @Test
    void law10TheCallersObjectsAreNeverMutatedAndResultsAreImmutable() {
        try (Blog blog = Blog.filled()) {
            Map<String, Object> role = new LinkedHashMap<>(Map.of("id", 8, "title", "Eighth"));
            Map<String, Object> user = new LinkedHashMap<>(Map.of("id", 8, "name", "Hal"));
            user.put("roles", new ArrayList<>(List.of(role)));
            String before = user.toString();

            blog.users.saveMap(user);

            assertThat(user).hasToString(before);
            assertThat(blog.users
                            .query()
                            .with(User_.roles)
                            .find(8L)
                            .orElseThrow()
                            .roles())
                    .hasSize(1);
            List<User> result = blog.users.all();
            assertThatThrownBy(() -> result.remove(0))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("Query results are immutable, but remove was called on one; write the change through a"
                            + " repository, or work on a copy: new ArrayList<>(list)");
        }
    }

    @Test
    void law12ClosingAllSubscriptionsLeavesNothingAfterTheLingerTime() {
        VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
        try (Blog blog = new Blog(Store.builder().linger(Duration.ofSeconds(5)))) {
            blog.fill();
            LiveGraph graph = LiveGraphs.of(blog.db);
            var first = activeWithRoles(blog).flux().subscribe();
            var second = blog.users.query().count().flux().subscribe();
            assertThat(graph.bucketCount()).isGreaterThan(2);

            first.dispose();
            second.dispose();
            assertThat(graph.bucketCount()).as("still lingering").isGreaterThan(2);
            blog.users.update(1L, User_.name.to("Eva"));
            LevelCheck.check(graph);

            time.advanceTimeBy(Duration.ofSeconds(6));
            assertThat(graph.bucketCount()).isZero();
            assertThat(graph.levelCount()).isZero();
        } finally {
            VirtualTimeScheduler.reset();
        }
    }

    @Test
    void law12SubscriptionsEndWhenTheStoreCloses() {
        Blog blog = Blog.filled();
        StepVerifier.create(activeWithRoles(blog).flux())
                .expectNextCount(1)
                .then(blog::close)
                .verifyComplete();
    }

    @Test
    void law13TwoStoresInOneProcessNeverMeet() {
        try (Blog one = Blog.filled();
                Blog other = Blog.filled()) {
            List<List<User>> seen = new ArrayList<>();
            activeWithRoles(other).flux().subscribe(seen::add);
            one.users.clear();
            assertThat(seen).hasSize(1);
            assertThat(other.users.all()).hasSize(3);
            assertThat(one.users.all()).isEmpty();
        }
    }
}
