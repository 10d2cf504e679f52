package dev.ananas.orm.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.orm.load.EntityLoader;
import dev.ananas.store.HistoryOptions;
import dev.ananas.store.Store;
import dev.ananas.store.snapshot.Snapshots;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Restoring and loading are steps like any other: what they did can be taken back. */
class RestoredHistoryTest {
    private final Blog blog = new Blog(Store.builder().linger(Duration.ZERO).history(HistoryOptions.defaults()));
    private final Snapshots snapshots =
            Snapshots.of(blog.store).section(blog.db.snapshot()).build();

    @AfterEach
    void close() {
        blog.close();
    }

    @Test
    void restoringIsOneStepThatIsUndoneAndRedone() {
        blog.fill();
        String json = snapshots.toJson();
        blog.users.delete(1L);
        blog.users.save(User_.of(9L, "Zoe", true));
        List<List<User>> seen = new ArrayList<>();
        blog.users.query().orderBy(User_.name).flux().subscribe(seen::add);
        snapshots.restore(json);
        assertThat(blog.store.history().undo()).isPresent();
        assertThat(blog.store.history().redo()).isPresent();
        assertThat(seen)
                .extracting(users -> users.stream().map(User::name).toList())
                .containsExactly(
                        List.of("Ben", "Cem", "Zoe"),
                        List.of("Ada", "Ben", "Cem"),
                        List.of("Ben", "Cem", "Zoe"),
                        List.of("Ada", "Ben", "Cem"));
        assertThat(snapshots.toJson()).isEqualTo(json);
    }

    @Test
    void whatWasKeptAsideComesAndGoesWithItsState() {
        String json = snapshots.toJson().replace("{\"entities\":", "{\"cart\":[1],\"entities\":");
        snapshots.restore(json);
        assertThat(snapshots.toJson()).contains("\"cart\":[1]");
        assertThat(blog.store.history().undo()).isPresent();
        assertThat(snapshots.toJson()).doesNotContain("cart");
    }

    @Test
    void aLoadIsOneStep() {
        EntityLoader loader = EntityLoader.of(blog.db).build();
        loader.load(User_.ENTITY, () -> Mono.just("[{\"id\": 1, \"name\": \"Ada\"}, {\"id\": 2, \"name\": \"Ben\"}]"))
                .fetch()
                .block();
        assertThat(blog.users.all()).hasSize(2);
        assertThat(blog.store.history().undo()).isPresent();
        assertThat(blog.users.all()).isEmpty();
    }
}
