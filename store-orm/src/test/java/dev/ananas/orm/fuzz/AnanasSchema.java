package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.AttributeShape;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.EntityTypeBuilder;
import dev.ananas.orm.model.Row;

/** Entity types of a schema. */
final class AnanasSchema {
    private AnanasSchema() {}

    static EntityType<Row> type(EntityShape entity) {
        EntityTypeBuilder<Row> builder = EntityType.dynamic(entity.name());
        entity.attributes().forEach(attribute -> declare(builder, attribute));
        entity.relations().forEach(relation -> declare(builder, relation));
        return builder.primaryKey(entity.key().toArray(String[]::new)).build();
    }

    private static void declare(EntityTypeBuilder<Row> builder, AttributeShape attribute) {
        String name = attribute.name();
        switch (attribute.kind()) {
            case NUMBER -> builder.number(name, (Number) attribute.standard());
            case TEXT -> builder.string(name, (String) attribute.standard());
            case BOOL -> builder.bool(name, (Boolean) attribute.standard());
            case ANY, TAGS -> builder.attr(name, attribute.standard());
            case UID -> builder.uid(name);
        }
    }

    private static void declare(EntityTypeBuilder<Row> builder, RelationShape relation) {
        String name = relation.name();
        String related = relation.related();
        switch (relation.kind()) {
            case HAS_ONE -> builder.hasOne(name, related, relation.foreignKey(), relation.localKey());
            case HAS_MANY -> builder.hasMany(name, related, relation.foreignKey(), relation.localKey());
            case BELONGS_TO -> builder.belongsTo(name, related, relation.foreignKey(), relation.localKey());
            case BELONGS_TO_MANY -> {
                builder.belongsToMany(
                        name,
                        related,
                        relation.pivot(),
                        relation.foreignKey().get(0),
                        relation.relatedPivotKey(),
                        relation.localKey().isEmpty()
                                ? null
                                : relation.localKey().get(0),
                        relation.relatedKey());
                if (relation.as() != null) {
                    builder.as(relation.as());
                }
            }
        }
    }
}
