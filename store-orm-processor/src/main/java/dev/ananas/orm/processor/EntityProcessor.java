package dev.ananas.orm.processor;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;

/**
 * Writes {@code X_} beside each entity {@code X} and checks what the entity says about others.
 *
 * <p>What it decides about a type follows from that type and those it refers to, so an incremental build may run it for changed types
 * alone. Types that mention classes which do not exist yet are left to a later round: another processor may write them.
 */
public final class EntityProcessor extends AbstractProcessor {
    private final Set<String> waiting = new LinkedHashSet<>();

    /** Made by the compiler. */
    public EntityProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Library.MODEL + ".*");
    }

    /** Claims the annotations: if nobody did, a compiler that shows every warning would complain. */
    @Override
    @SuppressWarnings("DoNotClaimAnnotations")
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Elements elements = processingEnv.getElementUtils();
        EntityReader reader = new EntityReader(processingEnv.getTypeUtils(), elements);
        Set<TypeElement> found = new LinkedHashSet<>();
        for (String name : List.copyOf(waiting)) {
            TypeElement type = elements.getTypeElement(name);
            if (type != null) {
                found.add(type);
            }
        }
        waiting.clear();
        annotated(annotations, round, found);
        for (TypeElement type : found) {
            if (Unresolved.mentionedBy(type)) {
                waiting.add(type.getQualifiedName().toString());
            } else {
                process(type, reader);
            }
        }
        return true;
    }

    /** Entities, and records that have annotations of entities and are none. */
    private void annotated(Set<? extends TypeElement> annotations, RoundEnvironment round, Set<TypeElement> found) {
        for (TypeElement annotation : annotations) {
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                Element owner = element instanceof TypeElement ? element : element.getEnclosingElement();
                if (owner instanceof TypeElement type && EntityNames.nameOf(type) != null) {
                    found.add(type);
                } else if (element instanceof TypeElement type && EntityNames.isMarked(type)) {
                    found.add(type);
                } else if (element instanceof RecordComponentElement component) {
                    stray(component, annotation);
                }
            }
        }
    }

    private void stray(RecordComponentElement component, TypeElement annotation) {
        Mark mark = Mark.on(component, annotation.getSimpleName().toString());
        Element record = Objects.requireNonNull(component.getEnclosingElement());
        Problems problems = new Problems();
        problems.add(
                mark == null ? Site.of(component) : mark.site(),
                record.getSimpleName() + "." + component.getSimpleName() + " is annotated with @"
                        + annotation.getSimpleName() + ", and " + record.getSimpleName() + " is no entity; annotate "
                        + record.getSimpleName() + " with @Entity");
        problems.report(processingEnv.getMessager());
    }

    private void process(TypeElement type, EntityReader reader) {
        try {
            EntityReader.Read read = reader.read(type);
            EntityModel entity = read.entity();
            if (entity != null) {
                new EntityCheck(reader, read.problems()).check(entity);
            }
            read.problems().report(processingEnv.getMessager());
            if (entity != null && entity.component("ENTITY") == null) {
                write(entity);
            }
        } catch (Mark.Unreadable e) {
            // a member without a value: the compiler says so
        }
    }

    private void write(EntityModel entity) {
        try {
            new MetamodelWriter(entity, Surroundings.of(entity.element(), processingEnv.getElementUtils()))
                    .write()
                    .writeTo(processingEnv.getFiler());
        } catch (FilerException e) {
            error(
                    entity,
                    "The generated class of " + entity.simpleName() + " is " + entity.metamodel()
                            + ", which exists already; rename one of the two records of that name in the package");
        } catch (IOException e) {
            error(entity, "Could not write " + entity.metamodel() + ": " + e.getMessage());
        }
    }

    private void error(EntityModel entity, String message) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, entity.element());
    }
}
