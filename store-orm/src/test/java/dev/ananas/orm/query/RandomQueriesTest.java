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
    private static final int QUESTIONS = 12;
    private static final int CHANGES = 25;

    @Test
    void everyAnswerIsThatOfPlainLoops() {
        ZooPrograms.run(RandomQueriesTest::compare);
    }

    private static void compare(Zoo zoo, Changes changes, Random random) {
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
