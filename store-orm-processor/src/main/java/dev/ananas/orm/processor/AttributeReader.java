package dev.ananas.orm.processor;

import com.palantir.javapoet.CodeBlock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Stored components with the annotations that say more about them. */
final class AttributeReader {
    /** Annotations of attributes alone. */
    static final List<String> ANNOTATIONS = List.of(
            "Id",
            "Uid",
            "CastWith",
            "Mutate",
            "Hidden",
            "Visible",
            "NotNull",
            "Default",
            "Timestamps",
            "Index",
            "Unique");

    private static final Map<String, AttributeModel.Flag> FLAGS = Map.of(
            "Id", AttributeModel.Flag.KEY,
            "Hidden", AttributeModel.Flag.HIDDEN,
            "Visible", AttributeModel.Flag.VISIBLE,
            "NotNull", AttributeModel.Flag.NOT_NULL,
            "Timestamps", AttributeModel.Flag.TIMESTAMPS,
            "Index", AttributeModel.Flag.INDEX,
            "Unique", AttributeModel.Flag.UNIQUE);

    private final ValueReader values;
    private final MethodReader methods;

    AttributeReader(ValueReader values, MethodReader methods) {
        this.values = values;
        this.methods = methods;
    }

    AttributeModel read(TypeElement owner, Declaration declaration, List<Declaration> all, Problems problems) {
        ValueModel value = values.read(declaration.type());
        Set<AttributeModel.Flag> flags = EnumSet.noneOf(AttributeModel.Flag.class);
        FLAGS.forEach((name, flag) -> {
            if (Mark.on(declaration.element(), name) != null) {
                flags.add(flag);
            }
        });
        Mark index = Mark.on(declaration.element(), "Index");
        if (index != null && index.truth("sorted")) {
            flags.remove(AttributeModel.Flag.INDEX);
            flags.add(AttributeModel.Flag.SORTED_INDEX);
        }
        check(owner, declaration, flags, problems);
        Mark mutate = Mark.on(declaration.element(), "Mutate");
        return new AttributeModel(
                declaration,
                value,
                initial(owner, declaration, value, all, problems),
                flags,
                generator(owner, declaration, value, problems),
                cast(owner, declaration, value, problems),
                mutate == null ? null : methods.mutator(owner, declaration, mutate, "get", problems),
                mutate == null ? null : methods.mutator(owner, declaration, mutate, "set", problems));
    }

    /** An inherited attribute in a case, perhaps with another default. */
    AttributeModel again(TypeElement owner, Declaration declaration, AttributeModel inherited, Problems problems) {
        Mark mark = Mark.on(declaration.element(), "Default");
        Set<AttributeModel.Flag> flags = EnumSet.noneOf(AttributeModel.Flag.class);
        flags.addAll(inherited.flags());
        if (mark != null) {
            flags.add(AttributeModel.Flag.REDEFINED);
        }
        return new AttributeModel(
                declaration,
                inherited.value(),
                mark == null ? inherited.initial() : given(owner, declaration, inherited.value(), mark, problems),
                flags,
                inherited.generator(),
                inherited.cast(),
                inherited.get(),
                inherited.set());
    }

    private void check(TypeElement owner, Declaration declaration, Set<AttributeModel.Flag> flags, Problems problems) {
        String label = ComponentReader.label(owner, declaration);
        Mark notNull = Mark.on(declaration.element(), "NotNull");
        if (notNull != null && declaration.nullable()) {
            problems.add(
                    notNull.site(),
                    label + " is @Nullable and @NotNull, which contradict each other; remove one of them");
        }
        Mark timestamps = Mark.on(declaration.element(), "Timestamps");
        if (timestamps != null && !values.is(declaration.type(), Library.META.canonicalName())) {
            problems.add(
                    timestamps.site(),
                    label + " is " + Wording.a(declaration.type()) + ", and @Timestamps needs a component of class Meta"
                            + "; declare it as Meta " + declaration.name());
        }
        Mark hidden = Mark.on(declaration.element(), "Hidden");
        if (hidden != null && flags.contains(AttributeModel.Flag.KEY)) {
            problems.add(
                    hidden.site(), label + " is part of the primary key, which models always show; remove @Hidden");
        }
        for (String name : List.of("Index", "Unique")) {
            for (Mark mark : Mark.allOn(declaration.element(), name)) {
                if (mark.gives("value")) {
                    problems.add(
                            mark.site("value"),
                            mark.name()
                                    + " on a component is about that component alone; remove the names, or annotate "
                                    + owner.getSimpleName() + " with it");
                }
            }
        }
    }

    private AttributeModel.Initial initial(
            TypeElement owner, Declaration declaration, ValueModel value, List<Declaration> all, Problems problems) {
        Mark mark = Mark.on(declaration.element(), "Default");
        if (mark != null) {
            return given(owner, declaration, value, mark, problems);
        }
        boolean mayBeNull = declaration.nullable() || isReference(declaration, all);
        if (mayBeNull && !declaration.primitive()) {
            return AttributeModel.Initial.NULL;
        }
        CodeBlock nothing = Constants.nothing(declaration, value);
        return nothing == null ? AttributeModel.Initial.NULL : new AttributeModel.Initial(nothing, false);
    }

    /** Whether a component is a key of this record or of another one that it refers to. */
    private static boolean isReference(Declaration declaration, List<Declaration> all) {
        if (Mark.on(declaration.element(), "Id") != null || Mark.on(declaration.element(), "Uid") != null) {
            return true;
        }
        for (Declaration other : all) {
            Mark belongsTo = Mark.on(other.element(), "BelongsTo");
            Mark morphTo = Mark.on(other.element(), "MorphTo");
            if (belongsTo != null && belongsTo.texts("foreignKey").contains(declaration.name())
                    || morphTo != null
                            && List.of(morphTo.text("morphId"), morphTo.text("morphType"))
                                    .contains(declaration.name())) {
                return true;
            }
        }
        return false;
    }

    private AttributeModel.Initial given(
            TypeElement owner, Declaration declaration, ValueModel value, Mark mark, Problems problems) {
        if (mark.gives("method")) {
            CodeBlock call = methods.supplier(owner, declaration, mark, problems);
            return call == null ? AttributeModel.Initial.NULL : new AttributeModel.Initial(call, true);
        }
        CodeBlock constant = Constants.of(value, mark.text("value"));
        if (constant == null) {
            problems.add(
                    mark.site("value"),
                    ComponentReader.label(owner, declaration) + " is " + Wording.a(declaration.type())
                            + ", and its default \"" + mark.text("value")
                            + "\" is none; write a constant of that type, or name a method: @Default(method = \"...\")");
            return AttributeModel.Initial.NULL;
        }
        return new AttributeModel.Initial(constant, false);
    }

    private @Nullable CodeBlock generator(
            TypeElement owner, Declaration declaration, ValueModel value, Problems problems) {
        Mark uid = Mark.on(declaration.element(), "Uid");
        if (uid == null) {
            return null;
        }
        String label = ComponentReader.label(owner, declaration);
        if (declaration.primitive()) {
            problems.add(
                    uid.site(),
                    label + " is " + Wording.a(declaration.type()) + ", which is never missing, so no id would ever be"
                            + " generated; declare it as " + Wording.simple(value.boxed()));
            return null;
        }
        if (uid.gives("generator")) {
            return methods.instance(owner, uid, "generator", problems);
        }
        String kind = uid.constant("value");
        List<String> fitting = switch (kind) {
            case "SEQUENCE" -> List.of("Long", "Integer");
            case "NANOID" -> List.of("String");
            default -> List.of("String", "UUID");
        };
        if (!fitting.contains(Wording.simple(value.boxed()))) {
            problems.add(
                    uid.site(),
                    label + " is " + Wording.a(declaration.type()) + ", and ids of the kind " + kind + " are "
                            + String.join(" or ", fitting) + "; change one of the two");
        }
        if (kind.equals("NANOID")
                && (uid.number("size") < 1 || uid.text("alphabet").length() < 2)) {
            problems.add(
                    uid.site(),
                    "The ids of " + label + " need a size of 1 or more and an alphabet of 2 or more characters, found "
                            + uid.number("size") + " and \"" + uid.text("alphabet") + "\"");
        }
        return switch (kind) {
            case "SEQUENCE" -> CodeBlock.of("$T.sequence()", Library.ID_GENERATOR);
            case "NANOID" ->
                CodeBlock.of("$T.nanoid($L, $S)", Library.ID_GENERATOR, uid.number("size"), uid.text("alphabet"));
            default -> CodeBlock.of("$T.uuid()", Library.ID_GENERATOR);
        };
    }

    private @Nullable CodeBlock cast(TypeElement owner, Declaration declaration, ValueModel value, Problems problems) {
        Mark mark = Mark.on(declaration.element(), "CastWith");
        if (mark == null) {
            return null;
        }
        TypeMirror type = mark.type("value");
        if (type != null && !values.is(type, Library.CAST.canonicalName())) {
            return methods.instance(owner, mark, "value", problems);
        }
        String call = switch (value.raw().toString()) {
            case "java.lang.String" -> "string()";
            case "java.lang.Boolean" -> "bool()";
            case "java.time.Instant" -> "instant()";
            case "java.util.List" -> "list()";
            case "java.lang.Number" -> "number()";
            default -> value.kind() == ValueModel.Kind.NUMBER ? "number()" : "";
        };
        if (!call.isEmpty()) {
            return CodeBlock.of("$T.$L", Library.CAST, call);
        }
        if (values.isEnum(value.boxed())) {
            return CodeBlock.of("$T.enumOf($T.class)", Library.CAST, value.raw());
        }
        problems.add(
                mark.site(),
                "No cast of the library makes " + Wording.a(declaration.type()) + " of "
                        + ComponentReader.label(owner, declaration) + "; name a class: @CastWith(MyCast.class)");
        return null;
    }
}
