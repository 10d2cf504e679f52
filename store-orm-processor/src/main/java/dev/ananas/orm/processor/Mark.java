package dev.ananas.orm.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * One annotation of the ORM on an element, read by name, so that the processor runs without the ORM on its path.
 *
 * @param element what is annotated
 * @param mirror the annotation
 */
record Mark(Element element, AnnotationMirror mirror) {

    /** The annotation of a simple name, or null. */
    static @Nullable Mark on(Element element, String name) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (qualifiedName(mirror).equals(Library.MODEL + "." + name)) {
                return new Mark(element, mirror);
            }
        }
        return null;
    }

    /** The annotations of a repeatable one, whether they stand alone or in their container. */
    static List<Mark> allOn(Element element, String name) {
        List<Mark> all = new ArrayList<>();
        Mark one = on(element, name);
        if (one != null) {
            all.add(one);
        }
        Mark container = on(element, name + ".List");
        if (container != null) {
            for (Object inner : (List<?>) container.value("value").getValue()) {
                all.add(new Mark(element, (AnnotationMirror) ((AnnotationValue) inner).getValue()));
            }
        }
        return all;
    }

    private static String qualifiedName(AnnotationMirror mirror) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
    }

    /** Simple name with the at sign. */
    String name() {
        return "@" + mirror.getAnnotationType().asElement().getSimpleName();
    }

    /** Whether a member is written out. */
    boolean gives(String member) {
        return given(member) != null;
    }

    /** A member as written, or null. */
    @Nullable
    AnnotationValue given(String member) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(member)) {
                return entry.getValue();
            }
        }
        return null;
    }

    /** A member as written, or its default. */
    AnnotationValue value(String member) {
        AnnotationValue given = given(member);
        return given != null ? given : defaultOf(member);
    }

    private AnnotationValue defaultOf(String member) {
        for (ExecutableElement method :
                ElementFilter.methodsIn(mirror.getAnnotationType().asElement().getEnclosedElements())) {
            if (method.getSimpleName().contentEquals(member) && method.getDefaultValue() != null) {
                return method.getDefaultValue();
            }
        }
        throw new Unreadable(name() + " has no value for " + member);
    }

    String text(String member) {
        return String.valueOf(value(member).getValue());
    }

    int number(String member) {
        return value(member).getValue() instanceof Integer number ? number : 0;
    }

    boolean truth(String member) {
        return Boolean.TRUE.equals(value(member).getValue());
    }

    /** Texts of an array. */
    List<String> texts(String member) {
        return parts(member).stream()
                .map(part -> String.valueOf(part.getValue()))
                .toList();
    }

    /** Name of a constant of an enum. */
    String constant(String member) {
        return constant(value(member));
    }

    /** Names of the constants of an array. */
    List<String> constants(String member) {
        return parts(member).stream().map(Mark::constant).toList();
    }

    private static String constant(AnnotationValue value) {
        return value.getValue() instanceof VariableElement constant
                ? constant.getSimpleName().toString()
                : String.valueOf(value.getValue());
    }

    /** A class, or null if it does not compile, which the compiler tells by itself. */
    @Nullable
    TypeMirror type(String member) {
        return value(member).getValue() instanceof TypeMirror type ? type : null;
    }

    /** The classes of an array that compile. */
    List<TypeMirror> types(String member) {
        List<TypeMirror> types = new ArrayList<>();
        for (AnnotationValue part : parts(member)) {
            if (part.getValue() instanceof TypeMirror type) {
                types.add(type);
            }
        }
        return types;
    }

    private List<AnnotationValue> parts(String member) {
        List<AnnotationValue> parts = new ArrayList<>();
        if (value(member).getValue() instanceof List<?> list) {
            list.forEach(part -> parts.add((AnnotationValue) part));
        }
        return parts;
    }

    /** Where to show a problem with the annotation. */
    Site site() {
        return new Site(element, this, null);
    }

    /** Where to show a problem with one of its members. */
    Site site(String member) {
        return new Site(element, this, member);
    }

    /** A required member is missing: the compiler tells that by itself, and nothing is generated. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }
}
