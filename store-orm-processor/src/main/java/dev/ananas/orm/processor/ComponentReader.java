package dev.ananas.orm.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Components of records and accessors of sealed interfaces, each by the annotation that says what it is. */
final class ComponentReader {
    private static final List<String> RELATIONS = List.of(
            "HasOne",
            "HasMany",
            "HasManyBy",
            "HasManyThrough",
            "BelongsTo",
            "BelongsToMany",
            "MorphOne",
            "MorphMany",
            "MorphTo",
            "MorphToMany",
            "MorphedByMany");

    private final Types types;
    private final Elements elements;
    private final AttributeReader attributes;
    private final RelationReader relations;

    ComponentReader(Types types, Elements elements, ValueReader values, MethodReader methods) {
        this.types = types;
        this.elements = elements;
        this.attributes = new AttributeReader(values, methods);
        this.relations = new RelationReader(types, values);
    }

    /** The components of a record; those that its base declares are as declared there. */
    List<ComponentModel> ofRecord(TypeElement record, @Nullable EntityModel base, Problems problems) {
        List<Declaration> declarations = new ArrayList<>();
        for (RecordComponentElement component : record.getRecordComponents()) {
            declarations.add(declaration(component, component.asType()));
        }
        List<ComponentModel> components = new ArrayList<>();
        for (Declaration declaration : declarations) {
            ComponentModel inherited = base == null ? null : base.component(declaration.name());
            ComponentModel component = inherited == null
                    ? component(record, declaration, declarations, problems)
                    : inherited(record, declaration, inherited, problems);
            if (component != null) {
                components.add(component);
            }
        }
        if (base == null) {
            requireKey(record, components, problems);
        } else {
            requireAll(record, base, declarations, problems);
        }
        return components;
    }

    /** The accessors of an interface: abstract methods without parameters, its own first. */
    List<ComponentModel> ofInterface(TypeElement type, Problems problems) {
        List<ExecutableElement> methods = new ArrayList<>();
        List<ExecutableElement> above = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(elements.getAllMembers(type))) {
            boolean isAccessor = method.getModifiers().contains(Modifier.ABSTRACT)
                    && method.getParameters().isEmpty()
                    && method.getReturnType().getKind() != TypeKind.VOID;
            if (isAccessor) {
                (type.equals(method.getEnclosingElement()) ? methods : above).add(method);
            }
        }
        methods.addAll(above);
        List<Declaration> declarations = new ArrayList<>();
        methods.forEach(method -> declarations.add(declaration(method, type(type, method))));
        List<ComponentModel> components = new ArrayList<>();
        for (Declaration declaration : declarations) {
            ComponentModel component = component(type, declaration, declarations, problems);
            if (component != null) {
                components.add(component);
            }
        }
        requireKey(type, components, problems);
        return components;
    }

    /** What an accessor answers in an interface that may inherit it from a generic one. */
    private TypeMirror type(TypeElement owner, ExecutableElement accessor) {
        TypeMirror member = types.asMemberOf((DeclaredType) owner.asType(), accessor);
        return member instanceof ExecutableType method ? method.getReturnType() : accessor.getReturnType();
    }

    private static Declaration declaration(Element element, TypeMirror type) {
        return new Declaration(element, element.getSimpleName().toString(), type, Nullability.of(element, type));
    }

    private @Nullable ComponentModel component(
            TypeElement owner, Declaration declaration, List<Declaration> all, Problems problems) {
        Mark relation = null;
        for (String name : RELATIONS) {
            Mark mark = Mark.on(declaration.element(), name);
            if (mark != null && relation != null) {
                problems.add(
                        mark.site(),
                        label(owner, declaration) + " is annotated with " + relation.name() + " and " + mark.name()
                                + "; a component is one relation, so remove one of them");
                return null;
            } else if (mark != null) {
                relation = mark;
            }
        }
        Mark pivot = Mark.on(declaration.element(), "Pivot");
        if (relation != null) {
            refuseOthers(owner, declaration, relation, problems);
            return relations.read(owner, declaration, relation, problems);
        }
        if (pivot != null) {
            refuseOthers(owner, declaration, pivot, problems);
            return pivot(owner, declaration, pivot, problems);
        }
        if (relations.looksLikeRelation(declaration.type())) {
            problems.add(
                    declaration.site(),
                    label(owner, declaration) + " is " + Wording.a(declaration.type())
                            + " without an annotation that tells the relation; annotate it with "
                            + relations.fitting(declaration.type()));
            return null;
        }
        return attributes.read(owner, declaration, all, problems);
    }

    private static void refuseOthers(TypeElement owner, Declaration declaration, Mark mark, Problems problems) {
        List<String> others = new ArrayList<>(AttributeReader.ANNOTATIONS);
        if (!mark.name().equals("@Pivot")) {
            others.add("Pivot");
        }
        for (String name : others) {
            Mark other = Mark.on(declaration.element(), name);
            if (other != null) {
                problems.add(
                        other.site(),
                        label(owner, declaration) + " is annotated with " + mark.name() + " and " + other.name()
                                + ", which do not go together; remove one of them");
            }
        }
    }

    private static @Nullable ComponentModel pivot(
            TypeElement owner, Declaration declaration, Mark mark, Problems problems) {
        ComponentModel.Entity pivot = EntityNames.of(declaration.type());
        if (pivot == null) {
            problems.add(
                    mark.site(),
                    label(owner, declaration) + " takes the pivot of a relation, and "
                            + Wording.simple(declaration.type())
                            + " is no entity; give it the record class of the pivot, annotated with @Entity");
            return null;
        }
        return new ComponentModel.PivotSlot(declaration, pivot);
    }

    private @Nullable ComponentModel inherited(
            TypeElement record, Declaration declaration, ComponentModel inherited, Problems problems) {
        if (!types.isSameType(declaration.type(), inherited.declaration().type())) {
            problems.add(
                    declaration.site(),
                    label(record, declaration) + " is " + Wording.a(declaration.type())
                            + ", and the base declares it as "
                            + Wording.a(inherited.declaration().type()) + "; give both the same type");
        }
        for (String name : RELATIONS) {
            refuseInherited(record, declaration, name, problems);
        }
        for (String name : AttributeReader.ANNOTATIONS) {
            if (!name.equals("Id") && !name.equals("Default")) {
                refuseInherited(record, declaration, name, problems);
            }
        }
        return inherited instanceof AttributeModel attribute
                ? attributes.again(record, declaration, attribute, problems)
                : inherited;
    }

    private static void refuseInherited(TypeElement record, Declaration declaration, String name, Problems problems) {
        Mark mark = Mark.on(declaration.element(), name);
        if (mark != null) {
            problems.add(
                    mark.site(),
                    label(record, declaration) + " is inherited, and a case can change nothing but its @Default; move "
                            + mark.name() + " to the accessor of the base");
        }
    }

    private static void requireKey(TypeElement owner, List<ComponentModel> components, Problems problems) {
        boolean hasKey = components.stream()
                .anyMatch(one -> one instanceof AttributeModel attribute && attribute.is(AttributeModel.Flag.KEY));
        if (!hasKey) {
            boolean hasId = components.stream().anyMatch(one -> one.name().equals("id"));
            problems.add(
                    Site.of(owner),
                    owner.getSimpleName() + " has no primary key; annotate "
                            + (hasId ? "the component id with @Id" : "one component, or several, with @Id"));
        }
    }

    private static void requireAll(
            TypeElement record, EntityModel base, List<Declaration> declarations, Problems problems) {
        for (ComponentModel inherited : base.components()) {
            if (declarations.stream().noneMatch(one -> one.name().equals(inherited.name()))) {
                problems.add(
                        Site.of(record),
                        base.simpleName() + "." + inherited.name() + " is stored, and " + record.getSimpleName()
                                + " has no component of that name; add it, or make the accessor of "
                                + base.simpleName() + " a default method");
            }
        }
    }

    static String label(TypeElement owner, Declaration declaration) {
        return owner.getSimpleName() + "." + declaration.name();
    }
}
