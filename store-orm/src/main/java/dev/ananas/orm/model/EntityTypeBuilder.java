package dev.ananas.orm.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Collects the description of one entity; arguments in the order of Pinia ORM, local keys last. The order of the calls is
 * the order of the components. Not safe for use by several threads.
 *
 * @param <M> model class
 */
public final class EntityTypeBuilder<M> {
    private final String name;
    private final Class<M> model;
    private final boolean dynamic;
    private final List<Component> components = new ArrayList<>();
    private List<String> primaryKey = List.of("id");
    private Hooks<M> hooks = Hooks.none();
    private EntityType.@Nullable AccessFactory<M> access;

    EntityTypeBuilder(String name, Class<M> model, boolean dynamic) {
        this.name = name;
        this.model = model;
        this.dynamic = dynamic;
    }

    /**
     * An attribute of any type. A {@link Supplier} as default is asked anew for every record; lists and maps are copied.
     */
    public EntityTypeBuilder<M> attr(String name, @Nullable Object defaultValue) {
        Supplier<? extends @Nullable Object> made =
                defaultValue instanceof Supplier<?> supplier ? supplier : () -> defaultValue;
        return attribute(name, anything(), made, false);
    }

    /** A text attribute. */
    public EntityTypeBuilder<M> string(String name, @Nullable String defaultValue) {
        return attribute(name, DynamicValueType.TEXT, () -> defaultValue, false);
    }

    /** A number attribute. In an entity without a class all whole and decimal numbers are one kind. */
    public EntityTypeBuilder<M> number(String name, @Nullable Number defaultValue) {
        ValueType type = dynamic
                ? DynamicValueType.NUMBER
                : new JavaValueType(defaultValue == null ? Number.class : defaultValue.getClass());
        return attribute(name, type, () -> defaultValue, false);
    }

    /**
     * A boolean attribute. Numbers and texts are converted: 0, the empty text and the text 0 are false, all others true.
     */
    public EntityTypeBuilder<M> bool(String name, @Nullable Boolean defaultValue) {
        return attribute(name, DynamicValueType.BOOLEAN, () -> defaultValue, false);
    }

    /** An attribute of a Java type (the wrapper of a primitive), checked on every write. */
    public <T> EntityTypeBuilder<M> attribute(String name, Class<T> type, @Nullable T defaultValue) {
        return attribute(name, new JavaValueType(Objects.requireNonNull(type, "type")), () -> defaultValue, false);
    }

    /** A key or attribute that is generated, as a random UUID in text form, where it is missing or null. */
    public EntityTypeBuilder<M> uid(String name) {
        return attribute(name, dynamic ? DynamicValueType.ANY : DynamicValueType.TEXT, () -> null, true);
    }

    /** The primary key; {@code id} unless called. Several names make a composite key. */
    public EntityTypeBuilder<M> primaryKey(String... attributes) {
        if (attributes.length == 0) {
            throw new IllegalArgumentException(
                    "The primary key of entity \"" + name + "\" needs at least one attribute");
        }
        primaryKey = List.of(attributes);
        return this;
    }

    /** The component that receives the pivot of this entity. */
    public EntityTypeBuilder<M> pivot(String component, String pivotEntity) {
        return add(new Component.PivotSlot(component, Objects.requireNonNull(pivotEntity, "pivotEntity")));
    }

    /** One record of {@code related} refers to this one by its foreign key. */
    public EntityTypeBuilder<M> hasOne(String name, String related, String foreignKey) {
        return hasOne(name, related, List.of(foreignKey), List.of());
    }

    /** As {@link #hasOne(String, String, String)} with a local key other than the primary one. */
    public EntityTypeBuilder<M> hasOne(String name, String related, String foreignKey, String localKey) {
        return hasOne(name, related, List.of(foreignKey), List.of(localKey));
    }

    /** As {@link #hasOne(String, String, String)} with composite keys; an empty local key is the primary one. */
    public EntityTypeBuilder<M> hasOne(String name, String related, List<String> foreignKey, List<String> localKey) {
        return add(new RelationType.Has(
                name, false, related, List.copyOf(foreignKey), List.copyOf(localKey), OnDelete.NOTHING));
    }

    /** Any number of records of {@code related} refer to this one by their foreign key. */
    public EntityTypeBuilder<M> hasMany(String name, String related, String foreignKey) {
        return hasMany(name, related, List.of(foreignKey), List.of());
    }

    /** As {@link #hasMany(String, String, String)} with a local key other than the primary one. */
    public EntityTypeBuilder<M> hasMany(String name, String related, String foreignKey, String localKey) {
        return hasMany(name, related, List.of(foreignKey), List.of(localKey));
    }

    /** As {@link #hasMany(String, String, String)} with composite keys; an empty local key is the primary one. */
    public EntityTypeBuilder<M> hasMany(String name, String related, List<String> foreignKey, List<String> localKey) {
        return add(new RelationType.Has(
                name, true, related, List.copyOf(foreignKey), List.copyOf(localKey), OnDelete.NOTHING));
    }

    /** This record refers to one record of {@code related} by its own foreign key. */
    public EntityTypeBuilder<M> belongsTo(String name, String related, String foreignKey) {
        return belongsTo(name, related, List.of(foreignKey), List.of());
    }

    /** As {@link #belongsTo(String, String, String)} with an owner key other than the primary one. */
    public EntityTypeBuilder<M> belongsTo(String name, String related, String foreignKey, String ownerKey) {
        return belongsTo(name, related, List.of(foreignKey), List.of(ownerKey));
    }

    /** As {@link #belongsTo(String, String, String)} with composite keys; an empty owner key is the primary one. */
    public EntityTypeBuilder<M> belongsTo(String name, String related, List<String> foreignKey, List<String> ownerKey) {
        return add(new RelationType.BelongsTo(name, related, List.copyOf(foreignKey), List.copyOf(ownerKey)));
    }

    /** The attribute {@code foreignKey} is a list of keys of {@code related}; related models come in its order. */
    public EntityTypeBuilder<M> hasManyBy(String name, String related, String foreignKey) {
        return hasManyBy(name, related, foreignKey, null);
    }

    /** As {@link #hasManyBy(String, String, String)} with an owner key other than the primary one. */
    public EntityTypeBuilder<M> hasManyBy(String name, String related, String foreignKey, @Nullable String ownerKey) {
        return add(new RelationType.HasManyBy(name, related, foreignKey, ownerKey));
    }

    /** Records of {@code related} refer by {@code secondKey} to records of {@code through}, which refer here by {@code firstKey}. */
    public EntityTypeBuilder<M> hasManyThrough(
            String name, String related, String through, String firstKey, String secondKey) {
        return hasManyThrough(name, related, through, firstKey, secondKey, null, null);
    }

    /** As {@link #hasManyThrough(String, String, String, String, String)} with keys other than the primary ones. */
    public EntityTypeBuilder<M> hasManyThrough(
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
    public EntityTypeBuilder<M> morphOne(String name, String related, String morphId, String morphType) {
        return morphOne(name, related, morphId, morphType, null);
    }

    /** As {@link #morphOne(String, String, String, String)} with a local key other than the primary one. */
    public EntityTypeBuilder<M> morphOne(
            String name, String related, String morphId, String morphType, @Nullable String localKey) {
        return add(new RelationType.MorphHas(name, false, related, morphId, morphType, localKey, OnDelete.NOTHING));
    }

    /** Any number of records of {@code related} refer to this one by key and entity name. */
    public EntityTypeBuilder<M> morphMany(String name, String related, String morphId, String morphType) {
        return morphMany(name, related, morphId, morphType, null);
    }

    /** As {@link #morphMany(String, String, String, String)} with a local key other than the primary one. */
    public EntityTypeBuilder<M> morphMany(
            String name, String related, String morphId, String morphType, @Nullable String localKey) {
        return add(new RelationType.MorphHas(name, true, related, morphId, morphType, localKey, OnDelete.NOTHING));
    }

    /** This record refers by key and entity name to one record of one of the {@code related} entities. */
    public EntityTypeBuilder<M> morphTo(String name, String morphId, String morphType, String... related) {
        return morphTo(name, List.of(related), morphId, morphType, null);
    }

    /** As {@link #morphTo(String, String, String, String...)} with an owner key other than the primary ones. */
    public EntityTypeBuilder<M> morphTo(
            String name, List<String> related, String morphId, String morphType, @Nullable String ownerKey) {
        return add(new RelationType.MorphTo(name, List.copyOf(related), morphId, morphType, ownerKey));
    }

    /** Many to many through rows of the entity {@code pivot}, between the primary keys of both ends. */
    public EntityTypeBuilder<M> belongsToMany(
            String name, String related, String pivot, String foreignPivotKey, String relatedPivotKey) {
        return belongsToMany(name, related, pivot, foreignPivotKey, relatedPivotKey, null, null);
    }

    /** Many to many with keys other than the primary ones. */
    public EntityTypeBuilder<M> belongsToMany(
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
    public EntityTypeBuilder<M> belongsToMany(
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
                List.copyOf(foreignPivotKey),
                List.copyOf(relatedPivotKey),
                List.copyOf(parentKey),
                List.copyOf(relatedKey),
                null,
                null,
                null,
                OnDelete.NOTHING));
    }

    /** Many to many through pivots that refer to this end by key and entity name. */
    public EntityTypeBuilder<M> morphToMany(
            String name, String related, String pivot, String relatedId, String morphId, String morphType) {
        return morphToMany(name, related, pivot, relatedId, morphId, morphType, null, null);
    }

    /** As {@link #morphToMany(String, String, String, String, String, String)} with keys other than the primary ones. */
    public EntityTypeBuilder<M> morphToMany(
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
    public EntityTypeBuilder<M> morphedByMany(
            String name, String related, String pivot, String relatedId, String morphId, String morphType) {
        return morphedByMany(name, related, pivot, relatedId, morphId, morphType, null, null);
    }

    /** As {@link #morphedByMany(String, String, String, String, String, String)} with keys other than the primary ones. */
    public EntityTypeBuilder<M> morphedByMany(
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
    public EntityTypeBuilder<M> as(String accessor) {
        int last = components.size() - 1;
        if (last < 0 || !(components.get(last) instanceof RelationType.ThroughPivot relation)) {
            throw new IllegalStateException(
                    "as(\"" + accessor + "\") names the pivot of a many-to-many relation and has"
                            + " to follow its declaration in entity \"" + name + "\"");
        }
        components.set(last, relation.withAccessor(accessor));
        return this;
    }

    private static List<String> names(@Nullable String name) {
        return name == null ? List.of() : List.of(name);
    }

    /** Access to the model class; an entity without a class brings its own. */
    public EntityTypeBuilder<M> access(Access<M> access) {
        Objects.requireNonNull(access, "access");
        return access(type -> access);
    }

    /** The finished description. Only names within it are checked here; the rest when a database opens. */
    public EntityType<M> build() {
        if (access == null) {
            throw new IllegalStateException("Entity \"" + name + "\" has the model class " + model.getSimpleName()
                    + " and no access to it; call access(...) before build()");
        }
        List<Component> all = new ArrayList<>(components);
        if (dynamic) {
            all.add(new Component.PivotSlot(DynamicAccess.PIVOT, null));
        }
        return new EntityType<>(name, model, all, primaryKey, hooks, access);
    }

    EntityTypeBuilder<M> access(EntityType.AccessFactory<M> factory) {
        access = factory;
        return this;
    }

    private ValueType anything() {
        return dynamic ? DynamicValueType.ANY : new JavaValueType(Object.class);
    }

    private EntityTypeBuilder<M> attribute(
            String name, ValueType type, Supplier<? extends @Nullable Object> defaultValue, boolean generated) {
        return add(new Component.Attribute(name, type, defaultValue, generated));
    }

    private EntityTypeBuilder<M> add(Component component) {
        Objects.requireNonNull(component.name(), "name");
        for (Component other : components) {
            if (other.name().equals(component.name())) {
                throw new IllegalArgumentException("Entity \"" + name + "\" declares \"" + component.name()
                        + "\" twice; every attribute, pivot and relation needs a name of its own");
            }
        }
        components.add(component);
        return this;
    }

    /**
     * What a delete of a record of this entity does to the other end of the relation declared last. Which actions a kind of
     * relation can have is checked when a database opens; see {@link OnDelete}.
     */
    public EntityTypeBuilder<M> onDelete(OnDelete action) {
        Objects.requireNonNull(action, "action");
        int last = components.size() - 1;
        if (last < 0 || !(components.get(last) instanceof RelationType relation)) {
            throw new IllegalStateException("onDelete(" + action + ") is about a relation and has to follow its"
                    + " declaration in entity \"" + name + "\"");
        }
        components.set(last, relation.withOnDelete(action));
        return this;
    }

    /** Adds hooks: {@code hooks(hooks -> hooks.onSaving(...).onDeleted(...))}. They run after those added before. */
    public EntityTypeBuilder<M> hooks(UnaryOperator<Hooks<M>> more) {
        hooks = hooks.and(more.apply(Hooks.none()));
        return this;
    }
}
