package dev.ananas.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which package of this module may use which, and how large its files may grow. */
class ArchitectureTest {
    private static final int LONGEST_FILE = 400;
    private static final int MEDIAN_FILE = 100;

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.ananas.test");

    @Test
    void theKitUsesWhatApplicationsUse() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.ananas.store.spi..", "dev.ananas.orm.internal..", "org.junit..", "org.assertj..")
                .check(MODULE);
    }

    @Test
    void nothingReflects() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect..")
                .check(MODULE);
    }

    @Test
    void filesStaySmall() {
        Map<String, Long> lines = linesOfEachSource();
        Map<String, Long> tooLong = new TreeMap<>(lines);
        tooLong.values().removeIf(count -> count <= LONGEST_FILE);
        assertThat(tooLong).as("files of more than %d lines", LONGEST_FILE).isEmpty();
        assertThat(median(lines)).as("median of the lines per file").isLessThanOrEqualTo(MEDIAN_FILE);
    }

    private static Map<String, Long> linesOfEachSource() {
        Path sources = Path.of("src", "main", "java");
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java") && !file.endsWith("module-info.java"))
                    .collect(Collectors.toMap(
                            file -> sources.relativize(file).toString(),
                            ArchitectureTest::lines,
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

    private static long median(Map<String, Long> lines) {
        return lines.values().stream()
                .sorted()
                .skip(Math.max(0, (lines.size() - 1) / 2))
                .findFirst()
                .orElse(0L);
    }
}
