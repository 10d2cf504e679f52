package dev.ananas.orm.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        return Jvm.run(List.of(), Race.class, List.of(first, second, rounds));
    }
}
