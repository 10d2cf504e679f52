package dev.ananas.orm.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.LiveGraphs;
import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.Post_;
import dev.ananas.orm.example.RoleUser_;
import dev.ananas.orm.example.Role_;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.orm.internal.live.LevelCheck;
import dev.ananas.orm.internal.live.LiveGraph;
import dev.ananas.orm.view.ListChange;
import dev.ananas.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class LiveWindowTest {

    /** Users of ids 10 and up, named by their id, each with the role 1. */
    static Blog blogOf(int users) {
        Blog blog = Blog.filled();
        blog.store.transaction("more", () -> {
            List<User> more = new ArrayList<>();
            List<dev.ananas.orm.example.RoleUser> links = new ArrayList<>();
            for (long id = 10; id < 10 + users; id++) {
                more.add(User_.of(id, String.format("user %06d", id), true));
                links.add(RoleUser_.of(1L, id, 1));
            }
            blog.users.insertAll(more);
            blog.links.insertAll(links);
        });
        return blog;
    }

    static Query<User> query(Blog blog) {
        return blog.users.query().where(User_.id.gt(9L)).orderBy(User_.name).with(User_.roles);
    }

    static List<Long> ids(List<User> users) {
        return users.stream().map(User::id).collect(Collectors.toList());
    }

    @Test
    void aMoveIsOneMoreListAndOneMoreChange() {
        try (Blog blog = blogOf(10);
                LiveWindow<User> window = query(blog).window(0, 3)) {
            List<List<Long>> lists = new ArrayList<>();
            window.flux().subscribe(list -> lists.add(ids(list)));
            StepVerifier.create(window.changes())
                    .assertNext(first -> assertThat(ids(first.list())).containsExactly(10L, 11L, 12L))
                    .then(() -> window.show(2, 4))
                    .assertNext(next -> {
                        ListChange.Change<User> change = (ListChange.Change<User>) next;
                        assertThat(change.removed()).containsExactly(new ListChange.Range(0, 2));
                        assertThat(change.inserted()).containsExactly(new ListChange.Range(1, 3));
                        assertThat(change.updated()).isEmpty();
                        assertThat(change.list().get(0))
                                .isSameAs(change.before().get(2));
                    })
                    .then(window::close)
                    .verifyComplete();

            assertThat(lists).containsExactly(List.of(10L, 11L, 12L), List.of(12L, 13L, 14L, 15L));
            assertThat(window.offset()).isEqualTo(2);
            assertThat(window.limit()).isEqualTo(4);
        }
    }

    @Test
    void aMoveThatShowsTheSameRowsIsNoEmission() {
        try (Blog blog = blogOf(3)) {
            LiveWindow<User> window = query(blog).window(1, 10);
            List<List<User>> lists = new ArrayList<>();
            window.flux().subscribe(lists::add);
            window.show(1, 20);
            window.show(1, 2);
            assertThat(lists).hasSize(1);
            window.show(7, 2);
            assertThat(lists).hasSize(2);
            assertThat(lists.get(1)).isEmpty();
            LevelCheck.check(LiveGraphs.of(blog.db));
        }
    }

    @Test
    void aMovedWindowFollowsTheDataAtItsNewPlace() {
        try (Blog blog = blogOf(10)) {
            LiveWindow<User> window = query(blog).window(0, 3);
            List<List<User>> lists = new ArrayList<>();
            window.flux().subscribe(lists::add);
            window.show(5, 2);
            blog.users.update(10L, User_.name.to("user 000010 b"));
            assertThat(lists).hasSize(2);
            blog.users.delete(10L);
            assertThat(ids(lists.get(2))).containsExactly(16L, 17L);
            blog.roles.update(1L, Role_.title.to("Boss"));
            assertThat(lists.get(3).get(0).roles().get(0).title()).isEqualTo("Boss");
            assertThat(lists.get(3)).isEqualTo(query(blog).offset(5).limit(2).get());
        }
    }

    @Test
    void aMoveNeverWaitsForAWriter() throws Exception {
        try (Blog blog = blogOf(10)) {
            LiveWindow<User> window = query(blog).window(0, 2);
            List<List<Long>> lists = new ArrayList<>();
            window.flux().subscribe(list -> lists.add(ids(list)));
            CountDownLatch writing = new CountDownLatch(1);
            CountDownLatch moved = new CountDownLatch(1);
            Thread writer = new Thread(() -> blog.store.transaction("slow", () -> {
                blog.users.delete(10L);
                writing.countDown();
                try {
                    assertThat(moved.await(10, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
            writer.start();
            assertThat(writing.await(10, TimeUnit.SECONDS)).isTrue();
            window.show(1, 2);
            window.show(2, 2);
            moved.countDown();
            writer.join();

            assertThat(lists).containsExactly(List.of(10L, 11L), List.of(11L, 12L), List.of(13L, 14L));
        }
    }

    @Test
    void aWindowMayBeMovedFromInsideItsOwnChanges() {
        try (Blog blog = blogOf(10)) {
            LiveWindow<User> window = query(blog).window(0, 2);
            List<User> rows = new ArrayList<>();
            List<List<Long>> seen = new ArrayList<>();
            window.changes().subscribe(change -> {
                change.applyTo(rows);
                seen.add(ids(rows));
                if (window.offset() < 3) {
                    window.show(window.offset() + 1, 2);
                }
            });
            assertThat(seen)
                    .containsExactly(List.of(10L, 11L), List.of(11L, 12L), List.of(12L, 13L), List.of(13L, 14L));
        }
    }

    @Test
    void law12AClosedWindowLeavesNothingBehind() {
        try (Blog blog = blogOf(10)) {
            LiveGraph graph = LiveGraphs.of(blog.db);
            LiveWindow<User> window = query(blog).window(0, 2);
            List<String> log = new ArrayList<>();
            window.flux().subscribe(list -> log.add("list"), error -> log.add("error"), () -> log.add("end"));
            window.flux().subscribe().dispose();
            window.close();
            window.close();
            assertThat(log).containsExactly("list", "end");
            assertThat(graph.bucketCount()).isZero();
            assertThat(graph.levelCount()).isZero();
            assertThatThrownBy(() -> window.show(1, 1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
            StepVerifier.create(window.flux()).verifyError(IllegalStateException.class);
        }
    }

    @Test
    void law12AWindowThatWasMovedLingersAtItsLastPlace() {
        VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
        try (Blog blog = new Blog(Store.builder().linger(Duration.ofSeconds(5)))) {
            blog.fill();
            LiveGraph graph = LiveGraphs.of(blog.db);
            LiveWindow<User> window = blog.users.query().window(0, 1);
            Disposable subscription = window.flux().subscribe();
            window.show(1, 1);
            assertThat(graph.bucketCount())
                    .as("the first place is released at once")
                    .isOne();
            subscription.dispose();
            assertThat(graph.bucketCount()).isOne();
            graph.work().reset();
            window.flux().subscribe().dispose();
            assertThat(graph.work().modelsBuilt())
                    .as("the last place is there still")
                    .isZero();

            time.advanceTimeBy(Duration.ofSeconds(6));
            assertThat(graph.bucketCount()).isZero();
        } finally {
            VirtualTimeScheduler.reset();
        }
    }

    @Test
    void aWindowThatCannotBeFilledEndsItsSubscribersAndLeavesOthersAlone() {
        try (Blog blog = Blog.filled()) {
            blog.posts.insert(Post_.of(9L, "Bad", 1, 3L));
            Query<User> query = blog.users
                    .query()
                    .orderBy(User_.name)
                    .with(
                            User_.posts,
                            posts -> posts.where(Condition.named("fails", post -> {
                                if (post.title().equals("Bad")) {
                                    throw new IllegalStateException("a bad post");
                                }
                                return true;
                            })));
            List<List<User>> others = new ArrayList<>();
            Disposable other = query.window(0, 1).flux().subscribe(others::add);
            LiveWindow<User> window = query.window(0, 1);

            StepVerifier.create(window.flux())
                    .expectNextCount(1)
                    .then(() -> window.show(1, 2))
                    .verifyErrorMessage("a bad post");
            LevelCheck.check(LiveGraphs.of(blog.db));
            blog.users.update(1L, User_.name.to("Abe"));
            assertThat(others).hasSize(2);
            LevelCheck.check(LiveGraphs.of(blog.db));

            other.dispose();
            assertThat(LiveGraphs.of(blog.db).bucketCount()).isZero();
            assertThat(LiveGraphs.of(blog.db).levelCount()).isZero();
        }
    }

    @Test
    void wrongWindowsAreRefused() {
        try (Blog blog = blogOf(1)) {
            assertThatThrownBy(() -> query(blog).window(-1, 5))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "A window starts at 0 or behind and shows 0 or more models, but offset was -1 and limit 5");
            assertThatThrownBy(() -> query(blog).limit(5).window(0, 5))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("has an offset or a limit already");
            LiveWindow<User> window = query(blog).window(0, 5);
            assertThatThrownBy(() -> window.show(0, -1)).isInstanceOf(IllegalArgumentException.class);
            assertThat(window.limit()).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void law05MovedWindowsEqualTheSameQueryAskedAnew(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        try (Blog blog = blogOf(20)) {
            List<Query<User>> queries = List.of(
                    query(blog),
                    blog.users
                            .query()
                            .where(User_.id.in(Set.of(1L, 2L, 12L, 15L, 17L)))
                            .orderBy(User_.active),
                    blog.users.query().orderBy(User_.roles.count(role -> role)).with(User_.posts));
            List<LiveWindow<User>> windows = new ArrayList<>();
            List<List<User>> copies = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                LiveWindow<User> window = queries.get(i / 2).window(0, 3);
                List<User> copy = new ArrayList<>();
                window.changes().subscribe(change -> change.applyTo(copy));
                windows.add(window);
                copies.add(copy);
            }
            for (int step = 0; step < 80; step++) {
                blog.store.transaction("step", () -> {
                    for (int i = random.nextInt(4); i >= 0; i--) {
                        write(blog, random);
                    }
                });
                if (random.nextBoolean()) {
                    windows.get(random.nextInt(6)).show(random.nextInt(15), random.nextInt(8));
                }
                LevelCheck.check(LiveGraphs.of(blog.db));
                for (int i = 0; i < 6; i++) {
                    LiveWindow<User> window = windows.get(i);
                    assertThat(copies.get(i))
                            .as("step %s, window %s", step, i)
                            .isEqualTo(queries.get(i / 2)
                                    .offset(window.offset())
                                    .limit(window.limit())
                                    .get());
                }
            }
            windows.forEach(LiveWindow::close);
            assertThat(LiveGraphs.of(blog.db).levelCount()).isZero();
        }
    }

    private static void write(Blog blog, SplittableRandom random) {
        long id = 1 + random.nextInt(30);
        String name = "user " + (char) ('a' + random.nextInt(8));
        switch (random.nextInt(5)) {
            case 0 -> blog.users.delete(id);
            case 1 -> blog.users.save(User_.of(id, name, random.nextBoolean()));
            case 2 -> blog.roles.update(1L + random.nextInt(3), Role_.title.to(name));
            case 3 -> blog.links.save(RoleUser_.of(1L + random.nextInt(3), id, random.nextInt(3)));
            default -> blog.links.delete(dev.ananas.orm.model.Key.of(1L + random.nextInt(3), id));
        }
    }
}
