package dev.ananas.orm.conformance;

import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.view.ToMany;
import dev.ananas.orm.view.ToOne;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Models of any class as rows. A pivot is in the component of its name, or one for each entity ({@code pivotOfLinks}). The entity
 * type of a record is that of the generated class beside it, with what it inherits of the interface that it is a case of.
 */
final class Rows {
    private static final ClassValue<EntityType<?>> TYPES = new ClassValue<>() {
        @Override
        protected EntityType<?> computeValue(Class<?> record) {
            EntityType<?> type = beside(record);
            return type.inheritance().base() == null ? type : type.inheriting(beside(record.getInterfaces()[0]));
        }
    };

    private Rows() {}

    private static EntityType<?> beside(Class<?> model) {
        String name = model.getPackageName() + "." + model.getSimpleName() + "_";
        try {
            return (EntityType<?>) Class.forName(name, true, model.getClassLoader())
                    .getField("ENTITY")
                    .get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No entity type " + name, e);
        }
    }

    static Row of(Object model) {
        return model instanceof Row row ? row : record(TYPES.get(model.getClass()), model);
    }

    private static <M> Row record(EntityType<M> type, Object model) {
        M record = type.model().cast(model);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        List<Component> components = type.components();
        for (int i = 0; i < components.size(); i++) {
            values.put(components.get(i).name(), type.access().get(record, i));
        }
        return new OfRecord(type, values);
    }

    /** Only what answers read. */
    private record OfRecord(EntityType<?> model, Map<String, @Nullable Object> values) implements Row {

        @Override
        public @Nullable Object get(String attribute) {
            return values.get(attribute);
        }

        @Override
        @SuppressWarnings("unchecked")
        public ToOne<Row> one(String relation) {
            return (ToOne<Row>) values.get(relation);
        }

        @Override
        @SuppressWarnings("unchecked")
        public ToMany<Row> many(String relation) {
            return (ToMany<Row>) values.get(relation);
        }

        @Override
        public @Nullable Row pivot() {
            throw new UnsupportedOperationException("a record names its pivots");
        }

        @Override
        public @Nullable Row pivot(String as) {
            for (Component component : model.components()) {
                Object value = values.get(component.name());
                boolean named = component.name().equals(as) || component.name().startsWith(as + "Of");
                if (component instanceof Component.PivotSlot && named && value != null) {
                    return of(value);
                }
            }
            return null;
        }

        @Override
        public @Nullable String pivotName() {
            throw new UnsupportedOperationException("a record names its pivots");
        }

        @Override
        public Map<String, @Nullable Object> attributes() {
            Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
            for (Component component : model.components()) {
                if (component instanceof Component.Attribute) {
                    attributes.put(component.name(), values.get(component.name()));
                }
            }
            return attributes;
        }

        @Override
        @SuppressWarnings("unchecked")
        public EntityType<Row> type() {
            return (EntityType<Row>) model;
        }
    }
}
