package dev.ananas.orm.internal.schema;

import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.EntityType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One kind of records of a table that several entities share: its components are some of those of the table. */
final class EntityCase {
    private final EntityType<?> type;
    private final Object value;
    private final Access<Object> access;

    /** Own ordinal of each component of the table, or -1. */
    private final int[] own;

    @SuppressWarnings("unchecked")
    EntityCase(EntityType<?> type, Object value, List<Component> tableComponents) {
        this.type = type;
        this.value = value;
        this.access = (Access<Object>) type.access();
        this.own = new int[tableComponents.size()];
        for (int i = 0; i < own.length; i++) {
            Component component = type.component(tableComponents.get(i).name());
            own[i] = component == null ? -1 : type.components().indexOf(component);
        }
    }

    EntityType<?> type() {
        return type;
    }

    Object value() {
        return value;
    }

    /** Whether its records have the component of the table at an ordinal. */
    boolean has(int ordinal) {
        return own[ordinal] >= 0;
    }

    /** The component as this case declares it; null if it has none. */
    @Nullable
    Component component(int ordinal) {
        return own[ordinal] < 0 ? null : type.components().get(own[ordinal]);
    }

    @Nullable
    Object get(Object model, int ordinal) {
        return own[ordinal] < 0 ? null : access.get(model, own[ordinal]);
    }

    Object create(@Nullable Object[] tableComponents) {
        @Nullable Object[] components = new Object[type.components().size()];
        for (int i = 0; i < own.length; i++) {
            if (own[i] >= 0) {
                components[own[i]] = tableComponents[i];
            }
        }
        return access.create(components);
    }
}
