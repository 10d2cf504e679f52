package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.AttributeShape;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import dev.ananas.orm.model.Cast;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.EntityTypeBuilder;
import dev.ananas.orm.model.Row;
import java.util.List;
import java.util.Locale;

/** Entity types of a schema. */
final class AnanasSchema {
    private AnanasSchema() {}

    static EntityType<Row> type(SchemaShape schema, EntityShape entity) {
        EntityTypeBuilder<Row> builder = EntityType.dynamic(entity.name());
        EntityShape base = entity.base() == null ? null : schema.entity(entity.base());
        for (AttributeShape attribute : entity.attributes()) {
            if (base == null || !attribute.equals(base.attribute(attribute.name()))) {
                declare(builder, attribute);
            }
        }
        for (RelationShape relation : entity.relations()) {
            if (base == null || base.relation(relation.name()) == null) {
                declare(builder, relation);
            }
        }
        entity.unique().forEach(names -> builder.unique(names.toArray(String[]::new)));
        entity.sorted().forEach(names -> builder.sortedIndex(names.toArray(String[]::new)));
        AnanasHooks.declare(builder, entity);
        if (base != null) {
            return builder.caseOf(entity.base(), entity.value()).build();
        }
        if (entity.discriminator() != null) {
            builder.discriminator(entity.discriminator(), entity.value());
        }
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
            case TIMES -> builder.timestamps(name);
        }
        for (Trait trait : attribute.traits()) {
            switch (trait) {
                case HIDDEN -> builder.hidden();
                case SHOUTS ->
                    builder.mutate(value -> value instanceof String text ? text.toUpperCase(Locale.ROOT) : value, null);
                case CUTS ->
                    builder.mutate(
                            null,
                            value -> value instanceof String text && text.length() > 1 ? text.substring(0, 1) : value);
                case ADDS -> builder.mutate(value -> value instanceof Long number ? (Long) (number + 10) : value, null);
                case CAST_TEXT -> builder.cast(Cast.string());
                case CAST_NUMBER -> builder.cast(Cast.number());
            }
        }
    }

    private static void declare(EntityTypeBuilder<Row> builder, RelationShape relation) {
        String name = relation.name();
        String related = relation.related();
        List<String> foreign = relation.foreignKey();
        List<String> local = relation.localKey();
        String type = relation.morphType();
        switch (relation.kind()) {
            case HAS_ONE -> builder.hasOne(name, related, foreign, local);
            case HAS_MANY -> builder.hasMany(name, related, foreign, local);
            case BELONGS_TO -> builder.belongsTo(name, related, foreign, local);
            case HAS_MANY_BY -> builder.hasManyBy(name, related, foreign.get(0), first(relation.relatedKey()));
            case HAS_MANY_THROUGH ->
                builder.hasManyThrough(
                        name,
                        related,
                        relation.pivot(),
                        foreign.get(0),
                        relation.relatedKey().get(0),
                        first(local),
                        first(relation.relatedPivotKey()));
            case MORPH_ONE -> builder.morphOne(name, related, foreign.get(0), type, first(local));
            case MORPH_MANY -> builder.morphMany(name, related, foreign.get(0), type, first(local));
            case MORPH_TO -> builder.morphTo(name, relation.targets(), foreign.get(0), type, first(local));
            case BELONGS_TO_MANY ->
                builder.belongsToMany(
                        name,
                        related,
                        relation.pivot(),
                        foreign,
                        relation.relatedPivotKey(),
                        local,
                        relation.relatedKey());
            case MORPH_TO_MANY ->
                builder.morphToMany(
                        name,
                        related,
                        relation.pivot(),
                        relation.relatedPivotKey().get(0),
                        foreign.get(0),
                        type,
                        first(local),
                        first(relation.relatedKey()));
            case MORPHED_BY_MANY ->
                builder.morphedByMany(
                        name,
                        related,
                        relation.pivot(),
                        foreign.get(0),
                        relation.relatedPivotKey().get(0),
                        type,
                        first(local),
                        first(relation.relatedKey()));
        }
        if (relation.as() != null) {
            builder.as(relation.as());
        }
        if (relation.onDelete() != null) {
            builder.onDelete(relation.onDelete());
        }
    }

    private static String first(List<String> names) {
        return names.isEmpty() ? null : names.get(0);
    }
}
