package dev.ananas.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.test.scheduler.VirtualTimeScheduler;

class UiSchedulerTest {
    private final ManualThread ui = new ManualThread();
    private final Scheduler scheduler = ui.scheduler();
    private final List<String> ran = new ArrayList<>();
    private VirtualTimeScheduler time;

    @BeforeEach
    void stopTheClock() {
        time = VirtualTimeScheduler.getOrSet();
    }

    @AfterEach
    void reset() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void tasksRunInTheOrderInWhichTheyWereScheduled() {
        Scheduler.Worker worker = scheduler.createWorker();
        scheduler.schedule(() -> ran.add("a"));
        worker.schedule(() -> ran.add("b"));
        scheduler.schedule(() -> ran.add("c"));
        assertThat(ran).isEmpty();
        ui.frame();
        assertThat(ran).containsExactly("a", "b", "c");
    }

    @Test
    void publishOnDeliversOnTheThread() {
        Flux.just("a", "b").publishOn(scheduler).subscribe(ran::add);
        ui.frame();
        assertThat(ran).containsExactly("a", "b");
    }

    @Test
    void whatIsDisposedDoesNotRun() {
        Disposable task = scheduler.schedule(() -> ran.add("task"));
        Scheduler.Worker worker = scheduler.createWorker();
        worker.schedule(() -> ran.add("worker"));
        task.dispose();
        worker.dispose();
        ui.frame();
        assertThat(ran).isEmpty();
        assertThatThrownBy(() -> worker.schedule(() -> {})).isInstanceOf(RejectedExecutionException.class);
        scheduler.schedule(() -> ran.add("goes on"));
        ui.frame();
        assertThat(ran).containsExactly("goes on");
    }

    @Test
    void aDisposedSchedulerDropsItsWorkersAndRefusesTasks() {
        Scheduler.Worker worker = scheduler.createWorker();
        worker.schedule(() -> ran.add("worker"));
        scheduler.dispose();
        ui.frame();
        assertThat(ran).isEmpty();
        assertThat(worker.isDisposed()).isTrue();
        assertThatThrownBy(() -> scheduler.schedule(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void aDelayedTaskRunsOnTheThreadWhenItIsTime() {
        scheduler.schedule(() -> ran.add("later"), 5, TimeUnit.SECONDS);
        Disposable dropped = scheduler.schedule(() -> ran.add("never"), 5, TimeUnit.SECONDS);
        dropped.dispose();
        time.advanceTimeBy(Duration.ofSeconds(4));
        assertThat(ui.frame()).isZero();
        time.advanceTimeBy(Duration.ofSeconds(1));
        ui.frame();
        assertThat(ran).containsExactly("later");
    }

    @Test
    void ticksThatABusyThreadMissedAreLeftOut() {
        Disposable ticks = scheduler.schedulePeriodically(() -> ran.add("tick"), 1, 1, TimeUnit.SECONDS);
        time.advanceTimeBy(Duration.ofSeconds(10));
        ui.frame();
        assertThat(ran).containsExactly("tick");
        time.advanceTimeBy(Duration.ofSeconds(1));
        ui.frame();
        assertThat(ran).hasSize(2);
        ticks.dispose();
        time.advanceTimeBy(Duration.ofSeconds(5));
        ui.frame();
        assertThat(ran).hasSize(2);
    }
}
