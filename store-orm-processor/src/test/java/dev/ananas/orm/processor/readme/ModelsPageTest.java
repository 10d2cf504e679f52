package dev.ananas.orm.processor.readme;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.ananas.orm.processor.EntityNamesProcessor;
import dev.ananas.orm.processor.EntityProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page about models: its code compiles, and the compiler says what it says there. */
class ModelsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "models.md");
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern MESSAGE = Pattern.compile("^ {4}User\\.java:\\d+: error: (.*)$", Pattern.MULTILINE);

    private static final String HEAD = """
            package page;
            import dev.ananas.orm.*;
            import dev.ananas.orm.model.*;
            import dev.ananas.orm.view.*;
            import java.time.*;
            import java.util.*;
            import org.jspecify.annotations.Nullable;
            """;

    private static String page;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(PAGE);
    }

    private static List<String> all(Pattern pattern) {
        return pattern.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static List<String> errors(String... records) {
        StringBuilder source = new StringBuilder(HEAD);
        for (String one : records) {
            source.append(one.replace("public ", "")).append('\n');
        }
        Compilation compilation = Compiler.javac()
                .withProcessors(new EntityNamesProcessor(), new EntityProcessor())
                .compile(JavaFileObjects.forSourceString("page.Page", source.toString()));
        return compilation.errors().stream()
                .map(error -> error.getMessage(Locale.ROOT))
                .toList();
    }

    @Test
    void itsCodeCompiles() {
        List<String> blocks = all(BLOCK);
        assertThat(blocks).hasSize(3);
        assertThat(errors(blocks.get(0), "@Entity(\"posts\") record Post(@Id Long id, @Nullable Long userId) {}"))
                .isEmpty();
        String cases =
                blocks.get(1).replace("String job)", "String job, @HasMany(foreignKey = \"ref\") ToMany<Post> posts)");
        assertThat(errors(
                        cases,
                        "@Entity(\"posts\") record Post(@Id Long id, @Nullable Long ref) {}",
                        "class Uses { void use(Repository<Person> people) {\n" + blocks.get(2) + "} }"))
                .isEmpty();
    }

    @Test
    void theCompilerSaysWhatThePageSays() {
        String posts = "@Entity(\"posts\") record Post(@Id Long id, @Nullable Long userId, @Nullable String code) {}";
        assertThat(all(MESSAGE))
                .containsExactly(
                        only(errors(posts, user("@Id Long id", "useId"))),
                        only(errors(posts, user("@Id Long id", "code"))),
                        only(errors("@Entity(\"users\") record User(Long id) {}")));
    }

    private static String user(String key, String foreignKey) {
        return "@Entity(\"users\") record User(" + key + ", @HasMany(foreignKey = \"" + foreignKey
                + "\") ToMany<Post> posts) {}";
    }

    private static String only(List<String> errors) {
        assertThat(errors).hasSize(1);
        return errors.get(0);
    }

    @Test
    void everyAnnotationIsNamed() throws IOException {
        try (var files =
                Files.list(Path.of("..", "store-orm", "src", "main", "java", "dev", "ananas", "orm", "model"))) {
            for (Path file : files.toList()) {
                Matcher declared = Pattern.compile("@interface (\\w+)").matcher(Files.readString(file));
                if (declared.find()) {
                    assertThat(page).contains("@" + declared.group(1));
                }
            }
        }
    }
}
