package dev.ananas.orm.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Something to do wrong in the engine on purpose: one place in the source of one class, and what stands there instead.
 *
 * @param name the fault as a sentence
 * @param className the class whose source is changed
 * @param text what stands there, once in the file
 * @param replacement what is put there
 */
record EngineFault(String name, String className, String text, String replacement) {
    private static final String FOLDER = "/faults/";
    private static final String LIST = "engine.txt";
    private static final String VARIATIONS = "variations.txt";
    private static final List<Path> SOURCES = List.of(source("store-orm"), source("store-core"));

    /** Where the sources of a module are, seen from another one. */
    private static Path source(String module) {
        return Path.of("..", module, "src", "main", "java");
    }

    /** The faults of the list; each is a name, then lines that begin with {@code in}, {@code -} and {@code +}. */
    static List<EngineFault> all() {
        return of(LIST);
    }

    /** What may be otherwise unnoticed, in the same form. */
    static List<EngineFault> variations() {
        return of(VARIATIONS);
    }

    private static List<EngineFault> of(String list) {
        List<EngineFault> faults = new ArrayList<>();
        List<String> block = new ArrayList<>();
        for (String line : (read(list) + "\n").split("\n", -1)) {
            if (line.startsWith("#")) {
                continue;
            }
            if (!line.isBlank()) {
                block.add(line.strip());
            } else if (!block.isEmpty()) {
                faults.add(of(block));
                block.clear();
            }
        }
        return faults;
    }

    private static String read(String file) {
        try (InputStream text = Objects.requireNonNull(EngineFault.class.getResourceAsStream(FOLDER + file), file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EngineFault of(List<String> lines) {
        assertThat(lines).as("name, in, - and + of a fault").hasSize(4);
        return new EngineFault(lines.get(0), part(lines, 1, "in"), part(lines, 2, "-"), part(lines, 3, "+"));
    }

    private static String part(List<String> lines, int at, String mark) {
        assertThat(lines.get(at)).as("line %s of \"%s\"", at + 1, lines.get(0)).startsWith(mark);
        return lines.get(at).substring(mark.length()).strip();
    }

    /** The file of the program that notices this fault, if it has one of its own. */
    String fileName() {
        return name.replaceAll("[^a-z0-9]+", "-") + ".json";
    }

    /** Its own program, as JSON, or none. */
    List<String> programs() {
        return EngineFault.class.getResource(FOLDER + fileName()) == null ? List.of() : List.of(read(fileName()));
    }

    /** The programs beside the list. */
    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "faults"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".json"))
                    .toList();
        }
    }

    /** The source of the class with the fault in it. */
    String source() {
        String source = original();
        int at = source.indexOf(text);
        assertThat(at >= 0 && source.indexOf(text, at + 1) < 0)
                .as(
                        "\"%s\" is made in %s at the text\n    %s\nwhich has to stand there exactly once;"
                                + " adapt %s to the source",
                        name, className, text, LIST)
                .isTrue();
        return source.substring(0, at) + replacement + source.substring(at + text.length());
    }

    /** Sources to compile along: a constant is copied into the classes that use it. */
    List<Path> others() {
        if (!text.contains("static final")) {
            return List.of();
        }
        Path own = file();
        try (Stream<Path> files = Files.list(own.getParent())) {
            return files.filter(file -> !file.equals(own) && !file.endsWith("package-info.java"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The source of the class as it is. */
    String original() {
        try {
            return Files.readString(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        String file = className.replace('.', '/') + ".java";
        for (Path folder : SOURCES) {
            if (Files.exists(folder.resolve(file))) {
                return folder.resolve(file);
            }
        }
        throw new AssertionError("\"" + name + "\" is made in a class without a source: " + className);
    }

    @Override
    public String toString() {
        return name;
    }
}
