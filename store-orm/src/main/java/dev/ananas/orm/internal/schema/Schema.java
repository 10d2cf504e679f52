package dev.ananas.orm.internal.schema;

import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Hooks;
import dev.ananas.orm.model.Names;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All tables of a database, checked as a whole. Immutable. */
public final class Schema {
    private final Map<String, TableSchema> byName;
    private final List<TableSchema> tables;
    private final List<Hooks<Object>> hooks;

    private Schema(Map<String, TableSchema> byName, Function<EntityType<?>, Hooks<Object>> hooks) {
        this.byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
        this.tables = List.copyOf(byName.values());
        this.hooks = tables.stream().map(table -> hooks.apply(table.type())).collect(Collectors.toList());
    }

    /** Resolves entity types; {@link dev.ananas.orm.model.SchemaException} with every fault if they do not fit together. */
    public static Schema of(List<EntityType<?>> types) {
        return of(types, Schema::own);
    }

    /** As {@link #of(List)}, with other hooks than those of the entity types. */
    public static Schema of(List<EntityType<?>> types, Function<EntityType<?>, Hooks<Object>> hooks) {
        return new Schema(new SchemaCheck().resolve(types), hooks);
    }

    /** The hooks declared with an entity type; its records are its models, so they may run on any. */
    @SuppressWarnings("unchecked")
    public static Hooks<Object> own(EntityType<?> type) {
        return (Hooks<Object>) type.hooks();
    }

    /** The hooks that run for records of a table. */
    public Hooks<Object> hooks(TableSchema table) {
        return hooks.get(table.ordinal());
    }

    /** Tables in the order of the entity types; the place in the list is the ordinal. */
    public List<TableSchema> tables() {
        return tables;
    }

    /** Whether something holds of any attribute. */
    public boolean any(Predicate<Component.Attribute> which) {
        return tables.stream().anyMatch(table -> table.attributes(which).length > 0);
    }

    /** The table of an entity, or an error that lists the nearest names. */
    public TableSchema table(String entity) {
        TableSchema table = byName.get(entity);
        if (table == null) {
            throw new IllegalArgumentException(Names.unknown("entity", entity, "this database", byName.keySet()));
        }
        return table;
    }
}
