package dev.ananas.orm.model;

import dev.ananas.orm.view.ToMany;
import dev.ananas.orm.view.ToOne;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Components by ordinal; the last one is the pivot. */
final class DynamicRow implements Row {
    private final DynamicAccess access;
    private final @Nullable Object[] components;

    DynamicRow(DynamicAccess access, @Nullable Object[] components) {
        this.access = access;
        this.components = components;
    }

    @Nullable
    Object component(int ordinal) {
        return components[ordinal];
    }

    @Override
    public @Nullable Object get(String attribute) {
        if (access.isCount(attribute)) {
            return many(attribute.substring(0, attribute.length() - Row.COUNT.length()))
                    .count();
        }
        Object value = components[access.ordinal(attribute, Component.Attribute.class, "attribute")];
        if (value == LeftOut.MARK) {
            throw new IllegalStateException("Attribute \"" + type().name() + "." + attribute
                    + "\" is hidden in this row; add .makeVisible(\"" + attribute + "\") to the query");
        }
        return value;
    }

    @Override
    @SuppressWarnings("unchecked")
    public ToOne<Row> one(String relation) {
        Object related = related(relation);
        if (!(related instanceof ToOne)) {
            throw new IllegalArgumentException("Relation \"" + relation + "\" of entity \"" + type().name()
                    + "\" leads to many records; read it with many(\"" + relation + "\")");
        }
        return (ToOne<Row>) related;
    }

    @Override
    @SuppressWarnings("unchecked")
    public ToMany<Row> many(String relation) {
        Object related = related(relation);
        if (!(related instanceof ToMany)) {
            throw new IllegalArgumentException("Relation \"" + relation + "\" of entity \"" + type().name()
                    + "\" leads to one record; read it with one(\"" + relation + "\")");
        }
        return (ToMany<Row>) related;
    }

    private @Nullable Object related(String relation) {
        return components[access.ordinal(relation, RelationType.class, "relation")];
    }

    @Override
    public @Nullable Row pivot() {
        return components[access.pivotOrdinal()] instanceof NamedPivot named && named.pivot() instanceof Row row
                ? row
                : null;
    }

    @Override
    public @Nullable Row pivot(String as) {
        return components[access.pivotOrdinal()] instanceof NamedPivot named
                        && named.as().equals(as)
                ? pivot()
                : null;
    }

    @Override
    public @Nullable String pivotName() {
        return components[access.pivotOrdinal()] instanceof NamedPivot named ? named.as() : null;
    }

    @Override
    public Map<String, @Nullable Object> attributes() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        List<Component> all = type().components();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) instanceof Component.Attribute attribute && components[i] != LeftOut.MARK) {
                values.put(attribute.name(), components[i]);
            }
        }
        return Collections.unmodifiableMap(values);
    }

    @Override
    public EntityType<Row> type() {
        return access.type();
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof DynamicRow that
                        && type().name().equals(that.type().name())
                        && Arrays.equals(components, that.components);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(components);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(type().name()).append(attributes());
        for (int i = 0; i < components.length; i++) {
            if (type().components().get(i) instanceof RelationType relation && isLoaded(components[i])) {
                text.append(' ').append(relation.name()).append('=').append(components[i]);
            }
        }
        return pivot() == null
                ? text.toString()
                : text.append(" pivot=").append(pivot()).toString();
    }

    private static boolean isLoaded(@Nullable Object related) {
        return related instanceof ToMany<?> many ? many.isLoaded() : related instanceof ToOne<?> one && one.isLoaded();
    }
}
