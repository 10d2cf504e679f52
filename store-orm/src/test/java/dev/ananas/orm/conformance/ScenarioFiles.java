package dev.ananas.orm.conformance;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Where scenarios are. */
final class ScenarioFiles {
    private ScenarioFiles() {}

    /** The folder of {@code -Dconformance.dir}, or the recorded scenarios. */
    static Path folder() {
        String other = System.getProperty("conformance.dir", "");
        return other.isBlank() ? recorded() : Path.of(other);
    }

    /** The recorded scenarios. */
    static Path recorded() {
        URL folder = ScenarioFiles.class.getResource("/conformance/public");
        try {
            return Path.of(
                    Objects.requireNonNull(folder, "the recorded scenarios").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every scenario below a folder. */
    static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
