package dev.ananas.orm.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.LiveGraphs;
import dev.ananas.orm.internal.live.LevelCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

/**
 * Conditions on related models, orders by them, groups and aggregates: asked once, live, and in plain loops, they say the
 * same after every change.
 */
class RandomQueriesTest {
    private static final int SEEDS = 30;
    private static final int QUESTIONS = 12;
    private static final int CHANGES = 25;

    /** Fixed programs, and more of them for a quarter of {@code -Dfuzz.seconds}. */
    @Test
    void everyAnswerIsThatOfPlainLoops() {
        long end = System.nanoTime() + Long.getLong("fuzz.seconds", 0) * 1_000_000_000L / 4;
        for (int seed = 0; seed < SEEDS || System.nanoTime() < end; seed++) {
            try {
                run(seed);
            } catch (AssertionError | RuntimeException failed) {
                throw new AssertionError("Failed with seed " + seed, failed);
            }
        }
    }

    private static void run(int seed) {
        Random random = new Random(seed);
        try (Zoo zoo = new Zoo(seed % 3 != 0)) {
            Changes changes = new Changes(zoo, random);
            changes.write(60);
            List<Live> all = new ArrayList<>();
            for (int i = 0; i < QUESTIONS; i++) {
                all.add(new Live(new RandomQuestion(zoo, random).asking()));
            }
            for (int step = 0; step < CHANGES; step++) {
                changes.write(4);
                for (Live live : all) {
                    live.check("step " + step);
                }
                LevelCheck.check(LiveGraphs.of(zoo.db));
            }
            all.forEach(live -> live.subscription.dispose());
            assertThat(LiveGraphs.of(zoo.db).bucketCount()).isZero();
        }
    }

    /** A question that is asked live, and what arrived. */
    private static final class Live {
        private final RandomQuestion.Asking asking;
        private final List<Object> arrived = new ArrayList<>();
        private final Disposable subscription;
        private Object latest;

        Live(RandomQuestion.Asking asking) {
            this.asking = asking;
            this.subscription = asking.answer()
                    .flux()
                    .subscribe(answer -> arrived.add(asking.shown().apply(answer)));
            latest = arrived.remove(0);
        }

        void check(String when) {
            String what = when + ": " + asking.answer();
            Object expected = asking.expected().get();
            assertThat(asking.shown().apply(asking.answer().get()))
                    .as("asked once, %s", what)
                    .isEqualTo(expected);
            assertThat(arrived).as("emissions, %s", what).hasSizeLessThanOrEqualTo(1);
            for (Object value : arrived) {
                if (!asking.loads()) {
                    assertThat(value).as("told again, %s", what).isNotEqualTo(latest);
                }
                latest = value;
            }
            arrived.clear();
            assertThat(latest).as("live, %s", what).isEqualTo(expected);
        }
    }
}
