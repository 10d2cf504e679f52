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
    private final Map<String, TableSchema> byName;
    private final List<TableSchema> tables;

    private Schema(Map<String, TableSchema> byName) {
        this.byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
        this.tables = List.copyOf(byName.values());
    }

    /** Resolves entity types; {@link dev.ananas.orm.model.SchemaException} with every fault if they do not fit together. */
    public static Schema of(List<EntityType<?>> types) {
        return new Schema(new SchemaCheck().resolve(types));
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
