package dev.ananas.orm.processor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Which types are entities, and what they are called. */
final class EntityNames {
    private EntityNames() {}

    /** The entity that a type is, or null. */
    static ComponentModel.@Nullable Entity of(@Nullable TypeMirror type) {
        if (!(type instanceof DeclaredType declared)) {
            return null;
        }
        TypeElement element = (TypeElement) declared.asElement();
        String name = nameOf(element);
        return name == null ? null : new ComponentModel.Entity(element, name);
    }

    /** Name of the entity that a type is: as annotated, of a case else its discriminator value. Null if it is none. */
    static @Nullable String nameOf(TypeElement type) {
        Mark entity = Mark.on(type, "Entity");
        if (entity != null) {
            return entity.text("value");
        }
        Mark value = Mark.on(type, "DiscriminatorValue");
        return value != null && !basesOf(type).isEmpty() ? value.text("value") : null;
    }

    /** Whether a type says that it is an entity, or a case of one. */
    static boolean isMarked(TypeElement type) {
        return Mark.on(type, "Entity") != null || Mark.on(type, "DiscriminatorValue") != null;
    }

    /** The sealed entities above a record. */
    static List<TypeElement> basesOf(TypeElement type) {
        Set<TypeElement> bases = new LinkedHashSet<>();
        for (TypeMirror parent : type.getInterfaces()) {
            TypeElement element = (TypeElement) ((DeclaredType) parent).asElement();
            if (Mark.on(element, "Entity") != null) {
                bases.add(element);
            }
            bases.addAll(basesOf(element));
        }
        return List.copyOf(bases);
    }

    /** The records below a sealed type, through sealed types between, in the order in which they are permitted. */
    static List<TypeElement> leavesOf(TypeElement sealed) {
        List<TypeElement> leaves = new ArrayList<>();
        for (TypeMirror permitted : sealed.getPermittedSubclasses()) {
            TypeElement element = (TypeElement) ((DeclaredType) permitted).asElement();
            if (element.getKind() == ElementKind.INTERFACE
                    && !element.getPermittedSubclasses().isEmpty()) {
                leaves.addAll(leavesOf(element));
            } else {
                leaves.add(element);
            }
        }
        return leaves;
    }
}
