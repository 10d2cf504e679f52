package dev.ananas.orm.conformance;

import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.processor.EntityProcessor;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Records of many schemas, compiled together with the processor; each schema has a package of its own. */
final class Compiled implements AutoCloseable {
    private final URLClassLoader loader;

    /**
     * Compiles sources by package.
     *
     * @param folder where the classes go
     */
    Compiled(Map<String, String> sources, Path folder) {
        Map<String, String> errors = errors(sources, folder);
        if (!errors.isEmpty()) {
            throw new IllegalStateException("The compiler refuses " + errors);
        }
        try {
            loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, Compiled.class.getClassLoader());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** First error by package. */
    private static Map<String, String> errors(Map<String, String> sources, Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaCompiler.CompilationTask task = compiler.getTask(
                null,
                null,
                diagnostics,
                List.of("-d", folder.toString(), "-classpath", System.getProperty("java.class.path"), "-nowarn"),
                null,
                sources.entrySet().stream()
                        .map(entry -> new Text(entry.getKey(), entry.getValue()))
                        .toList());
        // names are checked over all sources at once, and here each schema stands for itself
        task.setProcessors(List.of(new EntityProcessor()));
        task.call();
        Map<String, String> errors = new TreeMap<>();
        for (Diagnostic<? extends JavaFileObject> one : diagnostics.getDiagnostics()) {
            if (one.getKind() == Diagnostic.Kind.ERROR) {
                String place = one.getSource() == null ? "" : one.getSource().getName();
                errors.putIfAbsent(place.replaceAll(".*(schema\\d+)/.*", "$1"), one.getMessage(Locale.ROOT));
            }
        }
        return errors;
    }

    /** The entity type that was generated for an entity of a schema. */
    EntityType<?> entityType(String schema, String entity) {
        try {
            String name = schema + "." + RecordSource.record(entity) + "_";
            return (EntityType<?>)
                    Class.forName(name, true, loader).getField("ENTITY").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String schema, String text) {
            super(URI.create("string:///" + schema + "/Models.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
