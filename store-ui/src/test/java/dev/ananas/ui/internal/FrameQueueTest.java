package dev.ananas.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FrameQueueTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final FrameQueue queue = new FrameQueue(asked::incrementAndGet);
    private final List<Object> ran = new ArrayList<>();

    @Test
    void oneFrameIsAskedForHoweverManyTasksWait() {
        queue.add(() -> ran.add(1));
        queue.add(() -> ran.add(2));
        queue.add(() -> ran.add(3));
        assertThat(asked).hasValue(1);
        assertThat(ran).isEmpty();
        queue.run();
        assertThat(ran).containsExactly(1, 2, 3);
        queue.run();
        assertThat(ran).hasSize(3);
    }

    @Test
    void whatATaskAddsBelongsToTheNextFrame() {
        queue.add(() -> queue.add(() -> ran.add("next")));
        queue.run();
        assertThat(ran).isEmpty();
        assertThat(asked).hasValue(2);
        queue.run();
        assertThat(ran).containsExactly("next");
    }

    @Test
    void anErrorOfOneTaskReachesTheHandlerOfTheThreadAndLosesNoOther() throws InterruptedException {
        queue.add(() -> {
            throw new IllegalStateException("broken");
        });
        queue.add(() -> {
            throw new AssertionError("worse");
        });
        queue.add(() -> ran.add("third"));
        Thread thread = new Thread(queue::run);
        thread.setUncaughtExceptionHandler((where, error) -> ran.add(error.getMessage()));
        thread.start();
        thread.join();
        assertThat(ran).containsExactly("broken", "worse", "third");
    }

    @Test
    void tasksOfManyThreadsRunOnceEachAndInTheOrderOfTheirThread() throws InterruptedException {
        ConcurrentLinkedQueue<Runnable> frames = new ConcurrentLinkedQueue<>();
        FrameQueue[] self = new FrameQueue[1];
        self[0] = new FrameQueue(() -> frames.add(self[0]::run));
        List<Thread> adders = new ArrayList<>();
        int each = 2_000;
        for (int t = 0; t < 4; t++) {
            int from = t * each;
            adders.add(new Thread(() -> {
                for (int i = from; i < from + each; i++) {
                    int value = i;
                    self[0].add(() -> ran.add(value));
                }
            }));
        }
        adders.forEach(Thread::start);
        while (ran.size() < 4 * each) {
            Runnable frame = frames.poll();
            if (frame != null) {
                frame.run();
            } else {
                Thread.onSpinWait();
            }
        }
        for (Thread adder : adders) {
            adder.join();
        }
        for (int t = 0; t < 4; t++) {
            int from = t * each;
            assertThat(ran.stream()
                            .map(Integer.class::cast)
                            .filter(i -> i >= from && i < from + each)
                            .toList())
                    .hasSize(each)
                    .isSorted();
        }
    }

    @Test
    void aMissingTaskIsRefusedAndAsksForNoFrame() {
        assertThatThrownBy(() -> queue.add(null)).isInstanceOf(NullPointerException.class);
        assertThat(asked).hasValue(0);
    }
}
