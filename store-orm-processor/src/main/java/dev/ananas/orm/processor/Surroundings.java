package dev.ananas.orm.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeName;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * What a generated class can mention besides the ORM; that depends on the module it is compiled in. It is not marked as generated: the
 * annotation for that is missing on Android, and a compiler that shows every warning complains that no processor claims it.
 *
 * @param nullable whether there is the annotation of JSpecify
 */
record Surroundings(boolean nullable) {

    static Surroundings of(TypeElement type, Elements elements) {
        return new Surroundings(
                elements.getTypeElement(elements.getModuleOf(type), Library.NULLABLE.canonicalName()) != null);
    }

    /** A type that may be null. */
    TypeName orNull(TypeName type) {
        return nullable
                ? type.annotated(AnnotationSpec.builder(Library.NULLABLE).build())
                : type;
    }
}
