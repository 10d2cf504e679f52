package dev.ananas.orm.internal.schema;

import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.IndexType;
import dev.ananas.orm.model.Names;
import dev.ananas.orm.model.RelationType;
import dev.ananas.orm.model.SchemaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resolves the names of entity types against each other and collects every fault instead of stopping at the first. */
final class SchemaCheck {
    private final List<String> faults = new ArrayList<>();
    private final List<TableSchema> tables = new ArrayList<>();
    private Map<String, EntitySchema> entities = Map.of();

    /** All entities by name; {@link #tables} has the tables afterwards. */
    Map<String, EntitySchema> resolve(List<EntityType<?>> types) {
        entities = new EntityResolver(this).resolve(types);
        entities.values().forEach(this::indexes);
        RelationResolver relations = new RelationResolver(this);
        for (EntitySchema entity : entities.values()) {
            TableSchema table = entity.table();
            EntitySchema base =
                    entities.get(String.valueOf(entity.type().inheritance().base()));
            Projection inherited = base == null || base.table() != table ? Projection.ALL : base.projection();
            entity.project(Projection.declared(table, entity.type().visibility(), inherited, this::fault));
            for (Component component : entity.type().components()) {
                int ordinal = table.ordinal(component.name());
                if (component instanceof RelationType relation
                        && table.relations(ordinal).isEmpty()) {
                    relations.resolve(entity, ordinal, relation);
                } else if (component instanceof Component.PivotSlot slot && slot.pivotEntity() != null) {
                    entity(slot.pivotEntity(), "pivot \"" + slot.name() + "\" of entity \"" + entity.name() + "\"");
                }
            }
        }
        for (TableSchema table : tables) {
            table.open(entities.get(table.name()));
        }
        new ActionCheck(this).check(tables);
        if (!faults.isEmpty()) {
            throw new SchemaException(faults);
        }
        return entities;
    }

    /** Tables in the order of their ordinals. */
    List<TableSchema> tables() {
        return tables;
    }

    private void indexes(EntitySchema entity) {
        for (IndexType index : entity.type().indexes()) {
            int[] columns =
                    columns(entity.seen(), index.attributes(), "entity \"" + entity.name() + "\", named by an index");
            for (int i = 0; i < columns.length; i++) {
                columns[i] = entity.table().ordinal(index.attributes().get(i));
            }
            if (columns.length > 0 && index.sorted()) {
                sorted(entity, columns);
            } else if (columns.length > 0) {
                Lookup lookup = entity.table().indexes().by(columns);
                if (index.unique()) {
                    entity.table().indexes().requireUnique(new Unique(entity, lookup));
                }
            }
        }
    }

    private void sorted(EntitySchema entity, int[] columns) {
        TableSchema table = entity.table();
        for (int column : columns) {
            Class<?> type = table.attribute(column).type().javaType();
            if (type != null
                    && type != Object.class
                    && type != Number.class
                    && !Comparable.class.isAssignableFrom(type)) {
                fault("Attribute \"" + table.attribute(column).name() + "\" of entity \"" + entity.name()
                        + "\" cannot be in a sorted index: " + type.getSimpleName() + " has no order");
                return;
            }
        }
        table.indexes().sort(columns);
    }

    void fault(String sentence) {
        faults.add(sentence);
    }

    /** Adds a table that no entity type declares. */
    TableSchema derived(EntityType<?> type) {
        return table(type, type.components(), new EntityModels(type, type.components()));
    }

    /** Adds a table. */
    TableSchema table(EntityType<?> type, List<Component> components, Models models) {
        TableSchema table = new TableSchema(tables.size(), type, components, models, key(type, components));
        tables.add(table);
        return table;
    }

    private int[] key(EntityType<?> type, List<Component> components) {
        List<Integer> columns = new ArrayList<>();
        for (String name : type.primaryKey()) {
            int column = attribute(components, name, "the primary key of entity \"" + type.name() + "\"");
            if (column >= 0 && !columns.contains(column)) {
                columns.add(column);
            }
        }
        return columns.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Columns by name; none if one of them does not exist. */
    int[] columns(TableSchema table, List<String> names, String where) {
        return columns(table.components(), names, "entity \"" + table.name() + "\", named by " + where);
    }

    private int[] columns(List<Component> components, List<String> names, String where) {
        int[] columns = new int[names.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = attribute(components, names.get(i), where);
            if (columns[i] < 0) {
                return new int[0];
            }
        }
        return columns;
    }

    /** Ordinal of an attribute, or -1 and a fault. */
    int attribute(List<Component> components, String name, String where) {
        for (int i = 0; i < components.size(); i++) {
            if (components.get(i) instanceof Component.Attribute attribute
                    && attribute.name().equals(name)) {
                return i;
            }
        }
        fault(Names.unknown("attribute", name, where, Names.of(components, Component.Attribute.class)));
        return -1;
    }

    @Nullable
    EntitySchema entity(String name, String where) {
        EntitySchema entity = entities.get(name);
        if (entity == null) {
            fault(Names.unknown("entity", name, where, entities.keySet()));
        }
        return entity;
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
