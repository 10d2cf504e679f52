package dev.ananas.orm.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The relations of an entity, in the making; arguments in the order of Pinia ORM, local keys last.
 *
 * @param <M> model class
 * @param <B> type that the calls return
 */
abstract class RelationBuilder<M, B extends RelationBuilder<M, B>> {
    final String entity;
    final List<Component> components = new ArrayList<>();

    RelationBuilder(String entity) {
        this.entity = entity;
    }

    abstract B self();

    /** One record of {@code related} refers to this one by its foreign key. */
    public B hasOne(String name, String related, String foreignKey) {
        return hasOne(name, related, List.of(foreignKey), List.of());
    }

    /** As {@link #hasOne(String, String, String)} with a local key other than the primary one. */
    public B hasOne(String name, String related, String foreignKey, String localKey) {
        return hasOne(name, related, List.of(foreignKey), List.of(localKey));
    }

    /** As {@link #hasOne(String, String, String)} with composite keys; an empty local key is the primary one. */
    public B hasOne(String name, String related, List<String> foreignKey, List<String> localKey) {
        return add(new RelationType.Has(
                name, false, related, reference(name, foreignKey), List.copyOf(localKey), OnDelete.NOTHING));
    }

    /** Any number of records of {@code related} refer to this one by their foreign key. */
    public B hasMany(String name, String related, String foreignKey) {
        return hasMany(name, related, List.of(foreignKey), List.of());
    }

    /** As {@link #hasMany(String, String, String)} with a local key other than the primary one. */
    public B hasMany(String name, String related, String foreignKey, String localKey) {
        return hasMany(name, related, List.of(foreignKey), List.of(localKey));
    }

    /** As {@link #hasMany(String, String, String)} with composite keys; an empty local key is the primary one. */
    public B hasMany(String name, String related, List<String> foreignKey, List<String> localKey) {
        return add(new RelationType.Has(
                name, true, related, reference(name, foreignKey), List.copyOf(localKey), OnDelete.NOTHING));
    }

    /** This record refers to one record of {@code related} by its own foreign key. */
    public B belongsTo(String name, String related, String foreignKey) {
        return belongsTo(name, related, List.of(foreignKey), List.of());
    }

    /** As {@link #belongsTo(String, String, String)} with an owner key other than the primary one. */
    public B belongsTo(String name, String related, String foreignKey, String ownerKey) {
        return belongsTo(name, related, List.of(foreignKey), List.of(ownerKey));
    }

    /** As {@link #belongsTo(String, String, String)} with composite keys; an empty owner key is the primary one. */
    public B belongsTo(String name, String related, List<String> foreignKey, List<String> ownerKey) {
        return add(new RelationType.BelongsTo(name, related, reference(name, foreignKey), List.copyOf(ownerKey)));
    }

    /**
     * The attribute {@code foreignKey} is a list of keys of {@code related}; related models come in its order, whatever else an
     * include orders by, unless it has a limit or an offset.
     */
    public B hasManyBy(String name, String related, String foreignKey) {
        return hasManyBy(name, related, foreignKey, null);
    }

    /** As {@link #hasManyBy(String, String, String)} with an owner key other than the primary one. */
    public B hasManyBy(String name, String related, String foreignKey, @Nullable String ownerKey) {
        return add(new RelationType.HasManyBy(name, related, foreignKey, ownerKey));
    }

    /**
     * Records of {@code related} refer by {@code secondKey} to records of {@code through}, which refer here by {@code firstKey}.
     * They come in the order of {@code through}; an include orders those of one record, or all if it has a limit or an offset.
     */
    public B hasManyThrough(String name, String related, String through, String firstKey, String secondKey) {
        return hasManyThrough(name, related, through, firstKey, secondKey, null, null);
    }

    /** As {@link #hasManyThrough(String, String, String, String, String)} with keys other than the primary ones. */
    public B hasManyThrough(
            String name,
            String related,
            String through,
            String firstKey,
            String secondKey,
            @Nullable String localKey,
            @Nullable String secondLocalKey) {
        return add(new RelationType.HasManyThrough(
                name, related, through, List.of(firstKey), List.of(secondKey), names(localKey), names(secondLocalKey)));
    }

    /** One record of {@code related} refers to this one by key and entity name. */
    public B morphOne(String name, String related, String morphId, String morphType) {
        return morphOne(name, related, morphId, morphType, null);
    }

    /** As {@link #morphOne(String, String, String, String)} with a local key other than the primary one. */
    public B morphOne(String name, String related, String morphId, String morphType, @Nullable String localKey) {
        return add(new RelationType.MorphHas(name, false, related, morphId, morphType, localKey, OnDelete.NOTHING));
    }

    /** Any number of records of {@code related} refer to this one by key and entity name. */
    public B morphMany(String name, String related, String morphId, String morphType) {
        return morphMany(name, related, morphId, morphType, null);
    }

    /** As {@link #morphMany(String, String, String, String)} with a local key other than the primary one. */
    public B morphMany(String name, String related, String morphId, String morphType, @Nullable String localKey) {
        return add(new RelationType.MorphHas(name, true, related, morphId, morphType, localKey, OnDelete.NOTHING));
    }

    /** This record refers by key and entity name to one record of one of the {@code related} entities. */
    public B morphTo(String name, String morphId, String morphType, String... related) {
        return morphTo(name, List.of(related), morphId, morphType, null);
    }

    /** As {@link #morphTo(String, String, String, String...)} with an owner key other than the primary ones. */
    public B morphTo(String name, List<String> related, String morphId, String morphType, @Nullable String ownerKey) {
        return add(new RelationType.MorphTo(name, List.copyOf(related), morphId, morphType, ownerKey));
    }

    /** Many to many through rows of the entity {@code pivot}, between the primary keys of both ends. */
    public B belongsToMany(String name, String related, String pivot, String foreignPivotKey, String relatedPivotKey) {
        return belongsToMany(name, related, pivot, foreignPivotKey, relatedPivotKey, null, null);
    }

    /** Many to many with keys other than the primary ones. */
    public B belongsToMany(
            String name,
            String related,
            String pivot,
            String foreignPivotKey,
            String relatedPivotKey,
            @Nullable String parentKey,
            @Nullable String relatedKey) {
        return belongsToMany(
                name,
                related,
                pivot,
                List.of(foreignPivotKey),
                List.of(relatedPivotKey),
                names(parentKey),
                names(relatedKey));
    }

    /** Many to many with composite keys; empty parent and related keys are the primary ones. */
    public B belongsToMany(
            String name,
            String related,
            String pivot,
            List<String> foreignPivotKey,
            List<String> relatedPivotKey,
            List<String> parentKey,
            List<String> relatedKey) {
        return add(new RelationType.ThroughPivot(
                name,
                related,
                pivot,
                reference(name, foreignPivotKey),
                reference(name, relatedPivotKey),
                List.copyOf(parentKey),
                List.copyOf(relatedKey),
                null,
                null,
                null,
                OnDelete.NOTHING));
    }

    /** Many to many through pivots that refer to this end by key and entity name. */
    public B morphToMany(
            String name, String related, String pivot, String relatedId, String morphId, String morphType) {
        return morphToMany(name, related, pivot, relatedId, morphId, morphType, null, null);
    }

    /** As {@link #morphToMany(String, String, String, String, String, String)} with keys other than the primary ones. */
    public B morphToMany(
            String name,
            String related,
            String pivot,
            String relatedId,
            String morphId,
            String morphType,
            @Nullable String parentKey,
            @Nullable String relatedKey) {
        return add(new RelationType.ThroughPivot(
                name,
                related,
                pivot,
                List.of(morphId),
                List.of(relatedId),
                names(parentKey),
                names(relatedKey),
                morphType,
                null,
                null,
                OnDelete.NOTHING));
    }

    /** Many to many through pivots that refer to the other end by key and entity name. */
    public B morphedByMany(
            String name, String related, String pivot, String relatedId, String morphId, String morphType) {
        return morphedByMany(name, related, pivot, relatedId, morphId, morphType, null, null);
    }

    /** As {@link #morphedByMany(String, String, String, String, String, String)} with keys other than the primary ones. */
    public B morphedByMany(
            String name,
            String related,
            String pivot,
            String relatedId,
            String morphId,
            String morphType,
            @Nullable String parentKey,
            @Nullable String relatedKey) {
        return add(new RelationType.ThroughPivot(
                name,
                related,
                pivot,
                List.of(relatedId),
                List.of(morphId),
                names(parentKey),
                names(relatedKey),
                null,
                morphType,
                null,
                OnDelete.NOTHING));
    }

    /** Name of the accessor of the pivot on the related model, for the many-to-many relation declared last. */
    public B as(String accessor) {
        int last = components.size() - 1;
        if (last < 0 || !(components.get(last) instanceof RelationType.ThroughPivot relation)) {
            throw new IllegalStateException(
                    "as(\"" + accessor + "\") names the pivot of a many-to-many relation and has"
                            + " to follow its declaration in entity \"" + entity + "\"");
        }
        components.set(last, relation.withAccessor(accessor));
        return self();
    }

    private static List<String> names(@Nullable String name) {
        return name == null ? List.of() : List.of(name);
    }

    private List<String> reference(String relation, List<String> attributes) {
        if (attributes.isEmpty()) {
            throw new IllegalArgumentException("Relation \"" + relation + "\" of entity \"" + entity
                    + "\" refers by no attribute; name as many as the key at the other end has");
        }
        return List.copyOf(attributes);
    }

    final B add(Component component) {
        Objects.requireNonNull(component.name(), "name");
        for (Component other : components) {
            if (other.name().equals(component.name())) {
                throw new IllegalArgumentException("Entity \"" + entity + "\" declares \"" + component.name()
                        + "\" twice; every attribute, pivot and relation needs a name of its own");
            }
        }
        components.add(component);
        return self();
    }

    /**
     * What a delete of a record of this entity does to the other end of the relation declared last. Which actions a kind of
     * relation can have is checked when a database opens; see {@link OnDelete}.
     */
    public B onDelete(OnDelete action) {
        Objects.requireNonNull(action, "action");
        int last = components.size() - 1;
        if (last < 0 || !(components.get(last) instanceof RelationType relation)) {
            throw new IllegalStateException("onDelete(" + action + ") is about a relation and has to follow its"
                    + " declaration in entity \"" + entity + "\"");
        }
        components.set(last, relation.withOnDelete(action));
        return self();
    }
}
