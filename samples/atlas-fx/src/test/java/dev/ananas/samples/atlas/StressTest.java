package dev.ananas.samples.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.samples.atlas.model.Country_;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.collections.ListChangeListener;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** A table ordered by what changes, under the stress of the status bar. With -Dstress.seconds=20 for so long, and the figures printed. */
class StressTest {
    private static final int SECONDS = Integer.getInteger("stress.seconds", 2);

    private final AtlasDatabase db = AtlasDatabase.of(LocaleData.ofThisJdk());

    @Test
    void theTableKeepsUpWithEveryVisitInItsOrder() throws InterruptedException {
        FxToolkit.start();
        Stage stage = FxToolkit.call(Stage::new);
        AtlasWindow window = FxToolkit.call(() -> AtlasWindow.open(db, stage));
        FxToolkit.run(() -> {
            window.select("CH");
            window.table()
                    .filter()
                    .set(CountryFilter.ALL.orderedBy(CountryColumn.VISITS).orderedBy(CountryColumn.VISITS));
        });
        FxToolkit.await("countries", () -> window.table().view().getItems().size() == 249);
        Pulses pulses = new Pulses();
        int[] events = {0};
        FxToolkit.run(() -> {
            window.table().view().getItems().addListener((ListChangeListener<Object>) change -> events[0]++);
            pulses.start();
        });
        Stress stress = Stress.on(db);
        long start = System.nanoTime();
        assertThat(pulses.over.await(SECONDS + 60L, TimeUnit.SECONDS)).isTrue();
        long done = stress.done();
        double seconds = (System.nanoTime() - start) / 1e9;
        CountDownLatch ended = new CountDownLatch(1);
        stress.close(ended::countDown);
        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
        if (Integer.getInteger("stress.seconds") != null) {
            System.out.printf(
                    Locale.ENGLISH,
                    "%.1f s: %.0f visits a second, %.0f list events a second; %s%n",
                    seconds,
                    done / seconds,
                    events[0] / seconds,
                    pulses);
        }
        long visits = db.countries().query().sum(Country_.visits).get();
        assertThat(stress.done()).isEqualTo(visits);
        FxToolkit.await(
                "the last visit",
                () -> window.table()
                        .view()
                        .getItems()
                        .equals(window.table().filter().get().over(db).get()));
        assertThat(FxToolkit.call(() -> window.table()
                        .view()
                        .getSelectionModel()
                        .getSelectedItem()
                        .code()))
                .isEqualTo("CH");
        FxToolkit.run(stage::hide);
        db.close();
    }

    /** When the JavaFX thread was there for a frame. */
    private static final class Pulses extends AnimationTimer {
        private final List<Long> times = new ArrayList<>();
        private final CountDownLatch over = new CountDownLatch(1);

        @Override
        public void handle(long now) {
            times.add(System.nanoTime());
            if (times.get(times.size() - 1) - times.get(0) > TimeUnit.SECONDS.toNanos(SECONDS)) {
                stop();
                over.countDown();
            }
        }

        @Override
        public String toString() {
            long[] gaps = new long[times.size() - 1];
            for (int i = 0; i < gaps.length; i++) {
                gaps[i] = times.get(i + 1) - times.get(i);
            }
            Arrays.sort(gaps);
            return String.format(
                    Locale.ENGLISH,
                    "%d pulses, the time between two: median %.1f ms, 99 of 100 below %.1f ms, longest %.1f ms",
                    times.size(),
                    gaps[gaps.length / 2] / 1e6,
                    gaps[gaps.length * 99 / 100] / 1e6,
                    gaps[gaps.length - 1] / 1e6);
        }
    }
}
