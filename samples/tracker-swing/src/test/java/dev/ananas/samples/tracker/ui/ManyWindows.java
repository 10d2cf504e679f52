package dev.ananas.samples.tracker.ui;

import static dev.ananas.samples.tracker.ui.Edt.await;
import static dev.ananas.samples.tracker.ui.Edt.onEdt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.samples.tracker.Server;
import dev.ananas.samples.tracker.Tracker;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import javax.swing.JTable;
import reactor.core.scheduler.Schedulers;

/** Opens and closes windows over one tracker again and again, and looks for what they left behind. */
final class ManyWindows implements AutoCloseable {
    /** What the toolkit itself keeps of the windows that were used last. */
    private static final int KEPT_BY_THE_TOOLKIT = 3;

    private final Tracker tracker = new Tracker(new Server(Duration.ofSeconds(1), Schedulers.parallel()));
    private final List<WeakReference<TrackerWindow>> windows = new ArrayList<>();

    /** A window that is open, and how it is closed. */
    record Opened(TrackerWindow window, Runnable close) {}

    /** Uses each window as far as a selected issue, some of them until everything is there. */
    void openAndClose(int times, Function<Tracker, Opened> open) {
        onEdt(() -> {
            Theme.LIGHT.apply();
            return true;
        });
        for (int i = 0; i < times; i++) {
            Opened opened = onEdt(() -> open.apply(tracker));
            if (i % 10 == 0) {
                JTable table = opened.window().table();
                await("issues", () -> table.getRowCount() == 24);
                onEdt(() -> {
                    table.setRowSelectionInterval(2, 2);
                    return true;
                });
            }
            onEdt(() -> {
                opened.close().run();
                return true;
            });
            await("scope closed", () -> opened.window().scope().isClosed());
            assertThat(opened.window().scope().open()).isEmpty();
            windows.add(new WeakReference<>(opened.window()));
        }
    }

    /** No level, nothing that waits for one, and nobody who holds on to a window, which every listener does. */
    void assertNothingIsLeft() {
        await("no level", () -> tracker.database().describe().levels().isEmpty());
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (held() > KEPT_BY_THE_TOOLKIT && System.nanoTime() < deadline) {
            System.gc();
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(held()).as("windows that something holds on to").isLessThanOrEqualTo(KEPT_BY_THE_TOOLKIT);
    }

    private long held() {
        return windows.stream().filter(window -> window.get() != null).count();
    }

    @Override
    public void close() {
        tracker.close();
    }
}
