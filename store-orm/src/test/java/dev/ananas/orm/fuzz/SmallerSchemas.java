package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.AttributeShape;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.ArrayList;
import java.util.Arrays;
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
        for (EntityShape entity : schema.entities()) {
            for (EntityShape variant : entities(schema, entity)) {
                smaller.add(new SchemaShape(schema.entities().stream()
                        .map(one -> one == entity ? variant : inheriting(schema, entity, variant, one))
                        .toList()));
            }
        }
        return smaller;
    }

    /** A case of the entity without what its base has no longer. */
    private static EntityShape inheriting(SchemaShape schema, EntityShape old, EntityShape now, EntityShape one) {
        if (!schema.family(old).contains(one)) {
            return one;
        }
        List<AttributeShape> attributes = new ArrayList<>(now.attributes());
        one.attributes().stream()
                .filter(attribute -> old.attribute(attribute.name()) == null)
                .forEach(attributes::add);
        List<RelationShape> relations = new ArrayList<>(now.relations());
        one.relations().stream()
                .filter(relation -> old.relation(relation.name()) == null)
                .forEach(relations::add);
        return one.with(attributes, relations);
    }

    private static boolean needs(EntityShape entity, String name) {
        return entity.relations().stream()
                        .anyMatch(relation -> relation.targets().contains(name) || name.equals(relation.pivot()))
                || name.equals(entity.base());
    }

    private static List<EntityShape> entities(SchemaShape schema, EntityShape entity) {
        List<EntityShape> smaller = new ArrayList<>();
        EntityShape base = entity.base() == null ? null : schema.entity(entity.base());
        for (RelationShape relation : entity.relations()) {
            if (base != null && base.relation(relation.name()) != null) {
                continue;
            }
            List<RelationShape> rest = new ArrayList<>(entity.relations());
            rest.remove(relation);
            smaller.add(entity.with(entity.attributes(), rest));
            if (relation.onDelete() != null) {
                List<RelationShape> tame = new ArrayList<>(rest);
                tame.add(relation.with(null));
                smaller.add(entity.with(entity.attributes(), tame));
            }
        }
        Smaller.lists(entity.hooks()).forEach(hooks -> smaller.add(entity.with(hooks)));
        Smaller.lists(entity.unique()).forEach(unique -> smaller.add(entity.withUnique(unique)));
        Smaller.lists(entity.sorted()).forEach(sorted -> smaller.add(entity.withSorted(sorted)));
        Set<String> needed = new HashSet<>();
        schema.family(entity).forEach(one -> needed.addAll(needed(schema, one)));
        if (base != null) {
            base.attributes().forEach(attribute -> needed.add(attribute.name()));
        }
        smaller.addAll(Smaller.parts(
                Smaller.elements(
                        entity.attributes(),
                        one -> base == null || base.attribute(one.name()) == null ? traits(one) : List.of()),
                attributes -> entity.with(attributes, entity.relations())));
        for (AttributeShape attribute : entity.attributes()) {
            if (!needed.contains(attribute.name())) {
                List<AttributeShape> rest = new ArrayList<>(entity.attributes());
                rest.remove(attribute);
                smaller.add(entity.with(rest, entity.relations()));
            }
        }
        return smaller;
    }

    private static List<AttributeShape> traits(AttributeShape attribute) {
        return Smaller.parts(Smaller.lists(attribute.traits()), attribute::with);
    }

    /** Attributes of the key, and those by which relations join. */
    private static Set<String> needed(SchemaShape schema, EntityShape entity) {
        Set<String> needed = new HashSet<>(entity.key());
        needed.add(entity.discriminator());
        entity.unique().forEach(needed::addAll);
        entity.sorted().forEach(needed::addAll);
        entity.hooks().forEach(hook -> needed.addAll(Arrays.asList("n", hook.attribute())));
        for (EntityShape owner : schema.entities()) {
            for (RelationShape relation : owner.relations()) {
                if (owner == entity) {
                    needed.addAll(schema.parentAttributes(owner, relation));
                    needed.addAll(relation.foreignKey());
                    needed.add(relation.morphType());
                }
                boolean between = relation.pivot() != null;
                if (between
                        ? relation.pivot().equals(entity.name())
                        : relation.targets().contains(entity.name())) {
                    needed.addAll(schema.nearAttributes(relation, entity.name()));
                    needed.add(relation.morphType());
                    needed.addAll(between ? schema.onwardAttributes(relation) : List.of());
                }
                if (relation.targets().contains(entity.name())) {
                    needed.addAll(relation.relatedKey());
                }
            }
        }
        return needed;
    }
}
