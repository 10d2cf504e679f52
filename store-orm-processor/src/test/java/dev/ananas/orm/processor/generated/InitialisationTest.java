package dev.ananas.orm.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two threads that first touch two classes which refer to each other, in a JVM of their own: a deadlock would never end. */
class InitialisationTest {
    private static final String ROUNDS = "200";

    @Test
    void generatedClassesThatReferToEachOtherNeverDeadlockOrSeeNull() throws Exception {
        assertThat(race("dev.ananas.orm.processor.readme.User_", "dev.ananas.orm.processor.readme.Role_", ROUNDS))
                .isEqualTo("200 rounds");
    }

    @Test
    void classesThatHoldEachOtherDoDeadlockHere() throws Exception {
        assertThat(race(Race.class.getName() + "$Eager", Race.class.getName() + "$Other", "3"))
                .startsWith("deadlock");
    }

    private static String race(String first, String second, String rounds) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(List.of(
                        java,
                        "-Xmx200m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath(),
                        Race.class.getName(),
                        first,
                        second,
                        rounds))
                .redirectErrorStream(true)
                .start();
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
        return new String(process.getInputStream().readAllBytes()).trim();
    }

    private static String classPath() {
        return System.getProperty("java.class.path").replace(" ", File.pathSeparator);
    }
}
