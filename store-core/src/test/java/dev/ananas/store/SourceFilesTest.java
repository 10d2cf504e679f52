package dev.ananas.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How large source files may grow: those of every module, of its tests as well. */
class SourceFilesTest {
    private static final int LONGEST_FILE = 400;
    private static final int MEDIAN_FILE = 100;
    private static final Path PROJECT = Path.of("..");

    static Stream<Path> folders() throws IOException {
        try (Stream<Path> all = Files.walk(PROJECT, 5)) {
            return all
                    .filter(folder -> folder.endsWith(Path.of("java"))
                            && folder.getParent().getParent().endsWith(Path.of("src"))
                            && !folder.toString().contains("target"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    static Stream<Path> mainFolders() throws IOException {
        return folders().filter(folder -> folder.endsWith(Path.of("src", "main", "java")));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void noFileIsTooLong(Path folder) {
        Map<String, Long> tooLong = linesOfEachFile(folder);
        tooLong.values().removeIf(count -> count <= LONGEST_FILE);
        assertThat(tooLong).as("files of more than %d lines", LONGEST_FILE).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mainFolders")
    void halfOfTheFilesAreShort(Path folder) {
        Map<String, Long> lines = linesOfEachFile(folder);
        assertThat(lines).isNotEmpty();
        long median = lines.values().stream()
                .sorted()
                .skip((lines.size() - 1) / 2)
                .findFirst()
                .orElseThrow();
        assertThat(median).as("median of the lines per file").isLessThanOrEqualTo(MEDIAN_FILE);
    }

    private static Map<String, Long> linesOfEachFile(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java") && !file.endsWith("module-info.java"))
                    .collect(Collectors.toMap(
                            file -> folder.relativize(file).toString(),
                            SourceFilesTest::lines,
                            Long::sum,
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
