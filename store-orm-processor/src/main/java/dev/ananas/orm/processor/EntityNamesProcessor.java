package dev.ananas.orm.processor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Tells when two entities have one name. That is the only thing that needs all entities at once, so it is a processor of its own: an
 * incremental build gives it every entity, and {@link EntityProcessor} those that changed. It claims no annotation and comes first,
 * because {@link EntityProcessor} claims them all.
 */
public final class EntityNamesProcessor extends AbstractProcessor {
    private final Map<String, TypeElement> owners = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    /** Made by the compiler. */
    public EntityNamesProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Library.MODEL + ".Entity", Library.MODEL + ".DiscriminatorValue");
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                if (element instanceof TypeElement type
                        && seen.add(type.getQualifiedName().toString())) {
                    check(type);
                }
            }
        }
        return false;
    }

    private void check(TypeElement type) {
        String name = EntityNames.nameOf(type);
        if (name == null) {
            return;
        }
        TypeElement other = owners.putIfAbsent(name, type);
        if (other != null) {
            Mark mark = Mark.on(type, "Entity");
            Mark shown = mark == null ? Mark.on(type, "DiscriminatorValue") : mark;
            processingEnv
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.ERROR,
                            names(type, other) + " are both the entity \"" + name
                                    + "\"; give each a name of its own, of a case by annotating it with @Entity",
                            type,
                            shown == null ? null : shown.mirror());
        }
    }

    /** Both types by their simple names, or by their full ones where those say nothing. */
    private static String names(TypeElement type, TypeElement other) {
        boolean alike = type.getSimpleName().equals(other.getSimpleName());
        return alike
                ? type.getQualifiedName() + " and " + other.getQualifiedName()
                : type.getSimpleName() + " and " + other.getSimpleName();
    }
}
