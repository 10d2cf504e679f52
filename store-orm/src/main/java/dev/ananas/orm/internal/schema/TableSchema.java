package dev.ananas.orm.internal.schema;

import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Names;
import dev.ananas.orm.model.RelationType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One entity as the engine sees it: components by ordinal, the key, the relations that start here, and the indexes that
 * relations of any entity need on its table. A column is the ordinal of an attribute.
 */
public final class TableSchema {
    private final int ordinal;
    private final EntityType<?> type;
    private final Access<Object> access;
    private final Models models;
    private final List<Component> components;
    private final Map<String, Integer> ordinals = new HashMap<>();
    private final int[] key;
    private final @Nullable Class<?> keyAsStored;
    private final TableIndexes indexes;
    private final int[] columns;
    private final boolean convertsInput;
    private final int[] converted;
    private final int[] notNull;
    private final int[] numbered;
    private final int[] timestamps;
    private @Nullable EntitySchema entity;
    private @Nullable Unloaded unloaded;
    private final List<List<RelationSchema>> relations = new ArrayList<>();
    private final List<PositionTable> derived = new ArrayList<>(0);
    private final Placeholders placeholders = new Placeholders(this);

    TableSchema(int ordinal, EntityType<?> type, List<Component> components, Models models, int[] key) {
        this.ordinal = ordinal;
        this.type = type;
        this.models = models;
        this.access = models.access();
        this.components = List.copyOf(components);
        for (int i = 0; i < components.size(); i++) {
            ordinals.put(components.get(i).name(), i);
        }
        this.key = key;
        this.keyAsStored = Keys.classAsStored(this);
        this.indexes = new TableIndexes(key);
        this.columns = attributes(attribute -> true);
        this.convertsInput = attributes(Component.Attribute::convertsInput).length > 0;
        this.converted = attributes(Component.Attribute::convertsOnRead);
        this.numbered = attributes(Component.Attribute::generated);
        this.timestamps = attributes(Component.Attribute::timestamps);
        this.notNull = attributes(Component.Attribute::notNull);
        components.forEach(component -> relations.add(new ArrayList<>(1)));
    }

    /** Columns of the attributes of which something holds. */
    public int[] attributes(Predicate<Component.Attribute> which) {
        return IntStream.range(0, components.size())
                .filter(i -> components.get(i) instanceof Component.Attribute attribute && which.test(attribute))
                .toArray();
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

    /** The class whose instances are stored as keys as they are; null if there is none, or more to a key than its class. */
    @Nullable
    Class<?> keyAsStored() {
        return keyAsStored;
    }

    /** All columns. */
    public int[] columns() {
        return columns;
    }

    /** Whether values of models pass through casts or mutators before they are stored. */
    public boolean convertsInput() {
        return convertsInput;
    }

    /** What models have in the components that are no columns. */
    public Unloaded unloaded() {
        return Objects.requireNonNull(unloaded, "unloaded");
    }

    /** The relations of all tables are resolved. */
    void complete() {
        unloaded = new Unloaded(this);
    }

    /** The ways to find its rows. */
    public TableIndexes indexes() {
        return indexes;
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

    /** Whether two models as read are shown alike; the case is always shown. */
    public boolean alike(Object one, Object other, Projection shown) {
        if (one == other) {
            return true;
        }
        for (int column : columns) {
            boolean seen = column == discriminator() || !shown.hides(column);
            if (seen && !Objects.equals(get(one, column), get(other, column))) {
                return false;
            }
        }
        return true;
    }

    /** Names of the attributes and relations in which two shown models differ. */
    public Set<String> differences(Object one, Object other) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < components.size(); i++) {
            if (!Objects.equals(get(one, i), get(other, i))) {
                names.add(components.get(i).name());
            }
        }
        return Collections.unmodifiableSet(names);
    }

    /** Whether the value as read of a column may differ from the stored one. */
    public boolean isConverted(int column) {
        return components.get(column) instanceof Component.Attribute attribute && attribute.convertsOnRead();
    }

    /** A stored model as it is read; the same instance if no attribute is converted. */
    public Object read(Object stored) {
        if (converted.length == 0) {
            return stored;
        }
        @Nullable Object[] values = components(stored);
        for (int column : converted) {
            values[column] = attribute(column).read(values[column]);
        }
        return createLike(stored, values);
    }

    /** The entity that sees the whole table; derived tables have none. */
    public EntitySchema entity() {
        return Objects.requireNonNull(entity, "entity");
    }

    void open(@Nullable EntitySchema whole) {
        entity = whole;
    }

    /** What models show unless a query says otherwise. */
    public Projection projection() {
        return entity == null ? Projection.ALL : entity.projection();
    }

    /** Column that tells the case of a row, or -1. */
    public int discriminator() {
        return models.discriminator();
    }

    /** Whether a model has a component at all; if not, it reads as null. */
    public boolean has(Object model, int component) {
        return models.has(model, component);
    }

    /** Whether models of some case have both of these components. */
    boolean goTogether(int one, int other) {
        return models.haveBoth(one, other);
    }

    /** The component as the case of a discriminator value declares it; null if records of that case have none. */
    public @Nullable Component component(int ordinal, @Nullable Object discriminator) {
        return models.component(ordinal, discriminator);
    }

    /** The name of the entity of a model: of its case where entities share the table. */
    public String nameOf(Object model) {
        return models.nameOf(model);
    }

    /** Whether a value is a model of this table. */
    public boolean isModel(@Nullable Object value) {
        return models.isModel(value);
    }

    /** What answers show of a model as read. */
    public Object shown(Object read) {
        return projection().show(this, read);
    }

    /** What models show in place of hidden values. */
    public Placeholders placeholders() {
        return placeholders;
    }

    /** Column of the timestamps, or an error. */
    int timestamps() {
        if (timestamps.length == 0) {
            throw new IllegalArgumentException(
                    "Entity \"" + name() + "\" keeps no timestamps to be shown; declare it with timestamps()");
        }
        return timestamps[0];
    }

    /** Whether there is an attribute of this name. */
    boolean isAttribute(String name) {
        int found = ordinal(name);
        return found >= 0 && components.get(found) instanceof Component.Attribute;
    }

    List<String> attributeNames() {
        return Names.of(components, Component.Attribute.class);
    }

    /** Columns in which numbers are ids. */
    public int[] numbered() {
        return numbered;
    }

    /** A model with the times at which it was stored first and last. */
    public Object stamped(Object model, @Nullable Object before, long second) {
        return timestamps.length == 0 ? model : Stamp.of(this, timestamps, model, before, second);
    }

    /** A column that takes no null and has one among these components, or -1; what the case has not may be null. */
    public int refusedNull(IntFunction<@Nullable Object> values) {
        for (int column : notNull) {
            if (values.apply(column) == null && component(column, discriminator(values)) != null) {
                return column;
            }
        }
        return -1;
    }

    private @Nullable Object discriminator(IntFunction<@Nullable Object> values) {
        int column = models.discriminator();
        return column < 0 ? null : values.apply(column);
    }

    /** A model of these components and of the case of another one. */
    public Object createLike(Object model, @Nullable Object[] values) {
        return models.createLike(model, values);
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
        if (!isAttribute(attribute)) {
            throw new IllegalArgumentException(
                    Names.unknown("attribute", attribute, "entity \"" + name() + "\"", attributeNames()));
        }
        return found;
    }

    /** Relation by name, to each of its related entities, or an error that lists the nearest names. */
    public List<RelationSchema> relations(String relation) {
        int found = ordinal(relation);
        List<RelationSchema> targets = found < 0 ? List.of() : relations.get(found);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException(Names.unknown(
                    "relation", relation, "entity \"" + name() + "\"", Names.of(components, RelationType.class)));
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

    /** Tables that are kept along with this one. */
    public List<PositionTable> derived() {
        return derived;
    }

    void derive(PositionTable table) {
        derived.add(table);
    }

    @Override
    public String toString() {
        return name();
    }
}
