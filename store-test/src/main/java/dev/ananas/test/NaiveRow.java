package dev.ananas.test;

import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.EntityType;
import org.jspecify.annotations.Nullable;

/** A stored row whose values are looked at one by one, by name. Equal to itself alone. */
final class NaiveRow {
    private final EntityType<?> type;
    private final Access<Object> access;
    private final Object model;
    private final int place;

    /** Its case where entities share a table and the class of the model says which, or else null. */
    private final @Nullable Object said;

    private final @Nullable String discriminator;

    /**
     * A row.
     *
     * @param type the entity of the row with what it inherits
     * @param model as stored
     * @param place in insertion order
     * @param discriminator attribute that tells the case, or null
     */
    @SuppressWarnings("unchecked")
    NaiveRow(EntityType<?> type, Object model, int place, @Nullable String discriminator) {
        this.type = type;
        this.access = (Access<Object>) type.access();
        this.model = model;
        this.place = place;
        this.discriminator = discriminator;
        this.said = type.inheritance().value();
    }

    EntityType<?> type() {
        return type;
    }

    int place() {
        return place;
    }

    /** The place of a component among those of the case of the row, or -1. */
    int ordinal(String component) {
        Component found = type.component(component);
        return found == null ? -1 : type.components().indexOf(found);
    }

    /** The value as it is stored; null where the case of the row has no such attribute. */
    @Nullable
    Object stored(String attribute) {
        int ordinal = ordinal(attribute);
        Object value = ordinal < 0 ? null : access.get(model, ordinal);
        if (!attribute.equals(discriminator) || said == null) {
            return value;
        }
        return !type.isDynamic() || value == null ? said : value;
    }

    /** The value as conditions, orders and models have it. */
    @Nullable
    Object read(String attribute) {
        Component component = type.component(attribute);
        return component instanceof Component.Attribute one ? one.read(stored(attribute)) : stored(attribute);
    }

    /** All components as read, in the order of the entity type; relations are not loaded. */
    @Nullable
    Object[] components() {
        @Nullable Object[] components = new Object[type.components().size()];
        for (int i = 0; i < components.length; i++) {
            Component component = type.components().get(i);
            components[i] = component instanceof Component.Attribute ? read(component.name()) : access.get(model, i);
        }
        return components;
    }

    /** A model of these components. */
    Object model(@Nullable Object[] components) {
        return access.create(components);
    }

    /** The model as tests of the caller's own see it. */
    Object read() {
        return model(components());
    }

    @Override
    public String toString() {
        return model.toString();
    }
}
