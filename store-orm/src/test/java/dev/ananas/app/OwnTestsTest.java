package dev.ananas.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.User;
import dev.ananas.orm.query.Condition;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** An application that writes values into the names of its tests; outside of the library's packages, as applications are. */
@Isolated("captures what is logged")
class OwnTestsTest {

    @Test
    void namesThatMultiplyLevelsAreWarnedAboutOnceWithThePlaceThatAsks() {
        String log = logged(() -> {
            try (Blog blog = Blog.filled()) {
                for (int i = 0; i < 200; i++) {
                    int shortest = i;
                    Condition<User> longer = Condition.named(
                            "longer than " + i, user -> user.name().length() > shortest);
                    blog.users.query().where(longer).flux().subscribe();
                }
            }
        });
        assertThat(log.lines().filter(line -> line.contains("have tests of their own")))
                .singleElement()
                .asString()
                .contains("51 live queries of entity \"users\"", "[longer than 50]", "OwnTestsTest.java:");
    }

    @Test
    void namesThatComeAndGoAreNoReasonToWarn() {
        String log = logged(() -> {
            try (Blog blog = Blog.filled()) {
                for (int i = 0; i < 200; i++) {
                    Condition<User> any = Condition.named("any " + i, user -> true);
                    blog.users.query().where(any).flux().subscribe().dispose();
                }
            }
        });
        assertThat(log).doesNotContain("have tests of their own");
    }

    private static String logged(Runnable work) {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
        }
        return log.toString(StandardCharsets.UTF_8);
    }
}
