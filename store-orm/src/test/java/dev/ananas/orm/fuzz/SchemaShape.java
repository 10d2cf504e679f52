package dev.ananas.orm.fuzz;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ananas.orm.model.OnDelete;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A schema as plain data. */
record SchemaShape(List<EntityShape> entities) {

    /**
     * An entity; a key of several attributes is composite. A case names the entity whose table it shares and its value in the
     * discriminator, and repeats what it inherits; the base names the discriminator.
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record EntityShape(
            String name,
            List<String> key,
            List<AttributeShape> attributes,
            List<RelationShape> relations,
            List<HookShape> hooks,
            List<List<String>> unique,
            List<List<String>> sorted,
            String discriminator,
            String base,
            String value) {

        EntityShape {
            attributes = attributes == null ? List.of() : attributes;
            relations = relations == null ? List.of() : relations;
            hooks = hooks == null ? List.of() : hooks;
            unique = unique == null ? List.of() : unique;
            sorted = sorted == null ? List.of() : sorted;
        }

        AttributeShape attribute(String attribute) {
            return attributes.stream()
                    .filter(one -> one.name().equals(attribute))
                    .findFirst()
                    .orElse(null);
        }

        /** The attribute with the timestamps, or null. */
        AttributeShape times() {
            return attributes.stream()
                    .filter(one -> one.kind() == Kind.TIMES)
                    .findFirst()
                    .orElse(null);
        }

        /** Whether clauses may show or hide something by this name. */
        boolean shows(String name) {
            return name.equals(QueryShape.ALL)
                    || attribute(name) != null
                    || name.equals(QueryShape.META) && times() != null;
        }

        RelationShape relation(String relation) {
            return relations.stream()
                    .filter(one -> one.name().equals(relation))
                    .findFirst()
                    .orElse(null);
        }

        EntityShape named(String newName) {
            return new EntityShape(
                    newName, key, attributes, relations, hooks, unique, sorted, discriminator, base, value);
        }

        EntityShape with(List<AttributeShape> newAttributes, List<RelationShape> newRelations) {
            return new EntityShape(
                    name, key, newAttributes, newRelations, hooks, unique, sorted, discriminator, base, value);
        }

        EntityShape with(List<HookShape> newHooks) {
            return new EntityShape(
                    name, key, attributes, relations, newHooks, unique, sorted, discriminator, base, value);
        }

        EntityShape withUnique(List<List<String>> newUnique) {
            return new EntityShape(
                    name, key, attributes, relations, hooks, newUnique, sorted, discriminator, base, value);
        }

        EntityShape withSorted(List<List<String>> newSorted) {
            return new EntityShape(
                    name, key, attributes, relations, hooks, unique, newSorted, discriminator, base, value);
        }

        /** Whether it is stored with others in one table. */
        boolean isShared() {
            return discriminator != null || base != null;
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record AttributeShape(
            String name,
            Kind kind,
            @JsonInclude(JsonInclude.Include.ALWAYS) Object standard,
            List<Trait> traits) {
        AttributeShape {
            traits = traits == null ? List.of() : traits;
        }

        boolean is(Trait trait) {
            return traits.contains(trait);
        }

        AttributeShape with(List<Trait> newTraits) {
            return new AttributeShape(name, kind, standard, newTraits);
        }
    }

    /** When a hook runs. */
    enum Event {
        SAVING,
        CREATING,
        UPDATING,
        DELETING
    }

    /** What a hook does with a record. */
    enum Effect {
        VETO,
        PATCH,
        THROW
    }

    /** A hook that acts on records whose number {@code n} equals {@code number}; {@code patch} is for that effect. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HookShape(Event event, double number, Effect effect, String attribute, Object value) {}

    enum RelationKind {
        HAS_ONE,
        HAS_MANY,
        BELONGS_TO,
        HAS_MANY_BY,
        HAS_MANY_THROUGH,
        BELONGS_TO_MANY,
        MORPH_ONE,
        MORPH_MANY,
        MORPH_TO,
        MORPH_TO_MANY,
        MORPHED_BY_MANY
    }

    /**
     * A relation with its keys as declared.
     *
     * @param targets related entities, one unless it is a morphTo
     * @param foreignKey on the related entity, on the owner (belongsTo, morphTo, hasManyBy), or on the entity between for
     *     this end
     * @param localKey what the foreign key refers to, empty for the primary key; for hasManyBy always the primary key
     * @param pivot the entity between, or null
     * @param relatedPivotKey on the entity between for the other end; for hasManyThrough empty for its primary key
     * @param relatedKey on the related entity what {@code relatedPivotKey} or the list of hasManyBy refers to, empty for the
     *     primary key; for hasManyThrough the foreign key
     * @param morphType where the entity name is, or null
     * @param as accessor of the pivot, or null
     * @param onDelete or null for nothing
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record RelationShape(
            RelationKind kind,
            String name,
            List<String> targets,
            List<String> foreignKey,
            List<String> localKey,
            String pivot,
            List<String> relatedPivotKey,
            List<String> relatedKey,
            String morphType,
            String as,
            OnDelete onDelete) {

        RelationShape {
            localKey = localKey == null ? List.of() : localKey;
            relatedPivotKey = relatedPivotKey == null ? List.of() : relatedPivotKey;
            relatedKey = relatedKey == null ? List.of() : relatedKey;
        }

        boolean isToMany() {
            return switch (kind) {
                case HAS_ONE, BELONGS_TO, MORPH_ONE, MORPH_TO -> false;
                default -> true;
            };
        }

        /** Whether there is a pivot that links may be written to. */
        boolean isThroughPivot() {
            return switch (kind) {
                case BELONGS_TO_MANY, MORPH_TO_MANY, MORPHED_BY_MANY -> true;
                default -> false;
            };
        }

        /** Whether the rows between, not the related ones, come first in the order. */
        boolean ordersByLink() {
            return kind == RelationKind.HAS_MANY_BY || kind == RelationKind.HAS_MANY_THROUGH;
        }

        /** Whether the foreign key is on the entity that declares it. */
        boolean ownsKey() {
            return kind == RelationKind.BELONGS_TO || kind == RelationKind.MORPH_TO;
        }

        /** The related entity, the first of several. */
        String related() {
            return targets.get(0);
        }

        String accessor() {
            return as == null ? "pivot" : as;
        }

        RelationShape with(OnDelete action) {
            return new RelationShape(
                    kind,
                    name,
                    targets,
                    foreignKey,
                    localKey,
                    pivot,
                    relatedPivotKey,
                    relatedKey,
                    morphType,
                    as,
                    action);
        }

        RelationShape leadingTo(List<String> newTargets) {
            return new RelationShape(
                    kind,
                    name,
                    newTargets,
                    foreignKey,
                    localKey,
                    pivot,
                    relatedPivotKey,
                    relatedKey,
                    morphType,
                    as,
                    onDelete);
        }
    }

    EntityShape entity(String name) {
        return entities.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The entity whose table an entity is stored in. */
    EntityShape tableOf(EntityShape entity) {
        return entity.base() == null ? entity : tableOf(entity(entity.base()));
    }

    /** The entity itself and all that are cases of it, however far down. */
    List<EntityShape> family(EntityShape entity) {
        List<EntityShape> family = new ArrayList<>(List.of(entity));
        for (EntityShape other : entities) {
            if (entity.name().equals(other.base())) {
                family.addAll(family(other));
            }
        }
        return family;
    }

    /** An entity with what its cases have besides, as queries on it see it. */
    EntityShape seen(EntityShape entity) {
        Map<String, AttributeShape> attributes = new LinkedHashMap<>();
        Map<String, RelationShape> relations = new LinkedHashMap<>();
        for (EntityShape one : family(entity)) {
            one.attributes().forEach(attribute -> attributes.putIfAbsent(attribute.name(), attribute));
            one.relations().forEach(relation -> relations.putIfAbsent(relation.name(), relation));
        }
        return entity.with(List.copyOf(attributes.values()), List.copyOf(relations.values()));
    }

    /** The entity that declares a relation, which may be the base of the one that has it. */
    EntityShape declaring(EntityShape entity, RelationShape relation) {
        EntityShape base = entity.base() == null ? null : entity(entity.base());
        return base != null && base.relation(relation.name()) != null ? declaring(base, relation) : entity;
    }

    /** Attributes of the entity that declares a relation, whose values the near attributes have to equal. */
    List<String> parentAttributes(EntityShape owner, RelationShape relation) {
        if (relation.ownsKey()) {
            return relation.foreignKey();
        }
        boolean byList = relation.kind() == RelationKind.HAS_MANY_BY;
        return byList || relation.localKey().isEmpty() ? owner.key() : relation.localKey();
    }

    /** Attributes of the entity between, or of the related entity if there is none. */
    List<String> nearAttributes(RelationShape relation) {
        return relation.ownsKey() ? nearAttributes(relation, relation.related()) : relation.foreignKey();
    }

    /** The same for one of the related entities. */
    List<String> nearAttributes(RelationShape relation, String target) {
        if (!relation.ownsKey()) {
            return relation.foreignKey();
        }
        return relation.localKey().isEmpty() ? entity(target).key() : relation.localKey();
    }

    /** Attributes of the related entity to which a row between points. */
    List<String> farAttributes(RelationShape relation) {
        return relation.relatedKey().isEmpty() ? entity(relation.related()).key() : relation.relatedKey();
    }

    /** Attributes of the row between that point to the related entity. */
    List<String> onwardAttributes(RelationShape relation) {
        return relation.relatedPivotKey().isEmpty() ? entity(relation.pivot()).key() : relation.relatedPivotKey();
    }

    /** The attributes that all targets of a relation have. */
    EntityShape common(RelationShape relation) {
        return relation.targets().size() == 1 ? seen(entity(relation.related())) : common(relation.targets());
    }

    /** An entity without a name, of the attributes that all of these have, without relations. */
    EntityShape common(List<String> names) {
        EntityShape first = entity(names.get(0)).named("");
        List<AttributeShape> shared = first.attributes().stream()
                .filter(attribute -> names.stream().allMatch(name -> alike(attribute, entity(name))))
                .toList();
        return first.with(shared, List.of());
    }

    private static boolean alike(AttributeShape attribute, EntityShape entity) {
        AttributeShape other = entity.attribute(attribute.name());
        return other != null
                && other.kind().isNumeric() == attribute.kind().isNumeric()
                && (other.kind() == attribute.kind() || other.kind().isNumeric())
                && other.traits().equals(attribute.traits());
    }

    /** Entities to which any relation of an entity and of its cases leads. */
    List<String> allRelated(EntityShape entity) {
        Set<String> related = new LinkedHashSet<>();
        family(entity).forEach(one -> one.relations().forEach(relation -> related.addAll(relation.targets())));
        return List.copyOf(related);
    }

    /**
     * Attributes that some relation reads on this entity as the other end of a foreign key, the primary key left out.
     */
    List<String> customKeys(EntityShape entity) {
        Set<String> custom = new LinkedHashSet<>();
        for (EntityShape owner : entities) {
            for (RelationShape relation : owner.relations()) {
                if (owner.name().equals(entity.name()) && !relation.ownsKey()) {
                    custom.addAll(relation.localKey());
                }
                if (relation.targets().contains(entity.name())) {
                    custom.addAll(relation.ownsKey() ? relation.localKey() : relation.relatedKey());
                }
                if (entity.name().equals(relation.pivot()) && relation.kind() == RelationKind.HAS_MANY_THROUGH) {
                    custom.addAll(relation.relatedPivotKey());
                }
            }
        }
        custom.removeAll(entity.key());
        custom.removeIf(Objects::isNull);
        return List.copyOf(custom);
    }
}
