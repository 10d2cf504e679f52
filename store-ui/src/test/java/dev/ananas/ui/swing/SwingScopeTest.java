package dev.ananas.ui.swing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ananas.orm.model.Row;
import dev.ananas.store.Action;
import dev.ananas.store.Selector;
import dev.ananas.store.Slice;
import dev.ananas.store.StoreDefinition;
import dev.ananas.ui.People;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** On the real event dispatch thread, which needs no display. */
class SwingScopeTest {
    private record Add(int by) implements Action {}

    private static final StoreDefinition<Integer> COUNTER = StoreDefinition.named("counter", () -> 0)
            .on(Add.class, (state, add) -> state + add.by())
            .build();
    private static final Selector<String> TEXT = COUNTER.getter(count -> "count " + count);

    private final People people = People.of(10);

    @AfterEach
    void close() {
        people.close();
    }

    private static void onEdt(Runnable task) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        try {
            EventQueue.invokeAndWait(() -> {
                try {
                    task.run();
                } catch (Throwable e) {
                    failure.set(e);
                }
            });
        } catch (InterruptedException | InvocationTargetException e) {
            throw new AssertionError(e);
        }
        if (failure.get() != null) {
            throw new AssertionError(failure.get());
        }
    }

    private static void awaitOnEdt(BooleanSupplier condition) {
        long deadline = System.nanoTime() + 20_000_000_000L;
        AtomicReference<Boolean> holds = new AtomicReference<>(false);
        while (!holds.get()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(deadline);
            onEdt(() -> holds.set(condition.getAsBoolean()));
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void everythingArrivesOnTheEventDispatchThreadInTheOrderOfVersions() {
        SwingScope scope = SwingScope.of("window");
        List<Long> versions = new ArrayList<>();
        List<Boolean> threads = new ArrayList<>();
        onEdt(() -> scope.subscribe("versions", people.byRank().versions(), list -> {
            versions.add(list.version());
            threads.add(EventQueue.isDispatchThread());
        }));
        for (int i = 0; i < 500; i++) {
            people.name(1 + i % 10, "n" + i);
        }
        long last = people.store.version();
        awaitOnEdt(() -> !versions.isEmpty() && versions.get(versions.size() - 1) == last);
        assertThat(threads).containsOnly(true);
        assertThat(versions).isSorted().doesNotHaveDuplicates();
        scope.close();
    }

    @Test
    void underLoadThereIsOneChangePerFrame() {
        SwingThread thread = new SwingThread();
        List<Long> times = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(20);
        Runnable next = new Runnable() {
            @Override
            public void run() {
                times.add(System.nanoTime());
                done.countDown();
                if (done.getCount() > 0) {
                    thread.beforeFrame(this);
                }
            }
        };
        thread.beforeFrame(next);
        await(done);
        for (int i = 1; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 1))
                    .as("nanoseconds between two frames")
                    .isGreaterThan((SwingThread.FRAME_MILLIS - 2) * 1_000_000L);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theThreadIsAReactorScheduler() {
        List<Boolean> threads = Flux.range(0, 5)
                .publishOn(new SwingThread().scheduler())
                .map(i -> EventQueue.isDispatchThread())
                .collectList()
                .block();
        assertThat(threads).hasSize(5).containsOnly(true);
        assertThat(new SwingThread().isCurrent()).isFalse();
    }

    @Test
    void answersAndSelectorsAreShown() {
        Slice<Integer> counter = people.store.use(COUNTER);
        SwingScope scope = SwingScope.of("labels");
        JLabel count = new JLabel();
        JLabel text = new JLabel();
        onEdt(() -> {
            scope.show(people.query().count(), value -> count.setText(value + " people"));
            scope.show(people.store, TEXT, text::setText);
        });
        awaitOnEdt(() -> "10 people".equals(count.getText()) && "count 0".equals(text.getText()));
        people.people.delete(1);
        counter.dispatch(new Add(2));
        awaitOnEdt(() -> "9 people".equals(count.getText()) && "count 2".equals(text.getText()));
        scope.close();
    }

    @Test
    void nothingArrivesAfterTheScopeClosed() {
        SwingScope scope = SwingScope.of("window");
        JTable table = new JTable();
        onEdt(() -> scope.show(people.byRank(), table, Shown.COLUMNS));
        awaitOnEdt(() -> table.getRowCount() == 10);
        List<Integer> late = new ArrayList<>();
        onEdt(() -> {
            people.people.delete(1);
            scope.close();
            table.getModel().addTableModelListener(event -> late.add(event.getFirstRow()));
        });
        people.people.delete(2);
        people.awaitNothingLive();
        onEdt(() -> {});
        assertThat(late).isEmpty();
        assertThat(table.getRowCount()).isEqualTo(10);
    }

    /** A component is displayable from addNotify to removeNotify, which windows call, so this needs no window. */
    @Test
    void aScopeClosesWhenItsComponentLeavesItsWindow() {
        JPanel panel = new JPanel();
        SwingScope scope = SwingScope.of("panel", panel);
        onEdt(() -> {});
        assertThat(scope.isClosed()).as("before it was in a window").isFalse();
        onEdt(panel::addNotify);
        onEdt(() -> {
            panel.removeNotify();
            panel.addNotify();
        });
        onEdt(() -> {});
        assertThat(scope.isClosed()).as("moved in one go").isFalse();
        onEdt(panel::removeNotify);
        onEdt(() -> {});
        assertThat(scope.isClosed()).isTrue();
        onEdt(() -> {});
        assertThat(panel.getHierarchyListeners()).isEmpty();
    }

    @Test
    void aScopeClosesWhenItsWindowIsDisposedOfAndNotWhenItIsHidden() {
        assumeThat(GraphicsEnvironment.isHeadless())
                .as("skipped: windows need a display, and this JVM has none")
                .isFalse();
        AtomicReference<SwingScope> ofTable = new AtomicReference<>();
        AtomicReference<SwingScope> ofFrame = new AtomicReference<>();
        AtomicReference<JFrame> frame = new AtomicReference<>();
        onEdt(() -> {
            JTable table = new JTable();
            frame.set(new JFrame());
            frame.get().add(table);
            ofTable.set(SwingScope.of("table", table));
            ofFrame.set(SwingScope.of("frame", frame.get()));
            ofTable.get().show(people.byRank(), table, Shown.COLUMNS);
            frame.get().pack();
            frame.get().setVisible(true);
        });
        onEdt(() -> frame.get().setVisible(false));
        onEdt(() -> {});
        assertThat(ofTable.get().isClosed()).isFalse();
        onEdt(() -> frame.get().dispose());
        awaitOnEdt(() -> ofTable.get().isClosed() && ofFrame.get().isClosed());
        people.awaitNothingLive();
    }

    @Test
    void openingAndClosingAThousandTimesLeavesNothing() {
        for (int i = 0; i < 1_000; i++) {
            JPanel panel = new JPanel();
            JTable table = new JTable();
            JList<Row> list = new JList<>();
            boolean waits = i % 50 == 0;
            AtomicReference<SwingScope> opened = new AtomicReference<>();
            onEdt(() -> {
                SwingScope scope = SwingScope.of("window", panel);
                opened.set(scope);
                panel.addNotify();
                scope.show(people.byRank(), table, Shown.COLUMNS, people.people, Shown::id);
                scope.show(people.byRank(), list);
                scope.combo(people.byRank(), Shown::id).selectKey(3);
                scope.show(people.query().count(), count -> {});
                scope.table(people.query().window(0, 5), Shown.COLUMNS);
            });
            if (waits) {
                awaitOnEdt(() -> table.getRowCount() == 10);
            }
            onEdt(panel::removeNotify);
            onEdt(() -> {});
            assertThat(opened.get().isClosed()).isTrue();
            assertThat(opened.get().open()).isEmpty();
            assertThat(panel.getHierarchyListeners()).isEmpty();
        }
        people.awaitNothingLive();
        assertThat(people.db.describe().levels()).isEmpty();
    }
}
