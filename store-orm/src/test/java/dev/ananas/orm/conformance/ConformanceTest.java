package dev.ananas.orm.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Replays every scenario of a folder: the recorded ones, or those of {@code -Dconformance.dir}. */
class ConformanceTest {

    @Test
    void everyScenarioIsReproduced() throws IOException {
        Path folder = ScenarioFiles.folder();
        List<Path> files = ScenarioFiles.in(folder);
        assertThat(files).as("scenarios in %s", folder).isNotEmpty();
        Report report = new Report();
        files.forEach(file -> report.add(replay(folder, file)));
        System.out.println(report.text());
        assertThat(report.failures()).as(report.summary()).isEmpty();
    }

    private static Outcome replay(Path folder, Path file) {
        Scenario scenario;
        try {
            scenario = Scenario.of(Json.read(file));
        } catch (RuntimeException e) {
            String id = folder.relativize(file).toString().replace('\\', '/').replaceFirst("\\.json$", "");
            return new Outcome.Failed(id, 0, "reading " + file, "a scenario", e.toString());
        }
        return Replay.of(scenario);
    }
}
