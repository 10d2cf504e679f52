package dev.ananas.orm.processor;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Annotated types as entities. A type is read once in each round, so that related entities cost nothing. */
final class EntityReader {
    private final Map<TypeElement, Read> known = new HashMap<>();
    private final Types types;
    private final ValueReader values;
    private final ComponentReader components;
    private final MethodReader methods;

    /** An entity, null if there is none in the type, and what is wrong with it by itself. */
    record Read(@Nullable EntityModel entity, Problems problems) {}

    EntityReader(Types types, Elements elements) {
        this.types = types;
        this.values = new ValueReader(types, elements);
        this.methods = new MethodReader(types, elements);
        this.components = new ComponentReader(types, elements, values, methods);
    }

    ValueReader values() {
        return values;
    }

    Types types() {
        return types;
    }

    /** A related entity, whatever is wrong with it; null if there is none in the type. */
    @Nullable
    EntityModel entity(TypeElement type) {
        return read(type).entity();
    }

    Read read(TypeElement type) {
        Read read = known.get(type);
        if (read == null) {
            Problems problems = new Problems();
            read = new Read(entity(type, problems), problems);
            known.put(type, read);
        }
        return read;
    }

    private @Nullable EntityModel entity(TypeElement type, Problems problems) {
        if (!new ShapeCheck(problems).hasShape(type)) {
            return null;
        }
        List<TypeElement> bases = EntityNames.basesOf(type);
        EntityModel base = bases.isEmpty() ? null : entity(bases.get(0));
        String name = EntityNames.nameOf(type);
        if (name == null || !bases.isEmpty() && base == null) {
            return null;
        }
        List<ComponentModel> read = type.getKind() == ElementKind.RECORD
                ? components.ofRecord(type, base, problems)
                : components.ofInterface(type, problems);
        EntityModel plain = new EntityModel(type, name, null, null, read, indexes(type), methods.hooks(type, problems));
        if (type.getKind() == ElementKind.INTERFACE) {
            return base(plain, problems);
        }
        return base == null ? plain : caseOf(plain, base, problems);
    }

    private static List<EntityModel.Index> indexes(TypeElement type) {
        List<EntityModel.Index> indexes = new ArrayList<>();
        for (Mark mark : Mark.allOn(type, "Index")) {
            indexes.add(
                    new EntityModel.Index(mark, mark.texts("value"), mark.truth("sorted") ? "sortedIndex" : "index"));
        }
        for (Mark mark : Mark.allOn(type, "Unique")) {
            indexes.add(new EntityModel.Index(mark, mark.texts("value"), "unique"));
        }
        return indexes;
    }

    private EntityModel base(EntityModel plain, Problems problems) {
        Mark mark = Mark.on(plain.element(), "Entity");
        if (mark == null) {
            return plain;
        }
        String discriminator = mark.text("discriminator");
        boolean implied = plain.component(discriminator) == null;
        CodeBlock fallback = mark.text("fallback").isEmpty()
                ? null
                : discriminatorValue(plain, discriminator, mark, "fallback", problems);
        return new EntityModel(
                plain.element(),
                plain.name(),
                new EntityModel.Base(discriminator, implied, fallback),
                null,
                plain.components(),
                plain.indexes(),
                plain.hooks());
    }

    private EntityModel caseOf(EntityModel plain, EntityModel base, Problems problems) {
        Mark mark = Mark.on(plain.element(), "DiscriminatorValue");
        String discriminator = base.base() == null ? "type" : base.base().discriminator();
        CodeBlock value = mark == null
                ? CodeBlock.of("$S", plain.name())
                : discriminatorValue(base, discriminator, mark, "value", problems);
        return new EntityModel(
                plain.element(),
                plain.name(),
                null,
                new EntityModel.Case(base, value),
                plain.components(),
                plain.indexes(),
                plain.hooks());
    }

    /** The text of a discriminator in the type of its attribute. */
    private CodeBlock discriminatorValue(
            EntityModel base, String discriminator, Mark mark, String member, Problems problems) {
        String text = mark.text(member);
        AttributeModel attribute = base.attribute(discriminator);
        if (attribute == null) {
            return CodeBlock.of("$S", text);
        }
        CodeBlock value = Constants.of(attribute.value(), text);
        if (value == null) {
            problems.add(
                    mark.site(member),
                    "The discriminator " + base.simpleName() + "." + discriminator + " is "
                            + Wording.a(attribute.value().boxed()) + ", found \"" + text
                            + "\"; write a value of that type");
        }
        return value == null ? CodeBlock.of("$S", text) : value;
    }

    /** Whether a record or interface is declared where the generated class can mention it. */
    static boolean isRecord(TypeElement type) {
        return type.getKind() == ElementKind.RECORD;
    }

    static boolean isSealedInterface(TypeElement type) {
        return type.getKind() == ElementKind.INTERFACE && type.getModifiers().contains(Modifier.SEALED);
    }
}
