package dev.ananas.orm.internal.schema;

import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.DataException;
import dev.ananas.orm.model.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Access to the models of a table that several entities share. The table has the components of all of them; a model is of one
 * case, has the components of that case and reads as null in the others. The discriminator chooses the case of a new model.
 *
 * <p>A model without a class knows its case by its type and has the discriminator as any attribute; for one with a class the class
 * says both, whether or not it has a component for the discriminator.
 */
final class CaseAccess implements Access<Object>, Models {
    private final String entity;
    private final String attribute;
    private final int discriminator;
    private final boolean dynamic;
    private final Map<Object, EntityCase> byValue = new LinkedHashMap<>();
    private final Map<Object, EntityCase> byKind = new HashMap<>();
    private final @Nullable Object fallback;

    CaseAccess(
            String entity,
            String attribute,
            int discriminator,
            boolean dynamic,
            List<EntityCase> cases,
            @Nullable Object fallback) {
        this.entity = entity;
        this.attribute = attribute;
        this.discriminator = discriminator;
        this.dynamic = dynamic;
        this.fallback = fallback;
        for (EntityCase one : cases) {
            byValue.put(one.value(), one);
            byKind.put(dynamic ? one.type() : one.type().model(), one);
        }
    }

    @Override
    public Access<Object> access() {
        return this;
    }

    @Override
    public int discriminator() {
        return discriminator;
    }

    /** The case of a model; null if it is no model of this table. */
    @Nullable
    EntityCase caseOf(@Nullable Object model) {
        if (model == null) {
            return null;
        }
        return byKind.get(dynamic ? model instanceof Row row ? row.type() : model : model.getClass());
    }

    /** The case of a value of the discriminator; null if it is unknown and there is no fallback. */
    @Nullable
    EntityCase caseFor(@Nullable Object value) {
        EntityCase found = value == null ? null : byValue.get(value);
        return found == null && fallback != null ? byValue.get(fallback) : found;
    }

    @Override
    public boolean isModel(@Nullable Object value) {
        return caseOf(value) != null;
    }

    @Override
    public String nameOf(Object model) {
        EntityCase found = caseOf(model);
        return found == null ? entity : found.type().name();
    }

    @Override
    public boolean has(Object model, int component) {
        return known(model).has(component);
    }

    @Override
    public boolean haveBoth(int one, int other) {
        return byValue.values().stream().anyMatch(found -> found.has(one) && found.has(other));
    }

    @Override
    public @Nullable Component component(int ordinal, @Nullable Object value) {
        EntityCase found = caseFor(value);
        return found == null ? null : found.component(ordinal);
    }

    private EntityCase known(Object model) {
        EntityCase found = caseOf(model);
        if (found == null) {
            throw new IllegalArgumentException("Entity \"" + entity + "\" has no case for " + model);
        }
        return found;
    }

    @Override
    public @Nullable Object get(Object model, int ordinal) {
        EntityCase found = known(model);
        if (ordinal != discriminator) {
            return found.get(model, ordinal);
        }
        Object told = dynamic ? found.get(model, ordinal) : null;
        return told == null || Component.Attribute.isLeftOut(told) ? found.value() : told;
    }

    @Override
    public Object create(@Nullable Object[] components) {
        Object value = components[discriminator];
        EntityCase found = caseFor(value);
        if (found == null) {
            throw new DataException("Attribute \"" + entity + "." + attribute
                    + "\" tells the case of a record, expected one of " + quoted(byValue.keySet()) + ", found "
                    + (value == null ? "null" : quoted(List.of(value))));
        }
        if (!found.value().equals(value)) {
            components[discriminator] = found.value();
        }
        return found.create(components);
    }

    @Override
    public Object createLike(Object model, @Nullable Object[] components) {
        return known(model).create(components);
    }

    static String quoted(Iterable<?> values) {
        List<Object> all = new ArrayList<>();
        values.forEach(all::add);
        return all.stream()
                .map(value -> value instanceof CharSequence ? "\"" + value + "\"" : value.toString())
                .collect(Collectors.joining(", "));
    }
}
