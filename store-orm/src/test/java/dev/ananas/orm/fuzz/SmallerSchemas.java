package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.AttributeShape;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Schemas without an entity, a relation or an attribute that nothing else in the schema needs. */
final class SmallerSchemas {
    private SmallerSchemas() {}

    static List<SchemaShape> of(SchemaShape schema) {
        List<SchemaShape> smaller = new ArrayList<>();
        for (EntityShape entity : schema.entities()) {
            if (schema.entities().stream().noneMatch(other -> other != entity && needs(other, entity.name()))) {
                List<EntityShape> rest = new ArrayList<>(schema.entities());
                rest.remove(entity);
                smaller.add(new SchemaShape(rest));
            }
        }
        smaller.addAll(Smaller.parts(
                Smaller.elements(schema.entities(), entity -> entities(schema, entity)), SchemaShape::new));
        return smaller;
    }

    private static boolean needs(EntityShape entity, String name) {
        return entity.relations().stream()
                .anyMatch(relation -> relation.related().equals(name) || name.equals(relation.pivot()));
    }

    private static List<EntityShape> entities(SchemaShape schema, EntityShape entity) {
        List<EntityShape> smaller = new ArrayList<>();
        for (RelationShape relation : entity.relations()) {
            List<RelationShape> rest = new ArrayList<>(entity.relations());
            rest.remove(relation);
            smaller.add(entity.with(entity.attributes(), rest));
        }
        Set<String> needed = needed(schema, entity);
        for (AttributeShape attribute : entity.attributes()) {
            if (!needed.contains(attribute.name())) {
                List<AttributeShape> rest = new ArrayList<>(entity.attributes());
                rest.remove(attribute);
                smaller.add(entity.with(rest, entity.relations()));
            }
        }
        return smaller;
    }

    /** Attributes of the key, and those by which relations join. */
    private static Set<String> needed(SchemaShape schema, EntityShape entity) {
        Set<String> needed = new HashSet<>(entity.key());
        for (EntityShape owner : schema.entities()) {
            for (RelationShape relation : owner.relations()) {
                if (owner == entity) {
                    needed.addAll(schema.parentAttributes(owner, relation));
                }
                String near = relation.isThroughPivot() ? relation.pivot() : relation.related();
                if (near.equals(entity.name())) {
                    needed.addAll(schema.nearAttributes(relation));
                    needed.add(relation.relatedPivotKey());
                }
                if (relation.isThroughPivot() && relation.related().equals(entity.name())) {
                    needed.add(schema.farAttribute(relation));
                }
            }
        }
        return needed;
    }
}
