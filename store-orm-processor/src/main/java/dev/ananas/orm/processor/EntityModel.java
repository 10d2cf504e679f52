package dev.ananas.orm.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * One annotated type as an entity.
 *
 * @param element record or sealed interface
 * @param name entity name
 * @param base if it is the base of cases, else null
 * @param caseOf if it is a case, else null
 * @param components those of the record, or the accessors of the interface, in order
 * @param indexes declared on the type
 * @param hooks declared as static methods
 */
record EntityModel(
        TypeElement element,
        String name,
        @Nullable Base base,
        @Nullable Case caseOf,
        List<ComponentModel> components,
        List<Index> indexes,
        List<Hook> hooks) {

    /**
     * A sealed interface of records.
     *
     * @param discriminator attribute that tells the cases apart
     * @param implied whether no accessor declares that attribute
     * @param fallback value of records without one, or null
     */
    record Base(
            String discriminator, boolean implied, @Nullable CodeBlock fallback) {}

    /**
     * A record that shares the table of a base.
     *
     * @param base the sealed interface
     * @param value its value of the discriminator
     */
    record Case(EntityModel base, CodeBlock value) {}

    /** An index on some attributes, and the call that declares it. */
    record Index(Mark mark, List<String> attributes, String call) {}

    /** A static method that runs at an event; the call names the event. */
    record Hook(ExecutableElement method, String call) {}

    ClassName type() {
        return ClassName.get(element);
    }

    ClassName metamodel() {
        return type().topLevelClassName().peerClass(simpleName() + "_");
    }

    String simpleName() {
        return element.getSimpleName().toString();
    }

    /** Whether the type can be seen from other packages. */
    boolean isPublic() {
        return Access.of(element) == Access.PUBLIC;
    }

    /** Where a type can be seen from. */
    enum Access {
        PUBLIC,
        PACKAGE,
        NOWHERE;

        static Access of(TypeElement type) {
            Access access = PUBLIC;
            for (javax.lang.model.element.Element one = type;
                    one instanceof TypeElement;
                    one = one.getEnclosingElement()) {
                if (one.getModifiers().contains(Modifier.PRIVATE)) {
                    return NOWHERE;
                }
                if (!one.getModifiers().contains(Modifier.PUBLIC)) {
                    access = PACKAGE;
                }
            }
            return access;
        }
    }

    /** All components in the order in which the engine counts them: inherited ones first. Null stands for an implied discriminator. */
    List<@Nullable ComponentModel> ordinals() {
        if (caseOf == null) {
            return new ArrayList<>(components);
        }
        List<@Nullable ComponentModel> all = new ArrayList<>();
        for (ComponentModel inherited : caseOf.base().components) {
            all.add(component(inherited.name()));
        }
        if (caseOf.base().base() != null && caseOf.base().base().implied()) {
            all.add(null);
        }
        all.addAll(own());
        return all;
    }

    /** The components that no base declares. */
    List<ComponentModel> own() {
        return components.stream().filter(one -> !isInherited(one)).toList();
    }

    boolean isInherited(ComponentModel component) {
        return caseOf != null && caseOf.base().component(component.name()) != null;
    }

    @Nullable
    ComponentModel component(String component) {
        for (ComponentModel one : components) {
            if (one.name().equals(component)) {
                return one;
            }
        }
        return null;
    }

    List<AttributeModel> attributes() {
        List<AttributeModel> attributes = new ArrayList<>();
        for (ComponentModel component : components) {
            if (component instanceof AttributeModel attribute) {
                attributes.add(attribute);
            }
        }
        return attributes;
    }

    List<RelationModel> relations() {
        List<RelationModel> relations = new ArrayList<>();
        for (ComponentModel component : components) {
            if (component instanceof RelationModel relation) {
                relations.add(relation);
            }
        }
        return relations;
    }

    @Nullable
    AttributeModel attribute(String attribute) {
        return component(attribute) instanceof AttributeModel found ? found : null;
    }

    /** The attributes of the primary key, in order; those of a case are those of its base. */
    List<AttributeModel> key() {
        List<AttributeModel> attributes =
                caseOf == null ? attributes() : caseOf.base().attributes();
        return attributes.stream()
                .filter(attribute -> attribute.is(AttributeModel.Flag.KEY))
                .toList();
    }
}
