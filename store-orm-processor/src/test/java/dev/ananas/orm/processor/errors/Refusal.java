package dev.ananas.orm.processor.errors;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.ananas.orm.processor.EntityNamesProcessor;
import dev.ananas.orm.processor.EntityProcessor;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Records that the processor refuses: what it says, and where. */
final class Refusal {
    private static final String HEAD = """
            package test;

            import dev.ananas.orm.model.*;
            import dev.ananas.orm.view.*;
            import java.time.*;
            import java.util.*;

            """;

    private final String source;
    private final List<Diagnostic<? extends JavaFileObject>> errors;

    private Refusal(String source, List<Diagnostic<? extends JavaFileObject>> errors) {
        this.source = source;
        this.errors = errors;
    }

    /** Compiles records of one file. */
    static Refusal of(String records) {
        String source = HEAD + records;
        Compilation compilation = Compiler.javac()
                .withProcessors(new EntityNamesProcessor(), new EntityProcessor())
                .compile(JavaFileObjects.forSourceString("test.Models", source));
        return new Refusal(source, List.copyOf(compilation.errors()));
    }

    /** One error, with this whole message, at a piece of the source that starts like this. */
    void assertSays(String message, String place) {
        assertThat(errors).extracting(error -> error.getMessage(Locale.ROOT)).containsExactly(message);
        Diagnostic<?> error = errors.get(0);
        assertThat(List.of(from(error.getStartPosition()), from(error.getPosition())))
                .anySatisfy(text -> assertThat(text).startsWith(place));
    }

    private String from(long position) {
        return source.substring((int) position);
    }

    /** Several errors, with these whole messages, in the order of the source. */
    void saysAll(String... messages) {
        assertThat(errors).extracting(error -> error.getMessage(Locale.ROOT)).containsExactlyInAnyOrder(messages);
    }

    /** No error at all. */
    void isNone() {
        assertThat(errors).isEmpty();
    }
}
