package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.AttributeShape;
import dev.ananas.orm.fuzz.SchemaShape.Effect;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.HookShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.List;
import java.util.Locale;

/** Parts of entity types as Java source. */
final class JavaSchemas {
    private JavaSchemas() {}

    static String declaration(AttributeShape attribute) {
        String name = JavaValues.of(attribute.name());
        String standard = JavaValues.of(attribute.standard());
        StringBuilder text = new StringBuilder(
                switch (attribute.kind()) {
                    case NUMBER -> ".number(" + name + ", " + standard + ")";
                    case TEXT -> ".string(" + name + ", " + standard + ")";
                    case BOOL -> ".bool(" + name + ", " + standard + ")";
                    case ANY, TAGS ->
                        ".attr(" + name + ", " + (standard.equals("null") ? "(Object) null" : standard) + ")";
                    case UID -> ".uid(" + name + ")";
                    case TIMES -> ".timestamps(" + name + ")";
                });
        for (Trait trait : attribute.traits()) {
            text.append(
                    switch (trait) {
                        case HIDDEN -> ".hidden()";
                        case SHOUTS -> ".mutate(v -> v instanceof String t ? t.toUpperCase(Locale.ROOT) : v, null)";
                        case CUTS ->
                            ".mutate(null, v -> v instanceof String t && t.length() > 1 ? t.substring(0, 1) : v)";
                        case ADDS -> ".mutate(v -> v instanceof Long l ? (Object) (l + 10) : v, null)";
                        case CAST_TEXT -> ".cast(Cast.string())";
                        case CAST_NUMBER -> ".cast(Cast.number())";
                    });
        }
        return text.toString();
    }

    /** Uniqueness, hooks and inheritance. */
    static String details(EntityShape entity) {
        StringBuilder text = new StringBuilder();
        entity.unique()
                .forEach(names ->
                        text.append(".unique(").append(JavaValues.list(names)).append(")"));
        entity.sorted()
                .forEach(names -> text.append(".sortedIndex(")
                        .append(JavaValues.list(names))
                        .append(")"));
        entity.hooks().forEach(hook -> text.append(hook(hook)));
        if (entity.base() != null) {
            text.append(".caseOf(" + JavaValues.of(entity.base()) + ", " + JavaValues.of(entity.value()) + ")");
        } else if (entity.discriminator() != null) {
            text.append(".discriminator(" + JavaValues.of(entity.discriminator()) + ", " + JavaValues.of(entity.value())
                    + ")");
        }
        return text.toString();
    }

    private static String hook(HookShape hook) {
        String event =
                hook.event().name().charAt(0) + hook.event().name().substring(1).toLowerCase(Locale.ROOT);
        String result = hook.effect() == Effect.THROW
                ? "fail()"
                : hook.effect() == Effect.VETO
                        ? "HookResult.veto()"
                        : "HookResult.patch(Patch.of(" + JavaValues.of(hook.attribute()) + ", "
                                + JavaValues.of(hook.value()) + "))";
        return ".hooks(hooks -> hooks.on" + event + "(change -> change.model().get(\"n\") instanceof Number n"
                + " && n.doubleValue() == " + hook.number() + " ? " + result + " : HookResult.keep()))";
    }

    static String declaration(RelationShape relation) {
        String call = relation.kind().name().toLowerCase(Locale.ROOT);
        StringBuilder name = new StringBuilder(".");
        for (String part : call.split("_")) {
            name.append(name.length() == 1 ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return name + "(" + arguments(relation) + ")"
                + (relation.as() == null ? "" : ".as(" + JavaValues.of(relation.as()) + ")")
                + (relation.onDelete() == null ? "" : ".onDelete(OnDelete." + relation.onDelete() + ")");
    }

    private static String arguments(RelationShape relation) {
        String names = JavaValues.of(relation.name()) + ", " + JavaValues.of(relation.related()) + ", ";
        String foreign = JavaValues.list(relation.foreignKey());
        String local = first(relation.localKey());
        String pivot = JavaValues.of(relation.pivot());
        String type = JavaValues.of(relation.morphType());
        String onward = first(relation.relatedPivotKey());
        String related = first(relation.relatedKey());
        return switch (relation.kind()) {
            case HAS_ONE, HAS_MANY, BELONGS_TO ->
                names + JavaValues.of(relation.foreignKey()) + ", " + JavaValues.of(relation.localKey());
            case HAS_MANY_BY -> names + foreign + ", " + related;
            case HAS_MANY_THROUGH -> names + pivot + ", " + foreign + ", " + related + ", " + local + ", " + onward;
            case MORPH_ONE, MORPH_MANY -> names + foreign + ", " + type + ", " + local;
            case MORPH_TO ->
                JavaValues.of(relation.name()) + ", " + JavaValues.of(relation.targets()) + ", " + foreign + ", " + type
                        + ", " + local;
            case BELONGS_TO_MANY ->
                names + pivot + ", " + JavaValues.of(relation.foreignKey()) + ", "
                        + JavaValues.of(relation.relatedPivotKey()) + ", " + JavaValues.of(relation.localKey()) + ", "
                        + JavaValues.of(relation.relatedKey());
            case MORPH_TO_MANY ->
                names + pivot + ", " + onward + ", " + foreign + ", " + type + ", " + local + ", " + related;
            case MORPHED_BY_MANY ->
                names + pivot + ", " + foreign + ", " + onward + ", " + type + ", " + local + ", " + related;
        };
    }

    private static String first(List<String> names) {
        return names.isEmpty() ? "null" : JavaValues.of(names.get(0));
    }
}
