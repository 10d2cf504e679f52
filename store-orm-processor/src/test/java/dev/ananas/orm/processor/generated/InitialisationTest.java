package dev.ananas.orm.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Two threads that first touch two classes which refer to each other. A race that is lost in one JVM may be won in all rounds of another,
 * so there are several JVMs, each with many pairs of freshly loaded classes.
 */
class InitialisationTest {
    private static final int JVMS = 8;
    private static final String ROUNDS = "20";

    @Test
    void generatedClassesThatReferToEachOtherNeverDeadlockOrSeeNull() throws Exception {
        for (int jvm = 0; jvm < JVMS; jvm++) {
            assertThat(race("dev.ananas.orm.processor.readme.User_", "dev.ananas.orm.processor.readme.Role_", ROUNDS))
                    .isEqualTo("20 rounds");
        }
    }

    @Test
    void classesThatHoldEachOtherDoDeadlockHereAndTheirThreadsAreShown() throws Exception {
        assertThat(race(Race.class.getName() + "$Eager", Race.class.getName() + "$Other", "3"))
                .startsWith("deadlock in round 0")
                .contains("Race$Eager.<clinit>", "Race$Other.<clinit>");
    }

    private static String race(String first, String second, String rounds) throws Exception {
        return Jvm.run(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto"), Race.class, List.of(first, second, rounds));
    }
}
