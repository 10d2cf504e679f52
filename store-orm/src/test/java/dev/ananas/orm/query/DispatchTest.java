package dev.ananas.orm.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.LiveGraphs;
import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.Post_;
import dev.ananas.orm.example.RoleUser_;
import dev.ananas.orm.example.Role_;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.orm.internal.live.LiveGraph;
import dev.ananas.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Which levels hear of a change, what they look at for it, and how long they are kept. */
class DispatchTest {
    private final Blog blog = Blog.filled();
    private final LiveGraph graph = LiveGraphs.of(blog.db);

    @AfterEach
    void close() {
        blog.close();
    }

    @Test
    void aChangeOfColumnsThatNoPlanDecidesByCostsNoTest() {
        List<Object> seen = new ArrayList<>();
        blog.users
                .query()
                .where(User_.active.isTrue())
                .orderBy(User_.id.desc())
                .flux()
                .subscribe(seen::add);
        blog.users
                .query()
                .whereHas(User_.posts, posts -> posts.where(Post_.score.gt(3)))
                .flux()
                .subscribe(seen::add);
        seen.clear();
        blog.users.update(1L, User_.name.to("Eva"));
        assertThat(graph.work().rowsVisited()).isZero();
        assertThat(seen).hasSize(2);
        seen.clear();
        blog.posts.update(1L, Post_.title.to("Hi"));
        assertThat(graph.work().rowsVisited())
                .as("a title decides about no user")
                .isZero();
        assertThat(seen).isEmpty();
        blog.users.update(1L, User_.active.to(false));
        assertThat(graph.work().rowsVisited()).isPositive();
    }

    @Test
    void hiddenColumnsEmitNothing() {
        List<Object> seen = new ArrayList<>();
        blog.posts.query().makeHidden("title").flux().subscribe(seen::add);
        blog.posts.update(1L, Post_.title.to("Hi"));
        assertThat(seen).hasSize(1);
        assertThat(graph.work().modelsBuilt()).isZero();
        blog.posts.update(1L, Post_.score.to(99));
        assertThat(seen).hasSize(2);
    }

    @Test
    void aRoleThatEverybodyHasCostsWhatIsShownOfIt() {
        blog.store.transaction("hire", () -> {
            for (long id = 100; id < 3100; id++) {
                blog.users.insert(User_.of(id, "User " + id, true));
                blog.links.insert(RoleUser_.of(1L, id, 1));
            }
        });
        List<Object> seen = new ArrayList<>();
        blog.users.query().where(User_.id.eq(100L)).with(User_.roles).flux().subscribe(seen::add);
        blog.roles.update(1L, Role_.title.to("Root"));
        assertThat(seen).hasSize(2);
        assertThat(graph.work().rowsVisited()).isLessThan(10);
        assertThat(graph.work().modelsBuilt()).isEqualTo(2);
    }

    @Test
    void aQueryThatIsOpenedAgainWhileItLingersCostsNothing() {
        VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
        try (Blog lingering = new Blog(Store.builder().linger(Duration.ofSeconds(5)))) {
            lingering.fill();
            LiveGraph ofIt = LiveGraphs.of(lingering.db);
            Query<User> users = lingering.users.query().with(User_.roles).orderBy(User_.name);
            List<List<User>> seen = new ArrayList<>();
            Disposable first = users.flux().subscribe(seen::add);
            Disposable number = users.count().flux().subscribe();
            first.dispose();
            number.dispose();
            time.advanceTimeBy(Duration.ofSeconds(4));
            lingering.users.update(1L, User_.name.to("Zoe"));
            ofIt.work().reset();
            Disposable again = users.flux().subscribe(seen::add);
            assertThat(ofIt.work().rowsVisited()).isZero();
            assertThat(ofIt.work().modelsBuilt()).isZero();
            assertThat(seen.get(1)).isEqualTo(users.get());
            time.advanceTimeBy(Duration.ofSeconds(60));
            assertThat(ofIt.levelCount())
                    .as("the number lingered to its end, the users are in use")
                    .isEqualTo(2);
            again.dispose();
            time.advanceTimeBy(Duration.ofSeconds(6));
            assertThat(ofIt.levelCount()).isZero();
        } finally {
            VirtualTimeScheduler.reset();
        }
    }

    @Test
    void conditionsOfOneNameShareALevel() {
        Condition<User> one = Condition.named("short name", user -> user.name().length() < 4);
        Condition<User> same = Condition.named("short name", user -> user.name().length() < 4);
        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(one).isNotEqualTo(Condition.<User>named("other", user -> true));
        blog.users.query().where(one).flux().subscribe();
        blog.users.query().where(same).flux().subscribe();
        assertThat(graph.levelCount()).isEqualTo(1);
    }
}
