package dev.ananas.orm.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;

/** Whether an annotated type is of a form that an entity can have. */
final class ShapeCheck {
    private final Problems problems;

    ShapeCheck(Problems problems) {
        this.problems = problems;
    }

    boolean hasShape(TypeElement type) {
        String name = type.getSimpleName().toString();
        if (!EntityReader.isRecord(type) && !EntityReader.isSealedInterface(type)) {
            problems.add(
                    Site.of(type),
                    "An entity is a record, or a sealed interface of records, found the " + kind(type) + " " + name
                            + "; declare it as record " + name + "(...)");
            return false;
        }
        if (EntityModel.Access.of(type) == EntityModel.Access.NOWHERE) {
            problems.add(
                    Site.of(type),
                    name + " is private or inside a private type, and the generated class " + name
                            + "_ cannot see it; make it package-private");
            return false;
        }
        if (!type.getTypeParameters().isEmpty()) {
            problems.add(
                    Site.of(type),
                    name + " has type parameters, and an entity has one form of record; declare a record without them");
            return false;
        }
        Mark entity = Mark.on(type, "Entity");
        if (entity != null && entity.text("value").isEmpty()) {
            problems.add(
                    entity.site("value"),
                    name + " has an empty name as an entity; write one: @Entity(\"" + Wording.decapitalized(name)
                            + "s\")");
            return false;
        }
        return EntityReader.isRecord(type) ? isCaseOfOne(type) : hasCases(type);
    }

    private static String kind(TypeElement type) {
        return switch (type.getKind()) {
            case INTERFACE -> "interface";
            case ENUM -> "enum";
            case ANNOTATION_TYPE -> "annotation";
            default -> "class";
        };
    }

    private boolean isCaseOfOne(TypeElement record) {
        List<TypeElement> bases = EntityNames.basesOf(record);
        Mark value = Mark.on(record, "DiscriminatorValue");
        if (bases.stream().anyMatch(base -> !EntityNames.basesOf(base).isEmpty())) {
            return false; // told where that base is declared
        }
        if (bases.size() > 1) {
            problems.add(
                    Site.of(record),
                    record.getSimpleName() + " is a case of " + bases.get(0).getSimpleName() + " and of "
                            + bases.get(1).getSimpleName() + "; a record is in one table, so implement one of them");
        } else if (bases.isEmpty() && value != null) {
            problems.add(
                    value.site(),
                    record.getSimpleName() + " is a case of no entity; let it implement a sealed interface that is"
                            + " annotated with @Entity, or remove @DiscriminatorValue");
            return Mark.on(record, "Entity") != null;
        }
        return true;
    }

    private boolean hasCases(TypeElement base) {
        List<TypeElement> above = EntityNames.basesOf(base);
        if (!above.isEmpty()) {
            String name = base.getSimpleName().toString();
            problems.add(
                    Site.of(base),
                    name + " is an entity between the entity " + above.get(0).getSimpleName()
                            + " and its cases, and the cases of a table have one base; remove @Entity from " + name
                            + ", which may stay as a sealed interface of some of the cases");
            return false;
        }
        Map<String, TypeElement> values = new HashMap<>();
        for (TypeElement leaf : EntityNames.leavesOf(base)) {
            if (!EntityReader.isRecord(leaf)) {
                problems.add(
                        Site.of(base),
                        "The cases of " + base.getSimpleName() + " are records, found the " + kind(leaf) + " "
                                + leaf.getSimpleName() + "; declare it as record " + leaf.getSimpleName() + "(...)");
            } else if (EntityNames.nameOf(leaf) == null) {
                problems.add(
                        Site.of(base),
                        "The case " + leaf.getSimpleName() + " of " + base.getSimpleName()
                                + " has no discriminator value; annotate it with @DiscriminatorValue(\""
                                + Wording.decapitalized(leaf.getSimpleName().toString()) + "\")");
            } else {
                distinct(base, leaf, values);
            }
        }
        return true;
    }

    private void distinct(TypeElement base, TypeElement leaf, Map<String, TypeElement> values) {
        Mark mark = Mark.on(leaf, "DiscriminatorValue");
        String value = mark == null ? String.valueOf(EntityNames.nameOf(leaf)) : mark.text("value");
        TypeElement other = values.put(value, leaf);
        if (other != null) {
            problems.add(
                    Site.of(base),
                    other.getSimpleName() + " and " + leaf.getSimpleName() + " are both the case \"" + value + "\" of "
                            + base.getSimpleName() + "; give each a @DiscriminatorValue of its own");
        }
    }
}
