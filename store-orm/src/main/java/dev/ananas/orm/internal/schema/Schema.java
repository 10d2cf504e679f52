package dev.ananas.orm.internal.schema;

import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Hooks;
import dev.ananas.orm.model.Names;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** All tables of a database, checked as a whole. Immutable. */
public final class Schema {
    private final Map<String, EntitySchema> byName;
    private final List<TableSchema> tables;
    private final Map<String, Hooks<Object>> hooks;
    private final List<List<Hooks<Object>>> hooksByTable;

    private Schema(
            Map<String, EntitySchema> byName,
            List<TableSchema> tables,
            Function<List<EntityType<?>>, Hooks<Object>> hooks) {
        this.byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
        this.tables = List.copyOf(tables);
        this.tables.forEach(TableSchema::complete);
        this.hooks = new HashMap<>();
        this.hooksByTable = new ArrayList<>(tables.size());
        tables.forEach(table -> hooksByTable.add(new ArrayList<>(1)));
        for (EntitySchema entity : byName.values()) {
            Hooks<Object> ofEntity = hooks.apply(lineage(entity));
            if (!ofEntity.isEmpty()) {
                this.hooks.put(entity.name(), ofEntity);
                hooksByTable.get(entity.table().ordinal()).add(ofEntity);
            }
        }
    }

    /** The entity types that an entity is a case of, the one with the table first, and its own. */
    private List<EntityType<?>> lineage(EntitySchema entity) {
        Deque<EntityType<?>> types = new ArrayDeque<>();
        for (EntitySchema one = entity;
                one != null;
                one = byName.get(one.type().inheritance().base())) {
            types.addFirst(one.type());
        }
        return List.copyOf(types);
    }

    /** Resolves entity types; {@link dev.ananas.orm.model.SchemaException} with every fault if they do not fit together. */
    public static Schema of(List<EntityType<?>> types) {
        return of(types, Schema::own);
    }

    /**
     * As {@link #of(List)}, with other hooks than those of the entity types.
     *
     * @param hooks the hooks for the records of an entity, given with the entities that it is a case of, its base first
     */
    public static Schema of(List<EntityType<?>> types, Function<List<EntityType<?>>, Hooks<Object>> hooks) {
        SchemaCheck check = new SchemaCheck();
        return new Schema(check.resolve(types), check.tables(), hooks);
    }

    /** The hooks declared with entity types, one after the other; records of an entity are its models, so they may run on any. */
    @SuppressWarnings("unchecked")
    public static Hooks<Object> own(List<EntityType<?>> types) {
        Hooks<Object> all = Hooks.none();
        for (EntityType<?> type : types) {
            all = all.and((Hooks<Object>) type.hooks());
        }
        return all;
    }

    /** The hooks that run for a record of a table; those of its case where entities share the table. */
    public Hooks<Object> hooks(TableSchema table, Object model) {
        return hooks.getOrDefault(table.nameOf(model), Hooks.none());
    }

    /** The hooks that run for some record of a table, for each of its entities; none if no record has any. */
    public List<Hooks<Object>> hooks(TableSchema table) {
        return hooksByTable.get(table.ordinal());
    }

    /** Tables in the order of the entity types; the place in the list is the ordinal. */
    public List<TableSchema> tables() {
        return tables;
    }

    /** Whether something holds of any attribute. */
    public boolean any(Predicate<Component.Attribute> which) {
        return tables.stream().anyMatch(table -> table.attributes(which).length > 0);
    }

    /** An entity by name, or an error that lists the nearest names. */
    public EntitySchema entity(String name) {
        EntitySchema entity = byName.get(name);
        if (entity == null) {
            throw new IllegalArgumentException(Names.unknown("entity", name, "this database", byName.keySet()));
        }
        return entity;
    }

    /** The table of an entity, or an error that lists the nearest names. */
    public TableSchema table(String entity) {
        return entity(entity).table();
    }
}
