package dev.ananas.orm.internal.schema;

import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Names;
import dev.ananas.orm.model.RelationType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One entity as the engine sees it: components by ordinal, the key, the relations that start here, and the indexes that
 * relations of any entity need on its table. A column is the ordinal of an attribute.
 */
public final class TableSchema {
    private final int ordinal;
    private final EntityType<?> type;
    private final Access<Object> access;
    private final List<Component> components;
    private final Map<String, Integer> ordinals = new HashMap<>();
    private final int[] key;
    private final Lookup primary;
    private final List<Lookup> indexes = new ArrayList<>();
    private final List<List<RelationSchema>> relations = new ArrayList<>();
    private final List<Lookup> unique = new ArrayList<>(0);
    private final List<PositionTable> derived = new ArrayList<>(0);

    TableSchema(int ordinal, EntityType<?> type, int[] key) {
        this.ordinal = ordinal;
        this.type = type;
        this.access = untyped(type);
        this.components = type.components();
        for (int i = 0; i < components.size(); i++) {
            ordinals.put(components.get(i).name(), i);
        }
        this.key = key;
        this.primary = new Lookup(Lookup.PRIMARY, key);
        components.forEach(component -> relations.add(new ArrayList<>(1)));
    }

    @SuppressWarnings("unchecked")
    private static Access<Object> untyped(EntityType<?> type) {
        return (Access<Object>) type.access();
    }

    /** Place of the table among the tables of the database. */
    public int ordinal() {
        return ordinal;
    }

    /** Entity name. */
    public String name() {
        return type.name();
    }

    public EntityType<?> type() {
        return type;
    }

    public List<Component> components() {
        return components;
    }

    /** Columns of the primary key, in key order. */
    public int[] key() {
        return key;
    }

    /** Secondary indexes; the place in the list is the number of the index. */
    public List<Lookup> indexes() {
        return indexes;
    }

    /** Finds a row by its key. */
    public Lookup lookupByKey() {
        return primary;
    }

    public @Nullable Object get(Object model, int column) {
        return access.get(model, column);
    }

    /** All components of a model. */
    public @Nullable Object[] components(Object model) {
        @Nullable Object[] values = new Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = access.get(model, i);
        }
        return values;
    }

    /** Whether two models have equal attributes. */
    public boolean alike(Object one, Object other) {
        if (one == other) {
            return true;
        }
        for (int i = 0; i < components.size(); i++) {
            if (components.get(i) instanceof Component.Attribute && !Objects.equals(get(one, i), get(other, i))) {
                return false;
            }
        }
        return true;
    }

    public Object create(@Nullable Object[] values) {
        return access.create(values);
    }

    /** Key of a model, or null if a part is missing. */
    public @Nullable Object keyOf(Object model) {
        return Joins.key(this, model, key);
    }

    /** The attribute at a column. */
    public Component.Attribute attribute(int column) {
        return (Component.Attribute) components.get(column);
    }

    /** Ordinal of a component, or -1. */
    public int ordinal(String name) {
        Integer found = ordinals.get(name);
        return found == null ? -1 : found;
    }

    /** Column of an attribute by name, or an error that lists the nearest names. */
    public int column(String attribute) {
        int found = ordinal(attribute);
        if (found < 0 || !(components.get(found) instanceof Component.Attribute)) {
            throw new IllegalArgumentException(Names.unknown(
                    "attribute", attribute, "entity \"" + name() + "\"", Names.of(type, Component.Attribute.class)));
        }
        return found;
    }

    /** Relation by name, to each of its related entities, or an error that lists the nearest names. */
    public List<RelationSchema> relations(String relation) {
        int found = ordinal(relation);
        List<RelationSchema> targets = found < 0 ? List.of() : relations.get(found);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException(Names.unknown(
                    "relation", relation, "entity \"" + name() + "\"", Names.of(type, RelationType.class)));
        }
        return targets;
    }

    /** The relation at an ordinal, to each of its related entities; none if the component is no relation. */
    public List<RelationSchema> relations(int component) {
        return relations.get(component);
    }

    void define(RelationSchema relation) {
        relations.get(relation.ordinal()).add(relation);
    }

    /** The names of the columns of an index, for messages. */
    public String names(Lookup lookup) {
        return Arrays.stream(lookup.columns())
                .mapToObj(column -> "\"" + components.get(column).name() + "\"")
                .collect(Collectors.joining(", "));
    }

    /** Indexes in which no key may have two rows. */
    public List<Lookup> unique() {
        return unique;
    }

    void requireUnique(Lookup lookup) {
        if (!lookup.isPrimary() && !unique.contains(lookup)) {
            unique.add(lookup);
        }
    }

    /** Tables that are kept along with this one. */
    public List<PositionTable> derived() {
        return derived;
    }

    void derive(PositionTable table) {
        derived.add(table);
    }

    /** The way to find rows by these columns; makes an index of them unless they are the key or have one. */
    Lookup lookup(int[] columns) {
        if (Arrays.equals(columns, key)) {
            return primary;
        }
        for (Lookup index : indexes) {
            if (Arrays.equals(columns, index.columns())) {
                return index;
            }
        }
        Lookup index = new Lookup(indexes.size(), columns);
        indexes.add(index);
        return index;
    }

    @Override
    public String toString() {
        return name();
    }
}
