package dev.ananas.orm.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that failed once: the files of {@code src/test/resources/fuzz}. */
class FuzzRegressionTest {

    @ParameterizedTest
    @MethodSource("files")
    void aProgramThatFailedOnceAgreesWithTheNaiveModel(Path file) throws IOException {
        Program program = Program.ofJson(Files.readString(file));
        assertThat(Program.ofJson(program.toJson())).isEqualTo(program);
        Tally tally = new Tally();
        try {
            Runner.run(program, AnanasEngine::new, tally);
        } catch (Mismatch mismatch) {
            throw new AssertionError(file.getFileName() + "\n" + JavaPrinter.print(program, mismatch), mismatch);
        }
        assertThat(tally.skipped).as("writes that nobody specified").isZero();
    }

    static List<Path> files() throws IOException, URISyntaxException {
        URL folder = FuzzRegressionTest.class.getResource("/fuzz");
        if (folder == null) {
            throw new IOException("src/test/resources/fuzz is missing");
        }
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
