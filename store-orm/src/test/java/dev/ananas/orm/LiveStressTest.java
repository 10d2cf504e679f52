package dev.ananas.orm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.Post_;
import dev.ananas.orm.example.RoleUser_;
import dev.ananas.orm.example.Role_;
import dev.ananas.orm.example.User_;
import dev.ananas.orm.internal.live.LevelCheck;
import dev.ananas.orm.internal.live.LiveGraph;
import dev.ananas.orm.query.Answer;
import dev.ananas.store.Store;
import dev.ananas.store.Versioned;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Writers and subscribers on many threads: what everybody receives is right, and nothing is left behind. */
@Timeout(60)
class LiveStressTest {
    private static final int WRITERS = 3;
    private static final int READERS = 3;
    private static final int STEPS = 150;

    private final VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final Blog blog =
            new Blog(Store.builder().linger(Duration.ofSeconds(5)).onSubscriberError(failures::add));
    private final LiveGraph graph = LiveGraphs.of(blog.db);

    /** Checks what one subscriber may assume: versions ascend, no answer is told twice. */
    private final class Watcher extends BaseSubscriber<Versioned<?>> {
        private final Answer<?> answer;
        private final boolean slow;
        private final boolean writes;
        private volatile Versioned<?> last;

        Watcher(Answer<?> answer, Random random) {
            this.answer = answer;
            this.slow = random.nextInt(4) == 0;
            this.writes = random.nextInt(8) == 0;
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            subscription.request(slow ? 1 : Long.MAX_VALUE);
        }

        @Override
        protected void hookOnNext(Versioned<?> next) {
            Versioned<?> before = last;
            last = next;
            if (before != null) {
                check(next.version() > before.version(), "version " + next + " after " + before + ": " + answer);
                check(next.value() != before.value(), "told twice: " + next + ": " + answer);
            }
            if (writes) {
                blog.users.update(1L, User_.name.to("Ada"));
            }
            if (slow) {
                request(1);
            }
        }

        @Override
        protected void hookOnError(Throwable error) {
            failures.add(error);
        }

        @SuppressWarnings("unchecked")
        void start() {
            ((Answer<Object>) answer).versions().subscribe((BaseSubscriber<Versioned<Object>>)
                    (BaseSubscriber<?>) this);
        }
    }

    private void check(boolean holds, String what) {
        if (!holds) {
            failures.add(new AssertionError(what));
        }
    }

    private Answer<?> answer(Random random) {
        long id = 1 + random.nextInt(20);
        return switch (random.nextInt(11)) {
            case 0 ->
                blog.users
                        .query()
                        .where(User_.active.isTrue())
                        .with(User_.roles)
                        .orderBy(User_.name);
            case 1 -> blog.users.query().with(User_.posts).orderBy(User_.name).limit(5);
            case 2 -> blog.users.query().count();
            case 3 -> blog.posts.query().sum(Post_.score);
            case 4 -> blog.posts.query().max(Post_.score);
            case 5 -> blog.posts.query().groupBy(Post_.userId);
            case 6 -> blog.posts.query().where(Post_.userId.in(List.of(id, id + 1, id + 2)));
            case 7 -> blog.users.query().find(id);
            case 8 -> blog.posts.query().where(Post_.userId.eq(id)).exists();
            case 9 ->
                blog.users
                        .query()
                        .whereHas(User_.roles, roles -> roles.where(Role_.id.eq(1L)))
                        .keys();
            default -> blog.posts.query().orderBy(Post_.score).pluck(Post_.title);
        };
    }

    private void write(Random random) {
        long id = 1 + random.nextInt(20);
        switch (random.nextInt(7)) {
            case 0 -> blog.users.save(User_.of(id, "User " + random.nextInt(5), random.nextBoolean()));
            case 1 ->
                blog.posts.save(Post_.of(id, "Post " + random.nextInt(5), random.nextInt(9), 1L + random.nextInt(20)));
            case 2 -> blog.links.save(RoleUser_.of(1L + random.nextInt(3), id, random.nextInt(3)));
            case 3 -> blog.users.delete(id);
            case 4 -> blog.posts.delete(id);
            case 5 -> blog.roles.save(Role_.of(1L + random.nextInt(3), "Role " + random.nextInt(4)));
            default ->
                blog.store.transaction("several", () -> {
                    blog.users.save(User_.of(id, "Both", true));
                    blog.posts.save(Post_.of(id, "Both", 1, id));
                });
        }
    }

    @Test
    void everySubscriberEndsWithTheAnswerOfTheLastVersionAndNothingIsLeft() throws Exception {
        try {
            run();
        } finally {
            blog.close();
            VirtualTimeScheduler.reset();
        }
    }

    private void run() throws InterruptedException {
        blog.fill();
        CountDownLatch start = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(WRITERS + READERS);
        Queue<Watcher> open = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < WRITERS; i++) {
            begin(start, written, new Random(i), this::write);
        }
        for (int i = 0; i < READERS; i++) {
            List<Watcher> own = new ArrayList<>();
            begin(start, written, new Random(100 + i), random -> {
                if (own.size() < 12 && random.nextInt(3) > 0) {
                    Watcher watcher = new Watcher(answer(random), random);
                    own.add(watcher);
                    open.add(watcher);
                    watcher.start();
                } else if (!own.isEmpty()) {
                    Watcher watcher = own.remove(random.nextInt(own.size()));
                    open.remove(watcher);
                    watcher.dispose();
                }
            });
        }
        start.countDown();
        assertThat(written.await(50, TimeUnit.SECONDS)).as("all threads ended").isTrue();
        blog.users.update(1L, User_.name.to("last"));

        assertThat(failures).isEmpty();
        LevelCheck.check(graph);
        assertThat(open)
                .isNotEmpty()
                .allSatisfy(watcher -> assertThat((Object) watcher.last.value())
                        .as("%s", watcher.answer)
                        .isEqualTo(watcher.answer.get()));
        open.forEach(BaseSubscriber::dispose);
        time.advanceTimeBy(Duration.ofSeconds(6));
        assertThat(graph.levelCount()).isZero();
        assertThat(graph.bucketCount()).isZero();
        assertThat(blog.db.describe().levels()).isEmpty();
    }

    private void begin(
            CountDownLatch start, CountDownLatch end, Random random, java.util.function.Consumer<Random> step) {
        Thread thread = new Thread(() -> {
            try {
                start.await();
                for (int i = 0; i < STEPS; i++) {
                    step.accept(random);
                }
            } catch (Throwable failed) {
                failures.add(failed);
            } finally {
                end.countDown();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
