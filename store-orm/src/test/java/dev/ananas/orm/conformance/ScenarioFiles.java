package dev.ananas.orm.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
            URI place = Objects.requireNonNull(folder, "the recorded scenarios").toURI();
            if (place.getScheme().equals("jar")) {
                open(place);
            }
            return Path.of(place);
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes the files of a jar readable until the JVM ends. */
    private static void open(URI jar) throws IOException {
        try {
            FileSystems.newFileSystem(jar, Map.of());
        } catch (FileSystemAlreadyExistsException e) {
            // opened before
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
