package dev.ananas.orm.processor;

import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Types that do not exist yet, or never will. */
final class Unresolved {
    private Unresolved() {}

    /** Whether a component, an accessor or a supertype mentions one. */
    static boolean mentionedBy(TypeElement type) {
        for (Element member : type.getEnclosedElements()) {
            boolean missing = member instanceof RecordComponentElement component && isIn(component.asType())
                    || member instanceof ExecutableElement method
                            && method.getParameters().isEmpty()
                            && isIn(method.getReturnType());
            if (missing) {
                return true;
            }
        }
        return type.getInterfaces().stream().anyMatch(Unresolved::isIn);
    }

    private static boolean isIn(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return isIn(array.getComponentType());
        }
        return type.getKind() == TypeKind.ERROR
                || type instanceof DeclaredType declared
                        && declared.getTypeArguments().stream().anyMatch(Unresolved::isIn);
    }
}
