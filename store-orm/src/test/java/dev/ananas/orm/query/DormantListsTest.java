package dev.ananas.orm.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.Database;
import dev.ananas.orm.LiveGraphs;
import dev.ananas.orm.Repository;
import dev.ananas.orm.internal.live.LevelCheck;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Key;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;
import dev.ananas.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;

/** Included lists that nobody has read are of their version all the same, whenever they are read and whoever reads them. */
class DormantListsTest {
    private static final int USERS = 12;
    private static final int ROLES = 5;
    private static final int CHANGES = 60;

    private final EntityType<Row> users = EntityType.dynamic("users")
            .attr("id", null)
            .string("name", "")
            .bool("active", true)
            .belongsToMany("roles", "roles", "links", "userId", "roleId")
            .hasMany("posts", "posts", "userId")
            .build();
    private final EntityType<Row> roles =
            EntityType.dynamic("roles").attr("id", null).string("title", "").build();
    private final EntityType<Row> links = EntityType.dynamic("links")
            .attr("roleId", null)
            .attr("userId", null)
            .number("level", 0)
            .primaryKey("roleId", "userId")
            .build();
    private final EntityType<Row> posts = EntityType.dynamic("posts")
            .attr("id", null)
            .attr("userId", null)
            .string("text", "")
            .belongsTo("author", "users", "userId")
            .build();
    private final Store store = Store.builder().linger(Duration.ZERO).build();
    private final Database db = Database.on(store, users, roles, links, posts);
    private final Repository<Row> userRows = db.repository(users);
    private final Repository<Row> roleRows = db.repository(roles);
    private final Repository<Row> linkRows = db.repository(links);
    private final Repository<Row> postRows = db.repository(posts);

    /** What a live query answered, and what the same query answered when asked once at that version. */
    private record Version(List<Row> live, String once) {}

    @BeforeEach
    void fill() {
        store.transaction("fill", () -> {
            for (int id = 1; id <= USERS; id++) {
                userRows.insertMaps(List.of(Map.of("id", id, "name", "user" + id % 4)));
                postRows.insertMaps(List.of(Map.of("id", id, "userId", 1 + id % USERS, "text", "t")));
            }
            for (int id = 1; id <= ROLES; id++) {
                roleRows.insertMaps(List.of(Map.of("id", id, "title", "role" + id)));
            }
        });
    }

    @AfterEach
    void close() {
        store.close();
    }

    private List<Query<Row>> queries() {
        return List.of(
                userRows.query().with("roles").with("posts").orderBy("name"),
                userRows.query().where("active", true).with("roles", some -> some.orderBy("title")),
                userRows.query().with("roles", some -> some.wherePivot("level", ">", 1)),
                postRows.query().with("author"));
    }

    private void change(Random random) {
        int user = 1 + random.nextInt(USERS);
        int role = 1 + random.nextInt(ROLES);
        switch (random.nextInt(8)) {
            case 0 -> userRows.update(user, Patch.of("name", "user" + random.nextInt(4)));
            case 1 -> userRows.update(user, Patch.of("active", random.nextBoolean()));
            case 2 -> roleRows.update(role, Patch.of("title", "role" + random.nextInt(9)));
            case 3, 4 ->
                linkRows.insertMaps(List.of(Map.of("roleId", role, "userId", user, "level", random.nextInt(4))));
            case 5 -> linkRows.delete(Key.of(role, user));
            case 6 -> postRows.update(1 + random.nextInt(USERS), Patch.of("userId", user));
            default -> postRows.update(1 + random.nextInt(USERS), Patch.of("text", "t" + random.nextInt(3)));
        }
    }

    /** Asks live and once, and again after each change; subscriptions come and go. */
    private List<Version> run(Random random) {
        List<Version> versions = Collections.synchronizedList(new ArrayList<>());
        List<Disposable> open = new ArrayList<>();
        for (Query<Row> query : queries()) {
            open.add(query.flux()
                    .subscribe(
                            rows -> versions.add(new Version(rows, query.get().toString()))));
        }
        for (int i = 0; i < CHANGES; i++) {
            if (random.nextInt(4) == 0) {
                store.transaction("several", () -> {
                    change(random);
                    change(random);
                });
            } else {
                change(random);
            }
            LevelCheck.check(LiveGraphs.of(db));
            if (random.nextInt(10) == 0) {
                int at = random.nextInt(open.size());
                Query<Row> query = queries().get(at);
                open.get(at).dispose();
                open.set(
                        at,
                        query.flux()
                                .subscribe(rows -> versions.add(
                                        new Version(rows, query.get().toString()))));
            }
            if (random.nextInt(3) == 0) {
                versions.get(random.nextInt(versions.size())).live().toString();
            }
        }
        return versions;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void listsThatAreReadLateAreOfTheirVersion(long seed) {
        Random random = new Random(seed);
        List<Version> versions = run(random);
        Collections.shuffle(versions, random);
        for (Version version : versions) {
            assertThat(version.live()).hasToString(version.once());
        }
        LevelCheck.check(LiveGraphs.of(db));
    }

    @Test
    void anAnswerOutlivesItsQuery() {
        linkRows.insertMaps(List.of(Map.of("roleId", 1, "userId", 1, "level", 2)));
        List<List<Row>> answers = new ArrayList<>();
        userRows.query().with("roles").flux().subscribe(answers::add).dispose();
        roleRows.update(1, Patch.of("title", "other"));
        linkRows.delete(Key.of(1, 1));
        assertThat(LiveGraphs.of(db).bucketCount()).isZero();
        assertThat(answers.get(0).get(0).many("roles").get(0).get("title")).isEqualTo("role1");
    }

    @Test
    void whatChangedNearAnUnreadModelLeavesItTheSameInstance() {
        linkRows.insertMaps(List.of(
                Map.of("roleId", 1, "userId", 1, "level", 2),
                Map.of("roleId", 2, "userId", 1, "level", 2),
                Map.of("roleId", 2, "userId", 2, "level", 2)));
        List<List<Row>> answers = new ArrayList<>();
        userRows.query().with("roles").flux().subscribe(answers::add);
        roleRows.update(1, Patch.of("title", "other"));
        List<Row> now = answers.get(1);
        List<Row> before = answers.get(0);
        assertThat(now.get(0).many("roles").get(1))
                .isSameAs(before.get(0).many("roles").get(1));
        assertThat(now.get(0).many("roles").get(0))
                .isNotEqualTo(before.get(0).many("roles").get(0));
        assertThat(now.get(1)).isSameAs(before.get(1));
    }

    @Test
    void readersMayComeWhileOthersWrite() throws Exception {
        Random random = new Random(99);
        List<Version> seen = Collections.synchronizedList(new ArrayList<>());
        userRows.query()
                .with("roles")
                .flux()
                .subscribe(rows -> seen.add(
                        new Version(rows, userRows.query().with("roles").get().toString())));
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            Future<Set<String>> wrong = reader.submit(() -> {
                Set<String> found = new HashSet<>();
                Random any = new Random(7);
                while (!Thread.currentThread().isInterrupted() && seen.size() < CHANGES) {
                    Version version = seen.get(any.nextInt(seen.size()));
                    if (!version.live().toString().equals(version.once())) {
                        found.add(version.once());
                    }
                }
                return found;
            });
            while (seen.size() < CHANGES) {
                change(random);
            }
            assertThat(wrong.get(30, TimeUnit.SECONDS)).isEmpty();
        } finally {
            reader.shutdownNow();
        }
    }
}
