package dev.ananas.orm.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.Database;
import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.orm.load.EntityLoader;
import dev.ananas.orm.load.FetchPolicy;
import dev.ananas.orm.load.LiveLoad;
import dev.ananas.orm.load.Load;
import dev.ananas.orm.load.LoadState;
import dev.ananas.orm.load.PersistBy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The code of docs/loading.md. */
class LoadingPageTest {
    private final Blog blog = new Blog();
    private final Database db = blog.db;
    private final Api api = new Api();
    private final Screen screen = new Screen();

    private static final class Api {
        int requests;

        Mono<Object> users() {
            return Mono.fromSupplier(() -> Map.of("data", List.of(Map.of("id", 7, "name", "Ada " + ++requests))));
        }

        Mono<Object> remove(long id) {
            return Mono.empty();
        }
    }

    private static final class Screen {
        final List<String> seen = new ArrayList<>();

        void busy(List<User> users) {
            seen.add("busy " + users.size());
        }

        void error(Throwable error, List<User> users) {
            seen.add(error.getMessage() + users.size());
        }

        void show(List<User> users) {
            seen.add("show " + users.get(0).name());
        }
    }

    @AfterEach
    void close() {
        blog.close();
    }

    @Test
    void theCodeOfThePageIsHere() {
        Page.isRunBy("loading.md", LoadingPageTest.class);
    }

    // spotless:off
    @Test
    void recordsAreLoadedAndShown() {
        EntityLoader loader = EntityLoader.of(db)
                .options(o -> o.dataKey("data")) // all loads
                .options(User_.ENTITY, o -> o.maxAge(Duration.ofMinutes(5))) // loads of users
                .build();

        Load<User> load = loader.load(User_.ENTITY, () -> api.users()); // asked anew for each request

        load.fetch().subscribe(response -> {
            response.data(); // the answer as it came
            response.entities(); // List<User>, as stored
            response.isSaved(); // true
        });
        assertThat(blog.users.all()).hasSize(1);

        load.options(o -> o.persistBy(PersistBy.FRESH)).fetch().subscribe();
        loader.load(User_.ENTITY, () -> api.remove(7L))
                .options(o -> o.delete(7L))
                .fetch()
                .subscribe();
        assertThat(blog.users.all()).isEmpty();

        Load<User> all =
                loader.load(User_.ENTITY, () -> api.users()).key("users").tags("people");

        LiveLoad<List<User>> users = all.options(o -> o.policy(FetchPolicy.STALE_WHILE_REVALIDATE))
                .into(db.repository(User_.ENTITY).query().orderBy(User_.name));

        users.states().subscribe(state -> {
            if (state instanceof LoadState.Loading<List<User>> loading) {
                screen.busy(loading.previous());
            } else if (state instanceof LoadState.Failed<List<User>> failed) {
                screen.error(failed.error(), failed.previous());
            } else {
                screen.show(state.shown());
            }
        });
        assertThat(screen.seen).containsExactly("show Ada 3");

        loader.invalidate("users"); // by key
        loader.invalidateTag("people"); // by tag
        users.refresh().subscribe(); // a request, whatever the policy
        assertThat(screen.seen).containsExactly("show Ada 3", "show Ada 4", "show Ada 5", "show Ada 6");
    }
    // spotless:on
}
