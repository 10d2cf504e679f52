package dev.ananas.orm.internal.schema;

import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Names;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** All tables of a database, checked as a whole. Immutable. */
public final class Schema {
    private final Map<String, EntitySchema> byName;
    private final List<TableSchema> tables;

    private Schema(Map<String, EntitySchema> byName, List<TableSchema> tables) {
        this.byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
        this.tables = List.copyOf(tables);
    }

    /** Resolves entity types; {@link dev.ananas.orm.model.SchemaException} with every fault if they do not fit together. */
    public static Schema of(List<EntityType<?>> types) {
        SchemaCheck check = new SchemaCheck();
        return new Schema(check.resolve(types), check.tables());
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
