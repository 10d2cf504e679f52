package dev.ananas.orm.fuzz;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ananas.orm.Database;
import dev.ananas.store.Store;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * The engine and its tests once more, with one class compiled from another source. Everything of this project is loaded anew,
 * so that the faulty class meets nothing but its like; what it is built on is shared.
 */
final class FaultyClasses extends ClassLoader {
    private static final String OURS = "dev.ananas.";
    private static final ToolProvider COMPILER = ToolProvider.findFirst("javac").orElseThrow();

    /** Where the engine is, and what it is built on. */
    private static final String CLASS_PATH = Stream.of(
                    Database.class,
                    Store.class,
                    Flux.class,
                    Publisher.class,
                    JsonNode.class,
                    JsonParser.class,
                    JsonInclude.class,
                    Nullable.class)
            .map(FaultyClasses::placeOf)
            .collect(Collectors.joining(File.pathSeparator));

    private final Path compiled;

    /** Compiles the source of a class, and others along with it, into an empty folder. */
    FaultyClasses(String className, String source, List<Path> others, Path folder) throws IOException {
        super(FaultyClasses.class.getClassLoader());
        this.compiled = folder;
        Path file = folder.resolve(className.replace('.', '/') + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        List<String> arguments = new ArrayList<>(List.of(
                "-classpath",
                CLASS_PATH,
                "-d",
                folder.toString(),
                "-proc:none",
                "-nowarn",
                "-g:none",
                file.toString()));
        others.forEach(other -> arguments.add(other.toString()));
        int code = COMPILER.run(out, out, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new AssertionError(className + " does not compile:\n" + messages);
        }
    }

    private static String placeOf(Class<?> one) {
        try {
            return Path.of(one.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? findClass(name) : known;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String file = name.replace('.', '/') + ".class";
        Path faulty = compiled.resolve(file);
        try (InputStream code = Files.exists(faulty)
                ? Files.newInputStream(faulty)
                : getParent().getResourceAsStream(file)) {
            if (code == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = code.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
