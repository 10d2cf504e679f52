package dev.ananas.orm.model;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One component of a model: an attribute, the place for a pivot, or a relation. Its ordinal is its place in the entity type. */
public sealed interface Component permits Component.Attribute, Component.PivotSlot, RelationType {

    /**
     * Name as declared, unique within the entity type.
     *
     * @return the name
     */
    String name();

    /**
     * A stored value.
     *
     * @param name as declared
     * @param type what it may hold
     * @param defaultValue makes the value of a record that does not name the attribute
     * @param generated whether an id is made up where the value is missing or null
     */
    record Attribute(String name, ValueType type, Supplier<? extends @Nullable Object> defaultValue, boolean generated)
            implements Component {}

    /**
     * The component that receives the pivot through which a model was reached.
     *
     * @param name as declared; a relation chooses it with {@code as}
     * @param pivotEntity entity of the pivots it can hold; null takes any
     */
    record PivotSlot(String name, @Nullable String pivotEntity) implements Component {}
}
