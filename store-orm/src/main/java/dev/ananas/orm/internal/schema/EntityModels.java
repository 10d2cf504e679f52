package dev.ananas.orm.internal.schema;

import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The models of an entity that has a table of its own. */
record EntityModels(EntityType<?> type, List<Component> components) implements Models {

    @Override
    @SuppressWarnings("unchecked") // the table holds models of the entity only
    public Access<Object> access() {
        return (Access<Object>) type.access();
    }

    @Override
    public int discriminator() {
        return -1;
    }

    @Override
    public boolean isModel(@Nullable Object value) {
        return type.isDynamic()
                ? value instanceof Row row && row.type() == type
                : type.model().isInstance(value);
    }

    @Override
    public String nameOf(Object model) {
        return type.name();
    }

    @Override
    public boolean has(Object model, int component) {
        return true;
    }

    @Override
    public boolean haveBoth(int one, int other) {
        return true;
    }

    @Override
    public Component component(int ordinal, @Nullable Object discriminator) {
        return components.get(ordinal);
    }

    @Override
    public Object createLike(Object model, @Nullable Object[] values) {
        return access().create(values);
    }
}
