package dev.ananas.orm.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * An annotation named {@code Nullable}, of whichever library.
 *
 * @param annotation its class
 * @param ofType whether it belongs to the type, so that it stands before the simple name
 */
record Nullability(ClassName annotation, boolean ofType) {

    /** That of a component or accessor, or null. */
    static @Nullable Nullability of(Element element, TypeMirror type) {
        ClassName onType = nullable(type);
        if (onType != null) {
            return new Nullability(onType, true);
        }
        ClassName onElement = nullable(element);
        return onElement == null ? null : new Nullability(onElement, false);
    }

    private static @Nullable ClassName nullable(AnnotatedConstruct annotated) {
        for (AnnotationMirror mirror : annotated.getAnnotationMirrors()) {
            TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
            if (type.getSimpleName().contentEquals("Nullable")) {
                return ClassName.get(type);
            }
        }
        return null;
    }

    /** A parameter that says the same. */
    static ParameterSpec parameter(TypeName type, String name, @Nullable Nullability nullability) {
        if (nullability == null) {
            return ParameterSpec.builder(type, name).build();
        }
        AnnotationSpec spec = AnnotationSpec.builder(nullability.annotation).build();
        return nullability.ofType
                ? ParameterSpec.builder(type.annotated(spec), name).build()
                : ParameterSpec.builder(type, name).addAnnotation(spec).build();
    }
}
