package dev.ananas.orm.processor;

import com.palantir.javapoet.TypeName;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A component of a record, or an accessor of a sealed interface.
 *
 * @param element record component or method
 * @param name its name
 * @param type its type
 * @param nullability how it says that it may be null; null if it does not say so
 */
record Declaration(
        Element element,
        String name,
        TypeMirror type,
        @Nullable Nullability nullability) {

    TypeName typeName() {
        return TypeName.get(type);
    }

    /** Whether null may be in it. */
    boolean nullable() {
        return nullability != null;
    }

    boolean primitive() {
        return type.getKind().isPrimitive();
    }

    Site site() {
        return Site.of(element);
    }
}
