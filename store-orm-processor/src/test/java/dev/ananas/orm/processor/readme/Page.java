package dev.ananas.orm.processor.readme;

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
import java.util.regex.Pattern;

/** The blocks of Java on a page of the documentation, to be compiled with the processor. */
final class Page {
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private final String text;

    Page(String name) throws IOException {
        this.text = Files.readString(Path.of("..", "docs", name));
    }

    List<String> blocks() {
        return BLOCK.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** The blocks that declare entities. */
    List<String> records() {
        return blocks().stream().filter(block -> block.contains("@Entity(")).toList();
    }

    /** A class with a method for each block of statements; {@code fields} are what the page has besides. */
    String uses(String fields) {
        StringBuilder source = new StringBuilder("class Uses {\n").append(fields);
        int number = 0;
        for (String block : blocks()) {
            if (!block.contains("@Entity(") && !block.startsWith("import ")) {
                source.append("void block")
                        .append(number++)
                        .append("() {\n")
                        .append(block)
                        .append("}\n");
            }
        }
        return source.append("}\n").toString();
    }

    /** What the compiler says about these parts of one file. */
    static List<String> errors(String imports, String... parts) {
        StringBuilder source = new StringBuilder("package page;\n").append(imports);
        for (String part : parts) {
            source.append(part.replace("public record", "record")).append('\n');
        }
        Compilation compilation = Compiler.javac()
                .withProcessors(new EntityNamesProcessor(), new EntityProcessor())
                .compile(JavaFileObjects.forSourceString("page.Page", source.toString()));
        return compilation.errors().stream()
                .map(error -> error.getLineNumber() + ": " + error.getMessage(Locale.ROOT))
                .toList();
    }
}
