package dev.ananas.orm.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Spoils the recorded answers one by one: whatever passes as recorded has to fail at the step that was spoilt. */
class EveryAnswerCountsTest {

    @Test
    void aSpoiltAnswerIsFound() throws IOException {
        Spoilt spoilt = new Spoilt(EntityTypes.DYNAMIC);
        for (Path file : ScenarioFiles.in(ScenarioFiles.recorded())) {
            spoilt.tryAll(Scenario.of(Json.read(file)));
        }
        assertThat(spoilt.unnoticed())
                .as("of %d spoilt answers", spoilt.count())
                .isEmpty();
        assertThat(spoilt.count()).isGreaterThan(1000);
    }
}
