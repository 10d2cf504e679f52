package dev.ananas.ui.android;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import android.os.Handler;
import android.os.HandlerThread;
import android.os.Looper;
import dev.ananas.samples.android.Turns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@RunWith(RobolectricTestRunner.class)
public class MainThreadTest {
    private final MainThread main = new MainThread();
    private final List<Object> ran = Collections.synchronizedList(new ArrayList<>());

    @Test
    public void aFluxArrivesOnTheMainThreadInOrder() {
        Scheduler scheduler = main.scheduler();
        Flux.range(0, 1_000)
                .subscribeOn(Schedulers.boundedElastic())
                .publishOn(scheduler)
                .subscribe(i -> ran.add(main.isCurrent() ? i : "elsewhere"));
        Turns.until("all", () -> ran.size() == 1_000);
        assertThat(ran)
                .containsExactlyElementsOf(
                        Flux.range(0, 1_000).cast(Object.class).collectList().block());
        scheduler.dispose();
        assertThatThrownBy(() -> scheduler.schedule(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    public void aTaskThatIsTakenBackDoesNotRun() {
        Disposable first = main.scheduler().schedule(() -> ran.add("first"));
        main.scheduler().schedule(() -> ran.add("second"));
        first.dispose();
        assertThat(ran).isEmpty();
        Turns.frame();
        assertThat(ran).containsExactly("second");
    }

    @Test
    public void whatIsGivenBeforeAFrameRunsInOneFrameAndWhatComesThenInTheNext() {
        main.beforeFrame(() -> {
            ran.add("first");
            main.beforeFrame(() -> ran.add("next frame"));
        });
        main.beforeFrame(() -> ran.add("second"));
        assertThat(ran).isEmpty();
        Turns.until("both", () -> ran.size() >= 2);
        assertThat(ran.subList(0, 2)).containsExactly("first", "second");
        Turns.until("next", () -> ran.size() == 3);
        assertThat(ran).endsWith("next frame");
    }

    @Test
    public void anErrorOfOneTaskLosesNoOther() {
        Thread.UncaughtExceptionHandler before = Thread.currentThread().getUncaughtExceptionHandler();
        Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> ran.add(error.getMessage()));
        try {
            main.beforeFrame(() -> {
                throw new IllegalStateException("broken");
            });
            main.beforeFrame(() -> ran.add("second"));
            Turns.until("both", () -> ran.size() == 2);
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(before);
        }
        assertThat(ran).containsExactly("broken", "second");
    }

    @Test
    public void anotherLooperHasFramesOfItsOwn() throws InterruptedException {
        HandlerThread other = new HandlerThread("other");
        other.start();
        Looper looper = other.getLooper();
        MainThread thread = new MainThread(looper);
        CountDownLatch done = new CountDownLatch(1);
        assertThat(thread.isCurrent()).isFalse();
        thread.execute(() -> {
            ran.add(thread.isCurrent());
            done.countDown();
        });
        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(ran).containsExactly(true);
        new Handler(looper).post(other::quit);
    }

    @Test
    public void delaysAreKept() {
        Disposable ticks = main.scheduler()
                .schedulePeriodically(
                        () -> ran.add(main.isCurrent()), 0, Duration.ofMillis(1).toNanos(), TimeUnit.NANOSECONDS);
        Turns.until("three ticks", () -> ran.size() >= 3);
        ticks.dispose();
        assertThat(ran).doesNotContain(false);
    }
}
