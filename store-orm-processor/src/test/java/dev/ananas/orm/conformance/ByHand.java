package dev.ananas.orm.conformance;

import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.EntityTypeBuilder;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entity types that are built by calls over records, with an access of their own. */
final class ByHand {
    private ByHand() {}

    /**
     * The entity type of a model.
     *
     * @param record class of the models
     * @param slots components that take a pivot: entity by name
     */
    static <M> EntityType<M> type(
            Scenario scenario, Scenario.Model model, Class<M> record, Map<String, String> slots, HookLog log) {
        List<String> names = new ArrayList<>(model.fields().keySet());
        EntityTypeBuilder<M> builder = EntityType.builder(model.entity(), record);
        names.addAll(slots.keySet());
        EntityTypeBuilder<M> said = SchemaOf.said(scenario, model, builder, log.hooks(model));
        slots.forEach(said::pivot);
        return said.access(new OfRecord<>(record, names)).build();
    }

    /** Components by reflection, which nothing but a test may use. */
    private static final class OfRecord<M> implements Access<M> {
        private final List<RecordComponent> components;
        private final List<String> names;
        private final Constructor<M> constructor;

        OfRecord(Class<M> record, List<String> names) {
            this.names = names;
            this.components = Arrays.asList(record.getRecordComponents());
            try {
                this.constructor = record.getDeclaredConstructor(
                        components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public @Nullable Object get(M model, int ordinal) {
            try {
                for (RecordComponent component : components) {
                    if (component.getName().equals(names.get(ordinal))) {
                        return component.getAccessor().invoke(model);
                    }
                }
                throw new IllegalStateException("No component " + names.get(ordinal));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public M create(@Nullable Object[] values) {
            try {
                return constructor.newInstance(components.stream()
                        .map(component -> values[names.indexOf(component.getName())])
                        .toArray());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
