package dev.ananas.orm.processor;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * The place in the source at which a problem is shown.
 *
 * @param element declaration that has the problem
 * @param mirror annotation on it, or null
 * @param value member of the annotation, or null
 */
record Site(
        Element element,
        @Nullable AnnotationMirror mirror,
        @Nullable AnnotationValue value) {

    static Site of(Element element) {
        return new Site(element, null, null);
    }
}
