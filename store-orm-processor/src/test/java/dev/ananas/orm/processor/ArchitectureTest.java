package dev.ananas.orm.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the processor may use, and how large its files may grow. */
class ArchitectureTest {
    private static final int LONGEST_FILE = 400;
    private static final int MEDIAN_FILE = 100;

    private static final JavaClasses MODULE = new ClassFileImporter()
            .importUrl(
                    EntityProcessor.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void theProcessorNeedsNothingButTheCompilerAndWhatItBringsAlong() {
        assertThat(MODULE).isNotEmpty();
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.annotation.processing..",
                        "javax.lang.model..",
                        "javax.tools..",
                        "com.palantir.javapoet..",
                        "org.jspecify.annotations..",
                        "dev.ananas.orm.processor..")
                .check(MODULE);
    }

    @Test
    void filesStaySmall() throws IOException {
        Map<String, Long> lines = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                try (Stream<String> text = Files.lines(file)) {
                    lines.put(file.getFileName().toString(), text.count());
                }
            }
        }
        lines.remove("package-info.java");
        Map<String, Long> tooLong = new TreeMap<>(lines);
        tooLong.values().removeIf(count -> count <= LONGEST_FILE);
        assertThat(tooLong).as("files of more than %d lines", LONGEST_FILE).isEmpty();
        assertThat(lines.values().stream().sorted().skip((lines.size() - 1) / 2).findFirst())
                .hasValueSatisfying(median -> assertThat(median).as("median").isLessThanOrEqualTo(MEDIAN_FILE));
    }
}
