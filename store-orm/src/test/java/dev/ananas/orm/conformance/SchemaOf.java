package dev.ananas.orm.conformance;

import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.EntityTypeBuilder;
import dev.ananas.orm.model.Hooks;
import dev.ananas.orm.model.OnDelete;
import dev.ananas.orm.model.Row;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Models as entity types that are built by calls. */
final class SchemaOf {
    private SchemaOf() {}

    static EntityType<Row> model(Scenario scenario, Scenario.Model model, Hooks<Row> hooks) {
        EntityTypeBuilder<Row> builder = EntityType.dynamic(model.entity());
        said(model, builder, hooks, (name, field) -> attribute(builder, name, field));
        Cases.addTo(builder, scenario, model);
        return builder.build();
    }

    /** Declares what is stored in a field. */
    @FunctionalInterface
    interface Attributes {
        void declare(String name, Map<String, @Nullable Object> field);
    }

    /** Says a model to a builder, but for what it shares with others; the hooks take models of any class. */
    @SuppressWarnings("unchecked")
    static <M> void said(Scenario.Model model, EntityTypeBuilder<M> builder, Hooks<Row> hooks, Attributes attributes) {
        if (model.base() == null) {
            builder.primaryKey(model.key().attributes().toArray(String[]::new));
        }
        Conversions conversions = Conversions.of(model);
        model.fields().forEach((name, field) -> {
            if (field.containsKey("related")) {
                relation(builder, name, field);
                onDelete(builder, field.get("onDelete"));
            } else {
                attributes.declare(name, field);
                conversions.addTo(builder, name);
            }
        });
        visibility(builder, model.members());
        if (Boolean.TRUE.equals(model.members().get("meta"))) {
            builder.timestamps();
        }
        builder.hooks(none -> none.and((Hooks<M>) (Hooks<?>) hooks));
    }

    private static void visibility(EntityTypeBuilder<?> builder, Map<String, @Nullable Object> members) {
        if (members.get("hidden") != null) {
            builder.hidden(Json.texts(members.get("hidden")).toArray(String[]::new));
        }
        if (members.get("visible") != null) {
            builder.visible(Json.texts(members.get("visible")).toArray(String[]::new));
        }
    }

    private static void attribute(EntityTypeBuilder<?> builder, String name, Map<String, @Nullable Object> field) {
        Object value = field.get("default");
        switch (Json.text(field.get("type"))) {
            case "attr" -> builder.attr(name, value);
            case "string" -> builder.string(name, (String) value);
            case "number" -> builder.number(name, (Number) value);
            case "boolean" -> builder.bool(name, (Boolean) value);
            case "uid" -> builder.uid(name);
            default -> throw new IllegalArgumentException("Unknown type \"" + field.get("type") + "\"");
        }
    }

    private static void onDelete(EntityTypeBuilder<?> builder, @Nullable Object action) {
        if (action != null) {
            builder.onDelete(
                    switch (Json.text(action)) {
                        case "cascade" -> OnDelete.CASCADE;
                        case "set null" -> OnDelete.SET_NULL;
                        default -> throw new IllegalArgumentException("Unknown action \"" + action + "\"");
                    });
        }
    }

    private static void relation(EntityTypeBuilder<?> builder, String name, Map<String, @Nullable Object> field) {
        List<String> related = Json.texts(field.get("related"));
        List<String> foreignKey = Json.texts(field.get("foreignKey"));
        List<String> localKey = Json.texts(field.get("localKey"));
        List<String> ownerKey = Json.texts(field.get("ownerKey"));
        switch (Json.text(field.get("type"))) {
            case "hasOne" -> builder.hasOne(name, related.get(0), foreignKey, localKey);
            case "hasMany" -> builder.hasMany(name, related.get(0), foreignKey, localKey);
            case "belongsTo" -> builder.belongsTo(name, related.get(0), foreignKey, ownerKey);
            case "hasManyBy" -> builder.hasManyBy(name, related.get(0), foreignKey.get(0), text(field, "ownerKey"));
            case "hasManyThrough" -> hasManyThrough(builder, name, field);
            case "morphOne", "morphMany", "morphTo" -> morph(builder, name, field);
            default -> manyToMany(builder, name, field);
        }
    }

    private static void hasManyThrough(EntityTypeBuilder<?> builder, String name, Map<String, @Nullable Object> field) {
        builder.hasManyThrough(
                name,
                Json.text(field.get("related")),
                Json.text(field.get("through")),
                Json.text(field.get("firstKey")),
                Json.text(field.get("secondKey")),
                text(field, "localKey"),
                text(field, "secondLocalKey"));
    }

    private static void morph(EntityTypeBuilder<?> builder, String name, Map<String, @Nullable Object> field) {
        List<String> related = Json.texts(field.get("related"));
        String id = Json.text(field.get("morphId"));
        String type = Json.text(field.get("morphType"));
        switch (Json.text(field.get("type"))) {
            case "morphOne" -> builder.morphOne(name, related.get(0), id, type, text(field, "localKey"));
            case "morphMany" -> builder.morphMany(name, related.get(0), id, type, text(field, "localKey"));
            default -> builder.morphTo(name, related, id, type, text(field, "ownerKey"));
        }
    }

    private static void manyToMany(EntityTypeBuilder<?> builder, String name, Map<String, @Nullable Object> field) {
        String related = Json.text(field.get("related"));
        String pivot = Json.text(field.get("pivot"));
        String parentKey = text(field, "parentKey");
        String relatedKey = text(field, "relatedKey");
        if ("belongsToMany".equals(field.get("type"))) {
            String foreign = Json.text(field.get("foreignPivotKey"));
            String far = Json.text(field.get("relatedPivotKey"));
            builder.belongsToMany(name, related, pivot, foreign, far, parentKey, relatedKey);
        } else {
            String far = Json.text(field.get("relatedId"));
            String id = Json.text(field.get("morphId"));
            String type = Json.text(field.get("morphType"));
            if ("morphToMany".equals(field.get("type"))) {
                builder.morphToMany(name, related, pivot, far, id, type, parentKey, relatedKey);
            } else {
                builder.morphedByMany(name, related, pivot, far, id, type, parentKey, relatedKey);
            }
        }
        if (field.get("as") != null) {
            builder.as(Json.text(field.get("as")));
        }
    }

    private static @Nullable String text(Map<String, @Nullable Object> field, String member) {
        return field.get(member) == null ? null : Json.text(field.get(member));
    }
}
