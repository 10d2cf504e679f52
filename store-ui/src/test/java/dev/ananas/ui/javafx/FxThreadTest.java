package dev.ananas.ui.javafx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FxThreadTest {

    private static Duration pauseAfter(Duration taken) {
        return Duration.ofNanos(FxThread.pauseAfter(taken.toNanos()));
    }

    @Test
    void whatTakesLongLeavesMorePulsesToTheUser() {
        assertThat(pauseAfter(Duration.ofMillis(1))).isEqualTo(Duration.ofMillis(25));
        assertThat(pauseAfter(Duration.ofMillis(10))).isEqualTo(Duration.ofMillis(80));
    }

    @Test
    void aMachineThatSleptShowsAgainAtOnce() {
        assertThat(pauseAfter(Duration.ofHours(8))).isEqualTo(Duration.ofMillis(250));
    }
}
