package dev.ananas.orm.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.ananas.orm.processor.EntityNamesProcessor;
import dev.ananas.orm.processor.EntityProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.TreeMap;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an incremental build relies on: it runs a processor for changed types alone, against class files of the others. */
class IncrementalTest {
    private static final List<String> BLOG = List.of(
            "Adult",
            "Comment",
            "Commentable",
            "Friend",
            "Kid",
            "Person",
            "Post",
            "Role",
            "RoleUser",
            "Tie",
            "User",
            "Video");

    @Test
    void theProcessorsSayHowIncrementalTheyAre() throws IOException {
        assertThat(resource("META-INF/gradle/incremental.annotation.processors"))
                .containsExactlyInAnyOrder(
                        EntityProcessor.class.getName() + ",isolating",
                        EntityNamesProcessor.class.getName() + ",aggregating");
        assertThat(ServiceLoader.load(Processor.class).stream().map(ServiceLoader.Provider::type))
                .contains(EntityProcessor.class, EntityNamesProcessor.class);
    }

    private static List<String> resource(String name) throws IOException {
        try (InputStream in = EntityProcessor.class.getClassLoader().getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @Test
    void aTypeThatIsCompiledAloneIsWrittenAsWithAllOthers(@TempDir Path classes) throws IOException {
        Compilation all = compile(Compiler.javac(), BLOG);
        save(all, classes);
        Map<String, String> together = sources(all);
        assertThat(together).hasSize(11);
        for (String one : BLOG) {
            Compilation alone = compile(
                    Compiler.javac().withOptions("-cp", classes + java.io.File.pathSeparator + path()), List.of(one));
            Map<String, String> expected = new TreeMap<>(together);
            expected.keySet().removeIf(name -> !name.endsWith("/" + one + "_.java"));
            assertThat(sources(alone)).as(one).isEqualTo(expected);
        }
    }

    private static String path() {
        return System.getProperty("java.class.path");
    }

    private static Compilation compile(Compiler compiler, List<String> names) {
        Compilation compilation = compiler.withProcessors(new EntityProcessor())
                .compile(names.stream()
                        .map(name -> JavaFileObjects.forResource("blog/" + name + ".java"))
                        .toArray(JavaFileObject[]::new));
        assertThat(compilation.errors()).isEmpty();
        return compilation;
    }

    private static void save(Compilation compilation, Path folder) throws IOException {
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                Path place =
                        folder.resolve(file.getName().replaceFirst("^/?" + StandardLocation.CLASS_OUTPUT + "/", ""));
                Files.createDirectories(place.getParent());
                try (InputStream in = file.openInputStream()) {
                    Files.write(place, in.readAllBytes());
                }
            }
        }
    }

    private static Map<String, String> sources(Compilation compilation) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (JavaFileObject file : compilation.generatedSourceFiles()) {
            sources.put(file.getName(), file.getCharContent(false).toString());
        }
        return sources;
    }
}
