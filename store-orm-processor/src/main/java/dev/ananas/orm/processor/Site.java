package dev.ananas.orm.processor;

import java.util.Objects;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * The place in the source at which a problem is shown.
 *
 * @param element declaration that has the problem
 * @param mark annotation on it, or null
 * @param member of the annotation, or null
 */
record Site(Element element, @Nullable Mark mark, @Nullable String member) {

    static Site of(Element element) {
        return new Site(element, null, null);
    }

    @Nullable
    AnnotationMirror mirror() {
        return mark == null ? null : mark.mirror();
    }

    @Nullable
    AnnotationValue value() {
        return mark == null || member == null ? null : mark.given(member);
    }

    /**
     * The same place on an element whose position the compiler knows. It knows none of a record component, and that of the field that
     * belongs to it, which has its annotations.
     */
    Site located() {
        if (!(element instanceof RecordComponentElement component)) {
            return this;
        }
        for (Element field : ElementFilter.fieldsIn(
                Objects.requireNonNull(component.getEnclosingElement()).getEnclosedElements())) {
            if (field.getSimpleName().equals(component.getSimpleName())) {
                return new Site(
                        field, mark == null ? null : Mark.on(field, mark.name().substring(1)), member);
            }
        }
        return this;
    }
}
