package dev.ananas.orm.internal.schema;

import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.IndexType;
import dev.ananas.orm.model.Names;
import dev.ananas.orm.model.RelationType;
import dev.ananas.orm.model.SchemaException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resolves the names of entity types against each other and collects every fault instead of stopping at the first. */
final class SchemaCheck {
    private final List<String> faults = new ArrayList<>();
    private final Map<String, TableSchema> tables = new LinkedHashMap<>();

    Map<String, TableSchema> resolve(List<EntityType<?>> types) {
        for (EntityType<?> type : types) {
            if (tables.containsKey(type.name())) {
                fault("Entity \"" + type.name() + "\" is declared twice; every entity needs a name of its own");
            } else {
                tables.put(type.name(), new TableSchema(tables.size(), type, key(type)));
            }
        }
        tables.values().forEach(this::indexes);
        for (TableSchema table : tables.values()) {
            table.project(Projection.declared(table, table.type().visibility(), Projection.ALL, this::fault));
        }
        RelationResolver relations = new RelationResolver(this);
        for (TableSchema table : List.copyOf(tables.values())) {
            for (int i = 0; i < table.components().size(); i++) {
                Component component = table.components().get(i);
                if (component instanceof RelationType relation) {
                    relations.resolve(table, i, relation);
                } else if (component instanceof Component.PivotSlot slot && slot.pivotEntity() != null) {
                    entity(slot.pivotEntity(), "pivot \"" + slot.name() + "\" of entity \"" + table.name() + "\"");
                }
            }
        }
        new ActionCheck(this).check(tables.values());
        if (!faults.isEmpty()) {
            throw new SchemaException(faults);
        }
        return tables;
    }

    private void indexes(TableSchema table) {
        for (IndexType index : table.type().indexes()) {
            int[] columns = columns(table, index.attributes(), "an index");
            if (columns.length > 0) {
                Lookup lookup = table.lookup(columns);
                if (index.unique()) {
                    table.requireUnique(lookup);
                }
            }
        }
    }

    void fault(String sentence) {
        faults.add(sentence);
    }

    /** Adds a table that no entity type declares. */
    TableSchema derived(EntityType<?> type) {
        TableSchema table = new TableSchema(tables.size(), type, key(type));
        tables.put(type.name(), table);
        return table;
    }

    private int[] key(EntityType<?> type) {
        List<Integer> columns = new ArrayList<>();
        for (String name : type.primaryKey()) {
            int column = attribute(type, name, "the primary key of entity \"" + type.name() + "\"");
            if (column >= 0 && !columns.contains(column)) {
                columns.add(column);
            }
        }
        return columns.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Columns by name; none if one of them does not exist. */
    int[] columns(TableSchema table, List<String> names, String where) {
        int[] columns = new int[names.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = attribute(table.type(), names.get(i), "entity \"" + table.name() + "\", named by " + where);
            if (columns[i] < 0) {
                return new int[0];
            }
        }
        return columns;
    }

    private int attribute(EntityType<?> type, String name, String where) {
        for (int i = 0; i < type.components().size(); i++) {
            if (type.components().get(i) instanceof Component.Attribute attribute
                    && attribute.name().equals(name)) {
                return i;
            }
        }
        fault(Names.unknown("attribute", name, where, Names.of(type, Component.Attribute.class)));
        return -1;
    }

    @Nullable
    TableSchema entity(String name, String where) {
        TableSchema table = tables.get(name);
        if (table == null) {
            fault(Names.unknown("entity", name, where, tables.keySet()));
        }
        return table;
    }

    /** Whether the columns exist, are equally many and can be equal. */
    boolean joins(TableSchema left, int[] a, TableSchema right, int[] b, String where) {
        if (a.length == 0 || b.length == 0) {
            return false;
        }
        if (a.length != b.length) {
            fault("The keys of " + where + " have different lengths: " + describe(left, a) + " and "
                    + describe(right, b));
            return false;
        }
        boolean fits = true;
        for (int i = 0; i < a.length; i++) {
            if (!left.attribute(a[i]).type().joins(right.attribute(b[i]).type())) {
                fault("The key types of " + where + " differ: " + describe(left, a[i]) + " is "
                        + left.attribute(a[i]).type().expected() + ", " + describe(right, b[i]) + " is "
                        + right.attribute(b[i]).type().expected());
                fits = false;
            }
        }
        return fits;
    }

    private static String describe(TableSchema table, int... columns) {
        List<String> names = new ArrayList<>();
        for (int column : columns) {
            names.add(table.name() + "." + table.components().get(column).name());
        }
        return String.join(", ", names);
    }
}
