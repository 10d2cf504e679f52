package dev.ananas.orm.query;

import static dev.ananas.orm.query.LiveWindowTest.blogOf;
import static dev.ananas.orm.query.LiveWindowTest.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.LiveGraphs;
import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.Role_;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.orm.internal.live.LevelCheck;
import dev.ananas.orm.internal.live.LiveGraph;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What windows make and look at, counted. */
class LiveWindowWorkTest {
    @Test
    void law07AMoveBuildsWhatComesIn() {
        try (Blog blog = blogOf(5_000)) {
            LiveGraph graph = LiveGraphs.of(blog.db);
            LiveWindow<User> window = query(blog).window(0, 50);
            window.flux().subscribe();
            graph.work().reset();

            window.show(10, 50);
            assertThat(graph.work().modelsBuilt())
                    .as("models of the 10 users; their lists of roles wait to be read")
                    .isEqualTo(10);
            assertThat(graph.work().rowsVisited()).isLessThan(50);
            assertThat(graph.bucketCount())
                    .as("the window, and the roles of its users")
                    .isEqualTo(51);
            graph.work().reset();

            window.show(4_000, 50);
            assertThat(graph.work().modelsBuilt()).isEqualTo(50);
            assertThat(graph.bucketCount()).isEqualTo(51);
            LevelCheck.check(graph);
        }
    }

    @Test
    void law07PagesOfOneListShareItsOrderAndItsModels() {
        try (Blog blog = blogOf(5_000)) {
            LiveGraph graph = LiveGraphs.of(blog.db);
            List<User> one = new ArrayList<>();
            List<User> other = new ArrayList<>();
            query(blog).window(0, 50).changes().subscribe(change -> change.applyTo(one));
            int levels = graph.levelCount();
            graph.work().reset();
            query(blog).offset(40).limit(20).changes().subscribe(change -> change.applyTo(other));
            assertThat(graph.work().modelsBuilt()).isEqualTo(10);
            assertThat(graph.work().rowsVisited()).isLessThan(50);
            assertThat(graph.levelCount()).isEqualTo(levels);
            assertThat(other.get(0)).isSameAs(one.get(40));

            graph.work().reset();
            blog.users.update(55L, User_.name.to("user 000055 b"));
            assertThat(graph.work().modelsBuilt()).isEqualTo(1);
            assertThat(other.get(5)).isSameAs(one.get(45));
            LevelCheck.check(graph);
        }
    }

    @Test
    void law07AChangeBehindAWindowBuildsNothing() {
        try (Blog blog = blogOf(5_000)) {
            LiveGraph graph = LiveGraphs.of(blog.db);
            List<List<User>> lists = new ArrayList<>();
            query(blog).window(100, 50).flux().subscribe(lists::add);
            blog.users.update(4_000L, User_.name.to("user 003999 b"));
            assertThat(graph.work().modelsBuilt()).isZero();
            assertThat(graph.work().listsPublished()).isZero();

            blog.users.update(4_000L, User_.name.to("a"));
            assertThat(graph.work().modelsBuilt())
                    .as("one user, whose list of roles waits to be read")
                    .isEqualTo(1);
            assertThat(lists).hasSize(2);
        }
    }

    @Test
    void law07TheFirstModelAndTheModelOfAKeyAreLiveAtTheCostOfTheirChange() {
        assertThat(workOfFirst(5_000)).isEqualTo(workOfFirst(50));
    }

    private static List<String> workOfFirst(int users) {
        try (Blog blog = blogOf(users)) {
            LiveGraph graph = LiveGraphs.of(blog.db);
            List<String> log = new ArrayList<>();
            query(blog)
                    .first()
                    .flux()
                    .subscribe(user -> log.add(user.orElseThrow().name()));
            query(blog)
                    .find(20L)
                    .flux()
                    .subscribe(user -> log.add(user.orElseThrow().name()));
            blog.users.update(20L, User_.name.to("user 000020 b"));
            log.add(graph.work().toString());
            blog.users.update(20L, User_.name.to("a"));
            log.add(graph.work().toString());
            blog.users.update(30L, User_.name.to("user 000030 b"));
            log.add(graph.work().toString());
            blog.users.delete(10L);
            LevelCheck.check(graph);
            return log;
        }
    }

    @Test
    void windowsInsideOfRelationsBuildVisibleModelsOnly() {
        try (Blog blog = blogOf(200)) {
            LiveGraph graph = LiveGraphs.of(blog.db);
            List<List<dev.ananas.orm.example.Role>> lists = new ArrayList<>();
            graph.work().reset();
            blog.roles
                    .query()
                    .with(
                            Role_.users,
                            users -> users.orderBy(User_.name).limit(3).with(User_.roles))
                    .flux()
                    .subscribe(lists::add);
            assertThat(graph.work().modelsBuilt()).isLessThan(40);
            blog.users.update(150L, User_.name.to("a"));
            assertThat(lists.get(1).get(0).users().get(1).name()).isEqualTo("a");
            LevelCheck.check(graph);
        }
    }
}
