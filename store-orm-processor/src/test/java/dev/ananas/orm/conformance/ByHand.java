package dev.ananas.orm.conformance;

import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.EntityTypeBuilder;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Entity types that are built by calls over the classes of the generated ones, with an access of their own.
 *
 * @param classes classes of the models
 */
record ByHand(Scenario scenario, Classes classes) implements EntityTypes {

    /** The class of the models of an entity. */
    @FunctionalInterface
    interface Classes {
        Class<?> of(String entity);
    }

    @Override
    public boolean showsNullForLeftOut() {
        return true;
    }

    @Override
    public EntityType<?> of(Scenario any, Scenario.Model model, HookLog log) {
        return type(model, classes.of(model.entity()), log);
    }

    private <M> EntityType<M> type(Scenario.Model model, Class<M> record, HookLog log) {
        EntityTypeBuilder<M> builder = EntityType.builder(model.entity(), record);
        SchemaOf.said(model, builder, log.hooks(model), (name, field) -> attribute(builder, record, name, field));
        new RecordSource(scenario).slots(model.entity()).forEach(builder::pivot);
        String base = model.base();
        if (Cases.isBase(model)) {
            builder.discriminator(Cases.field(model));
            String own = Cases.value(model, model.entity());
            return (own == null ? builder : builder.discriminatorFallback(own)).build();
        }
        if (base != null) {
            builder.caseOf(base, Cases.valueIn(scenario.model(base), model.entity()));
        }
        return builder.access(new OfRecord<>(record, names(model))).build();
    }

    /** The records that are of a base itself are a case of their own. */
    @Override
    public List<EntityType<?>> beside(Scenario any, Scenario.Model model) {
        String own = Cases.isBase(model) ? Cases.value(model, model.entity()) : null;
        if (own == null) {
            return List.of();
        }
        String entity = RecordSource.ownCase(model.entity());
        return List.of(ownCase(entity, model, own, classes.of(entity)));
    }

    private <M> EntityType<M> ownCase(String entity, Scenario.Model base, String value, Class<M> record) {
        return EntityType.builder(entity, record)
                .caseOf(base.entity(), value)
                .access(new OfRecord<>(record, names(base)))
                .build();
    }

    /** The names of the components in the order of their declaration, inherited ones first. */
    private List<String> names(Scenario.Model model) {
        Set<String> names = new LinkedHashSet<>();
        if (model.base() != null) {
            names.addAll(names(scenario.model(model.base())));
        }
        names.addAll(model.fields().keySet());
        if (Boolean.TRUE.equals(model.members().get("meta"))) {
            names.add("_meta");
        }
        names.addAll(new RecordSource(scenario).slots(model.entity()).keySet());
        return new ArrayList<>(names);
    }

    /** Texts and booleans by their own calls, anything else by the class of its component. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void attribute(
            EntityTypeBuilder<?> builder, Class<?> record, String name, Map<String, @Nullable Object> field) {
        Class<?> type = type(record, name);
        Object value = field.get("default");
        if (field.get("type").equals("uid")) {
            builder.uid(name);
        } else if (type == String.class && (value == null || value instanceof String)) {
            builder.string(name, (String) value);
        } else if (type == Boolean.class && (value == null || value instanceof Boolean)) {
            builder.bool(name, (Boolean) value);
        } else {
            ((EntityTypeBuilder) builder).attribute(name, type, value);
        }
    }

    private static Class<?> type(Class<?> model, String component) {
        try {
            return model.getMethod(component).getReturnType();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Components by reflection, which nothing but a test may use. */
    private static final class OfRecord<M> implements Access<M> {
        private final RecordComponent[] ordinals;
        private final int[] places;
        private final Constructor<M> constructor;

        OfRecord(Class<M> record, List<String> names) {
            List<RecordComponent> components = Arrays.asList(record.getRecordComponents());
            List<String> declared =
                    components.stream().map(RecordComponent::getName).toList();
            this.ordinals = names.stream()
                    .map(name -> components.get(declared.indexOf(name)))
                    .toArray(RecordComponent[]::new);
            this.places = declared.stream().mapToInt(names::indexOf).toArray();
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
                return ordinals[ordinal].getAccessor().invoke(model);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public M create(@Nullable Object[] values) {
            try {
                Object[] arguments = new Object[places.length];
                for (int i = 0; i < places.length; i++) {
                    arguments[i] = values[places[i]];
                }
                return constructor.newInstance(arguments);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
