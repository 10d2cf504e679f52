package dev.ananas.orm.fuzz;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;

/** A schema as plain data. */
record SchemaShape(List<EntityShape> entities) {

    /** An entity; a key of several attributes is composite. */
    record EntityShape(String name, List<String> key, List<AttributeShape> attributes, List<RelationShape> relations) {

        AttributeShape attribute(String attribute) {
            return attributes.stream()
                    .filter(one -> one.name().equals(attribute))
                    .findFirst()
                    .orElse(null);
        }

        RelationShape relation(String relation) {
            return relations.stream()
                    .filter(one -> one.name().equals(relation))
                    .findFirst()
                    .orElse(null);
        }

        EntityShape with(List<AttributeShape> newAttributes, List<RelationShape> newRelations) {
            return new EntityShape(name, key, newAttributes, newRelations);
        }
    }

    record AttributeShape(String name, Kind kind, Object standard) {}

    enum RelationKind {
        HAS_ONE,
        HAS_MANY,
        BELONGS_TO,
        BELONGS_TO_MANY
    }

    /**
     * A relation with its keys as declared. {@code localKey} is the owner key of belongsTo and the parent key of
     * belongsToMany; empty, like a null {@code relatedKey}, for the primary key.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RelationShape(
            RelationKind kind,
            String name,
            String related,
            List<String> foreignKey,
            List<String> localKey,
            String pivot,
            String relatedPivotKey,
            String relatedKey,
            String as) {

        boolean isToMany() {
            return kind == RelationKind.HAS_MANY || isThroughPivot();
        }

        boolean isThroughPivot() {
            return kind == RelationKind.BELONGS_TO_MANY;
        }

        String accessor() {
            return as == null ? "pivot" : as;
        }
    }

    EntityShape entity(String name) {
        return entities.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Attributes of the entity that declares a relation, whose values the near attributes have to equal. */
    List<String> parentAttributes(EntityShape owner, RelationShape relation) {
        if (relation.kind() == RelationKind.BELONGS_TO) {
            return relation.foreignKey();
        }
        return relation.localKey().isEmpty() ? owner.key() : relation.localKey();
    }

    /** Attributes of the pivot, or of the related entity if there is none. */
    List<String> nearAttributes(RelationShape relation) {
        if (relation.kind() != RelationKind.BELONGS_TO) {
            return relation.foreignKey();
        }
        return relation.localKey().isEmpty() ? entity(relation.related()).key() : relation.localKey();
    }

    /** Attribute of the related entity to which a pivot points. */
    String farAttribute(RelationShape relation) {
        return relation.relatedKey() == null ? entity(relation.related()).key().get(0) : relation.relatedKey();
    }

    /** Attributes that some relation reads on this entity as the other end of a foreign key, the primary key left out. */
    List<String> customKeys(EntityShape entity) {
        List<String> custom = new ArrayList<>();
        for (EntityShape owner : entities) {
            for (RelationShape relation : owner.relations()) {
                if (owner.name().equals(entity.name()) && relation.kind() != RelationKind.BELONGS_TO) {
                    custom.addAll(relation.localKey());
                }
                if (relation.related().equals(entity.name())) {
                    if (relation.kind() == RelationKind.BELONGS_TO) {
                        custom.addAll(relation.localKey());
                    } else if (relation.relatedKey() != null) {
                        custom.add(relation.relatedKey());
                    }
                }
            }
        }
        custom.removeAll(entity.key());
        return custom.stream().distinct().toList();
    }
}
