package dev.ananas.orm.conformance;

import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.EntityTypeBuilder;
import dev.ananas.orm.model.Row;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Models as entity types without a class. */
final class SchemaOf {
    private SchemaOf() {}

    static EntityType<Row> model(Scenario.Model model) {
        EntityTypeBuilder<Row> builder = EntityType.dynamic(model.entity());
        builder.primaryKey(model.key().attributes().toArray(String[]::new));
        model.fields().forEach((name, field) -> field(builder, name, field));
        return builder.build();
    }

    private static void field(EntityTypeBuilder<Row> builder, String name, Map<String, @Nullable Object> field) {
        Object value = field.get("default");
        switch (Json.text(field.get("type"))) {
            case "attr" -> builder.attr(name, value);
            case "string" -> builder.string(name, (String) value);
            case "number" -> builder.number(name, (Number) value);
            case "boolean" -> builder.bool(name, (Boolean) value);
            case "uid" -> builder.uid(name);
            default -> relation(builder, name, field);
        }
    }

    private static void relation(EntityTypeBuilder<Row> builder, String name, Map<String, @Nullable Object> field) {
        String related = Json.text(field.get("related"));
        List<String> foreignKey = Json.texts(field.get("foreignKey"));
        List<String> localKey = Json.texts(field.get("localKey"));
        switch (Json.text(field.get("type"))) {
            case "hasOne" -> builder.hasOne(name, related, foreignKey, localKey);
            case "hasMany" -> builder.hasMany(name, related, foreignKey, localKey);
            case "belongsTo" -> builder.belongsTo(name, related, foreignKey, Json.texts(field.get("ownerKey")));
            case "belongsToMany" -> belongsToMany(builder, name, field);
            default -> throw new IllegalArgumentException("Unknown field type in " + Json.print(field));
        }
    }

    private static void belongsToMany(
            EntityTypeBuilder<Row> builder, String name, Map<String, @Nullable Object> field) {
        builder.belongsToMany(
                name,
                Json.text(field.get("related")),
                Json.text(field.get("pivot")),
                Json.text(field.get("foreignPivotKey")),
                Json.text(field.get("relatedPivotKey")),
                (String) field.get("parentKey"),
                (String) field.get("relatedKey"));
        if (field.get("as") != null) {
            builder.as(Json.text(field.get("as")));
        }
    }
}
