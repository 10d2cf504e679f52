package dev.ananas.orm.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ananas.orm.Database;
import dev.ananas.orm.EntityMigration;
import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.store.Store;
import dev.ananas.store.StoreDefinition;
import dev.ananas.store.snapshot.Migration;
import dev.ananas.store.snapshot.Restored;
import dev.ananas.store.snapshot.SliceCodec;
import dev.ananas.store.snapshot.SnapshotProgress;
import dev.ananas.store.snapshot.Snapshots;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.Disposable;

/** The code of docs/snapshots.md. */
class SnapshotsPageTest {
    private static final StoreDefinition<Counter> COUNTER =
            StoreDefinition.named("counter", () -> new Counter(0)).build();
    private static final StoreDefinition<String> THEME =
            StoreDefinition.named("theme", () -> "light").build();

    private final Blog blog = Blog.filled();
    private final Store store = blog.store;
    private final Database db = blog.db;
    private final ObjectMapper mapper = new ObjectMapper();
    private final Label progress = new Label();

    @TempDir
    Path folder;

    record Counter(int count) {}

    static final class Label {
        void setText(String text) {
            assertThat(text).endsWith(" rows");
        }
    }

    @AfterEach
    void close() {
        blog.close();
    }

    @Test
    void theCodeOfThePageIsHere() {
        Page.isRunBy("snapshots.md", SnapshotsPageTest.class);
    }

    // spotless:off
    @Test
    void aStoreIsWrittenAndRestored() {
        Path file = folder.resolve("state.json");
        store.use(COUNTER).replace(new Counter(41));
        Snapshots snapshots = Snapshots.of(store)
                .slice(COUNTER, SliceCodec.of(mapper, Counter.class)) // a Jackson ObjectMapper of your own
                .slice(THEME, SliceCodec.of(TextNode::new, JsonNode::asText)) // or two functions
                .section(db.snapshot()) // all entities
                .build();

        snapshots.save(file, SnapshotProgress.IGNORED);
        snapshots.load(file, SnapshotProgress.IGNORED);

        blog.users.clear();
        store.use(COUNTER).reset();
        snapshots.load(file, SnapshotProgress.IGNORED);
        assertThat(blog.users.all()).hasSize(3);
        assertThat(store.use(COUNTER).state()).isEqualTo(new Counter(41));

        snapshots.saving(file, rows -> true).block();
        Disposable saving = snapshots.saving(file, rows -> true).subscribe(); // a Mono<Path>

        Disposable loading = snapshots
                .loading(
                        file,
                        rows -> { // a Mono<Restored>, on a thread for blocking work
                            progress.setText(rows + " rows");
                            return true; // false cancels
                        })
                .subscribe();
        loading.dispose(); // so does this: nothing is restored
        assertThat(loading.isDisposed()).isTrue();
        awaitEnd(saving); // before its folder goes
    }

    private static void awaitEnd(Disposable work) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!work.isDisposed()) {
            assertThat(System.nanoTime()).as("time to save a small file").isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void anOlderSnapshotIsMigrated() {
        Snapshots snapshots = Snapshots.of(store)
                .slice(COUNTER, SliceCodec.of(mapper, Counter.class))
                .section(db.snapshot())
                .version(3)
                .migrate(
                        1,
                        EntityMigration.renameEntity("people", "users")
                                .then(EntityMigration.renameAttribute("users", "fullName", "name"))
                                .then(EntityMigration.dropAttribute("users", "fax")))
                .migrate(
                        2,
                        Migration.renameMember("counter", "number", "count")
                                .then(EntityMigration.defaultValue("users", "active", BooleanNode.TRUE))
                                .then(EntityMigration.changeAttribute("users", "id", id -> new LongNode(id.asLong()))))
                .build();
        String json = """
            {"ananas": {"format": 1, "version": 1},
             "slices": {
               "counter": {"number": 41}, "cart": [],
               "entities": {"next": 12, "tables": {
                 "invoices": {"numbers": 0, "rows": []},
                 "people": {"numbers": 0, "rows": [[0, {"id": "1", "fullName": "Ada", "fax": "7", "nickname": "A"}]]}}}}}""";
        Restored found = snapshots.restore(json);
        found.kept(); // [entities/invoices, cart]: entities and slices nobody knows
        found.dropped(); // [users.nickname]: attributes nobody knows
        assertThat(found.kept()).containsExactlyInAnyOrder("entities/invoices", "cart");
        assertThat(found.dropped()).containsExactly("users.nickname");
        assertThat(blog.users.all())
                .extracting(User::name, User::active)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Ada", true));
        assertThat(store.use(COUNTER).state()).isEqualTo(new Counter(41));
        assertThat(User_.ENTITY.name()).isEqualTo("users");
    }
    // spotless:on
}
