package dev.ananas.orm.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.store.snapshot.Restored;
import dev.ananas.store.snapshot.Snapshots;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** 100,000 rows: written and read piece by piece, restored by what differs. */
class LargeSnapshotsTest {
    private static final int ROWS = 100_000;

    private static Blog large() {
        Blog blog = new Blog();
        List<User> users = new ArrayList<>(ROWS);
        for (long id = 1; id <= ROWS; id++) {
            users.add(User_.of(id, "User " + id % 977, id % 3 == 0));
        }
        blog.users.insertAll(users);
        return blog;
    }

    private static Snapshots snapshots(Blog blog) {
        return Snapshots.of(blog.store).section(blog.db.snapshot()).build();
    }

    @Test
    void rowsGoThroughTheStreamsAndNotThroughATree() {
        try (Blog blog = large();
                Blog other = new Blog()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            List<Integer> written = new ArrayList<>();
            snapshots(blog).write(out, rows -> written.add(out.size()));
            assertThat(written).hasSize(ROWS / 1_000 + 1);
            assertThat(written.get(0)).isBetween(1, out.size() / 50);
            ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());
            List<Integer> left = new ArrayList<>();
            Restored found = snapshots(other).restore(in, rows -> left.add(in.available()));
            assertThat(left.get(0)).isGreaterThan(out.size() / 100 * 95);
            assertThat(found.rows()).isEqualTo(ROWS);
            assertThat(other.users.all()).isEqualTo(blog.users.all());
        }
    }

    @Test
    void writingTakesOneVersionWhileOthersGoOn() {
        try (Blog blog = large();
                Blog other = new Blog()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            AtomicInteger writes = new AtomicInteger();
            snapshots(blog).write(out, rows -> {
                blog.users.save(User_.of(1L, "Other " + writes.incrementAndGet(), true));
                return true;
            });
            assertThat(writes.get()).isEqualTo(ROWS / 1_000 + 1);
            snapshots(other).restore(new ByteArrayInputStream(out.toByteArray()));
            assertThat(other.users.find(1L).orElseThrow().name()).isEqualTo("User 1");
        }
    }

    @Test
    void restoringFewDifferentRowsChangesFew() {
        try (Blog blog = large()) {
            String json = snapshots(blog).toJson();
            blog.store.transaction("few", () -> {
                for (long id = 10; id <= 100; id += 10) {
                    blog.users.save(User_.of(id, "Changed", true));
                }
            });
            List<Integer> changes = new ArrayList<>();
            blog.store
                    .transitions()
                    .subscribe(transition -> changes.add(transition.changes().size()));
            snapshots(blog).restore(json);
            assertThat(changes).containsExactly(10);
        }
    }

    @Test
    void aCancelledRestoreChangesNothing() {
        try (Blog blog = large();
                Blog other = Blog.filled()) {
            byte[] json = snapshots(blog).toJson().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            Object state = other.store.state();
            List<Long> reached = new ArrayList<>();
            assertThatThrownBy(() -> snapshots(other).restore(new ByteArrayInputStream(json), rows -> {
                        reached.add(rows);
                        return rows < 5_000;
                    }))
                    .isInstanceOf(CancellationException.class)
                    .hasMessageContaining("cancelled after 5000 rows; nothing was restored");
            assertThat(reached).containsExactly(1_000L, 2_000L, 3_000L, 4_000L, 5_000L);
            assertThat(other.store.state()).isSameAs(state);
        }
    }
}
