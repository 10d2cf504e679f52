package dev.ananas.orm.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The description of one entity: name, attributes, primary key, relations, access to the model class.
 *
 * <p>It refers to other entities by name only. Names are resolved when a database opens, so entity types may refer to each
 * other in circles and class initialisation order never matters. Immutable; one entity type may serve several stores.
 *
 * @param <M> model class, or {@link Row} for an entity without a class
 */
public final class EntityType<M> {
    private final String name;
    private final Class<M> model;
    private final List<Component> components;
    private final List<String> primaryKey;
    private final List<IndexType> indexes;
    private final Hooks<M> hooks;
    private final Visibility visibility;
    private final Inheritance inheritance;
    private final Access<M> access;

    EntityType(
            String name,
            Class<M> model,
            List<Component> components,
            List<String> primaryKey,
            List<IndexType> indexes,
            Hooks<M> hooks,
            Visibility visibility,
            Inheritance inheritance,
            AccessFactory<M> access) {
        this.name = name;
        this.model = model;
        this.components = List.copyOf(components);
        this.primaryKey = List.copyOf(primaryKey);
        this.indexes = List.copyOf(indexes);
        this.hooks = hooks;
        this.visibility = visibility;
        this.inheritance = inheritance;
        this.access = access.accessTo(this);
    }

    /** Makes the access to models of a finished entity type. */
    interface AccessFactory<M> {
        Access<M> accessTo(EntityType<M> type);
    }

    /**
     * Starts the description of a model class.
     *
     * @param <M> model class
     * @param name entity name, unique within a database
     * @param model the class
     * @return an empty description
     */
    public static <M> EntityTypeBuilder<M> builder(String name, Class<M> model) {
        return new EntityTypeBuilder<>(
                Objects.requireNonNull(name, "name"), Objects.requireNonNull(model, "model"), false);
    }

    /**
     * Starts the description of an entity without a class, for schemas that arrive as data.
     *
     * @param name entity name, unique within a database
     * @return an empty description
     */
    public static EntityTypeBuilder<Row> dynamic(String name) {
        EntityTypeBuilder<Row> builder = new EntityTypeBuilder<>(Objects.requireNonNull(name, "name"), Row.class, true);
        return builder.access(DynamicAccess::new);
    }

    /**
     * Unique within a database.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The model class; {@link Row} for an entity without a class.
     *
     * @return the class
     */
    public Class<M> model() {
        return model;
    }

    /**
     * Attributes, pivots and relations in the order of their declaration; the place in the list is the ordinal.
     *
     * @return an immutable list
     */
    public List<Component> components() {
        return components;
    }

    /**
     * Names of the key attributes, in key order.
     *
     * @return an immutable list of at least one name
     */
    public List<String> primaryKey() {
        return primaryKey;
    }

    /**
     * Declared indexes, beside those that relations bring.
     *
     * @return an immutable list
     */
    public List<IndexType> indexes() {
        return indexes;
    }

    /**
     * Which attributes models show unless a query says otherwise.
     *
     * @return names as declared
     */
    public Visibility visibility() {
        return visibility;
    }

    /**
     * How it shares a table with other entities.
     *
     * @return its place among base and cases
     */
    public Inheritance inheritance() {
        return inheritance;
    }

    /**
     * This case with what it inherits; the library calls it when a database opens.
     *
     * @param base the base with what that inherits
     * @return a type with the components of the base, then those of this one
     */
    public EntityType<M> inheriting(EntityType<?> base) {
        List<Component> all = new ArrayList<>();
        for (Component inherited : base.components) {
            Component own = component(inherited.name());
            if (own instanceof Component.Attribute again && inherited instanceof Component.Attribute first) {
                all.add(first.withDefaultOf(again));
            } else if (!inherited.name().equals(DynamicAccess.PIVOT)) {
                all.add(own == null ? inherited : own);
            }
        }
        for (Component own : components) {
            if (base.component(own.name()) == null || own.name().equals(DynamicAccess.PIVOT)) {
                all.add(own);
            }
        }
        AccessFactory<M> factory = isDynamic() ? dynamicAccess() : type -> access;
        return new EntityType<>(name, model, all, base.primaryKey, indexes, hooks, visibility, inheritance, factory);
    }

    @SuppressWarnings("unchecked")
    private static <M> AccessFactory<M> dynamicAccess() {
        return type -> (Access<M>) new DynamicAccess((EntityType<Row>) type);
    }

    /**
     * A component by name.
     *
     * @param component name as declared
     * @return the component, or null
     */
    public @Nullable Component component(String component) {
        for (Component one : components) {
            if (one.name().equals(component)) {
                return one;
            }
        }
        return null;
    }

    /**
     * Access to the components of a model.
     *
     * @return the access
     */
    public Access<M> access() {
        return access;
    }

    /**
     * The hooks declared with the entity, which run before those of the database.
     *
     * @return the hooks, empty if there are none
     */
    public Hooks<M> hooks() {
        return hooks;
    }

    /**
     * Whether models of this entity are {@link Row}s.
     *
     * @return true if it has no class
     */
    public boolean isDynamic() {
        return access instanceof DynamicAccess;
    }

    @Override
    public String toString() {
        return "EntityType(" + name + ")";
    }
}
