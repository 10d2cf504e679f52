package dev.ananas.orm.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.LiveGraphs;
import dev.ananas.orm.internal.live.LevelCheck;
import dev.ananas.orm.internal.live.LiveGraph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Runs for {@code -Dsoak.minutes=N}: some threads write, others open and close random questions,
 * follow them as values, as changes, slowly, in pairs and through windows that move, all at once. At quiet points
 * every subscriber has to have the answer of plain loops. Every minute everything is closed: no level, bucket or route may be
 * left, and the heap has to stay what it was. Prints a line for each minute, and a verdict.
 */
@EnabledIfSystemProperty(named = "soak.minutes", matches = "[1-9][0-9]*")
class SoakTest {
    private static final int WRITERS = 2;
    private static final int READERS = 2;
    private static final int OPEN = 60;
    private static final long QUIET_EVERY_MILLIS = 500;
    private static final double GROWTH = 1.25;
    private static final long MEGABYTE = 1 << 20;
    private static final long ROOM = 4 * MEGABYTE;

    private final long seed = Long.getLong("soak.seed", System.nanoTime());
    private final Zoo zoo = new Zoo();
    private final LiveGraph graph = LiveGraphs.of(zoo.db);

    /** Workers hold it while they do a step; a quiet point holds it alone. */
    private final ReentrantReadWriteLock activity = new ReentrantReadWriteLock(true);

    private final Queue<SoakSubscriber> open = new ConcurrentLinkedQueue<>();
    private final SoakEvents events = new SoakEvents();
    private final Queue<Throwable> failures = events.failures();
    private final AtomicLong writes = new AtomicLong();
    private final AtomicLong opened = new AtomicLong();
    private long compared;
    private volatile boolean over;

    @Test
    void everySubscriberHasTheRightAnswerAndNothingGrows() throws InterruptedException {
        int minutes = Integer.getInteger("soak.minutes");
        System.out.println("soak: " + minutes + " minutes, seed " + seed);
        new Changes(zoo, new Random(seed)).write(60);
        List<Thread> workers = start();
        List<Long> heap = new ArrayList<>();
        try {
            for (int minute = 1; minute <= minutes && failures.isEmpty(); minute++) {
                oneMinute();
                heap.add(closeAll());
                System.out.printf(
                        "soak: minute %d, %d writes, %d subscriptions, %d emissions, %d comparisons, heap %d MB, %s%n",
                        minute,
                        writes.get(),
                        opened.get(),
                        events.emissions(),
                        compared,
                        heap.get(heap.size() - 1) / MEGABYTE,
                        failures.isEmpty() ? "ok" : "FAILED");
            }
        } finally {
            over = true;
            for (Thread worker : workers) {
                worker.join(TimeUnit.SECONDS.toMillis(30));
            }
            System.out.println("soak: " + verdict(heap));
            zoo.close();
        }
        assertThat(workers).noneMatch(Thread::isAlive);
        assertThat(failures).isEmpty();
        assertThat(grew(heap)).as("heap at the end of each minute: %s", heap).isFalse();
    }

    private String verdict(List<Long> heap) {
        if (!failures.isEmpty()) {
            return "FAILED, " + failures.peek();
        }
        return grew(heap) ? "FAILED, the heap grew: " + heap : "PASSED";
    }

    /** Whether the heap of the last minute is more than that of the second, when everything was loaded, and some room. */
    private static boolean grew(List<Long> heap) {
        return heap.size() > 2 && heap.get(heap.size() - 1) > heap.get(1) * GROWTH + ROOM;
    }

    private void oneMinute() {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (System.nanoTime() < end && failures.isEmpty()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(QUIET_EVERY_MILLIS));
            quietly(() -> {
                open.forEach(subscriber -> subscriber.compare(seed));
                compared += open.size();
                LevelCheck.check(graph);
            });
        }
    }

    /** Closes every subscription; the heap in use then. */
    private long closeAll() {
        long[] used = {0};
        quietly(() -> {
            open.forEach(SoakSubscriber::close);
            open.clear();
            assertThat(graph.levelCount()).as("levels left").isZero();
            assertThat(graph.bucketCount()).as("buckets left").isZero();
            assertThat(zoo.db.describe().levels()).isEmpty();
            System.gc();
            used[0] = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        });
        return used[0];
    }

    private void quietly(Runnable check) {
        activity.writeLock().lock();
        try {
            check.run();
        } catch (Throwable failed) {
            failures.add(failed);
        } finally {
            activity.writeLock().unlock();
        }
    }

    private List<Thread> start() {
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Changes changes = new Changes(zoo, new Random(seed + 1 + i));
            workers.add(worker("writer " + i, () -> {
                changes.write(4);
                writes.incrementAndGet();
            }));
        }
        for (int i = 0; i < READERS; i++) {
            Random random = new Random(seed - 1 - i);
            workers.add(worker("reader " + i, () -> openOrClose(random)));
        }
        return workers;
    }

    private void openOrClose(Random random) {
        if (open.size() < OPEN && random.nextInt(4) > 0) {
            open.add(SoakSubscriber.of(zoo, random, events));
            opened.incrementAndGet();
        } else {
            SoakSubscriber oldest = open.poll();
            if (oldest != null && random.nextBoolean()) {
                oldest.stir();
                open.add(oldest);
            } else if (oldest != null) {
                oldest.close();
            }
        }
    }

    private Thread worker(String name, Runnable step) {
        Thread thread = new Thread(
                () -> {
                    while (!over && failures.isEmpty()) {
                        activity.readLock().lock();
                        try {
                            step.run();
                        } catch (Throwable failed) {
                            failures.add(failed);
                        } finally {
                            activity.readLock().unlock();
                        }
                    }
                },
                "soak " + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
