package dev.ananas.orm.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.ananas.orm.processor.EntityNamesProcessor;
import dev.ananas.orm.processor.EntityProcessor;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Generated classes under a compiler that takes every warning for an error. */
class StrictTest {

    private static Compilation strictly(JavaFileObject... files) {
        return Compiler.javac()
                .withProcessors(new EntityNamesProcessor(), new EntityProcessor())
                .withOptions("-Xlint:all,-path,-classfile", "-Xdoclint:all/protected", "-Werror")
                .compile(files);
    }

    private static JavaFileObject file(String name, String source) {
        return JavaFileObjects.forSourceString(name, source);
    }

    @Test
    void generatedClassesHaveNoWarnings() {
        JavaFileObject[] files = Stream.of("Post", "Role", "RoleUser", "User", "Comment", "Commentable", "Video")
                .map(name -> JavaFileObjects.forResource("blog/" + name + ".java"))
                .toArray(JavaFileObject[]::new);
        // the sources of the blog leave their parameters undocumented; nothing else may be reported
        Compilation compilation = Compiler.javac()
                .withProcessors(new EntityNamesProcessor(), new EntityProcessor())
                .withOptions("-Xlint:all,-path,-classfile", "-Xdoclint:all/protected")
                .compile(files);
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.diagnostics().stream()
                        .filter(one -> one.getSource() == null
                                || one.getSource().getName().endsWith("_.java"))
                        .toList())
                .isEmpty();
        assertThat(compilation.generatedSourceFiles()).hasSize(6);
    }

    @Test
    void deprecatedRawAndNullableComponentsHaveNoWarnings() {
        Compilation compilation = strictly(
                file(
                        "test.Old",
                        "package test;\n/** No longer used. */\n@Deprecated public enum Old { /** One. */ A }"),
                file("test.Thing", """
                        package test;

                        import dev.ananas.orm.model.*;
                        import java.util.*;
                        import org.jspecify.annotations.Nullable;

                        /**
                         * A thing.
                         *
                         * @param id key
                         * @param entry nullable nested type
                         * @param old no longer used
                         * @param any anything
                         */
                        @SuppressWarnings("deprecation")
                        @Entity("things")
                        public record Thing(
                                @Id Long id, Map.@Nullable Entry<String, Long> entry, Old old, Object any) {}
                        """));
        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(source(compilation, "Thing_"))
                .contains("public static Thing of(Long id, Map. @Nullable Entry<String, Long> entry,");
    }

    @Test
    void generatedClassesAreAsVisibleAsTheirRecords() {
        Compilation compilation = Compiler.javac()
                .withProcessors(new EntityNamesProcessor(), new EntityProcessor())
                .compile(file("test.Shop", """
                        package test;

                        import dev.ananas.orm.model.*;

                        public class Shop {
                            @Entity("a") public record Open(@Id Long id) {}
                            @Entity("b") protected record Guarded(@Id Long id) {}
                        }
                        """));
        assertThat(source(compilation, "Open_")).contains("public final class Open_");
        assertThat(source(compilation, "Guarded_")).contains("\nfinal class Guarded_");
    }

    @Test
    void aModelMayNeedAClassThatAnotherProcessorWrites() {
        Compilation compilation = Compiler.javac()
                .withProcessors(new LateClass(), new EntityNamesProcessor(), new EntityProcessor())
                .compile(file(
                        "test.Thing",
                        "package test; import dev.ananas.orm.model.*; @Entity(\"things\") record Thing(@Id Long id, Late"
                                + " late) {}"));
        assertThat(compilation.errors()).isEmpty();
        assertThat(source(compilation, "Thing_")).contains("Attribute<Thing, Late> late");
    }

    private static String source(Compilation compilation, String name) {
        List<String> found = compilation.generatedSourceFiles().stream()
                .filter(one -> one.getName().endsWith("/" + name + ".java"))
                .map(StrictTest::text)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String text(JavaFileObject file) {
        try {
            return file.getCharContent(false).toString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
