package dev.ananas.orm.internal.schema;

import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.EntityType;
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
                faults.add("Entity \"" + type.name() + "\" is declared twice; every entity needs a name of its own");
            } else {
                tables.put(type.name(), new TableSchema(tables.size(), type, key(type)));
            }
        }
        for (TableSchema table : tables.values()) {
            for (int i = 0; i < table.components().size(); i++) {
                Component component = table.components().get(i);
                if (component instanceof RelationType relation) {
                    resolve(table, i, relation);
                } else if (component instanceof Component.PivotSlot slot && slot.pivotEntity() != null) {
                    entity(slot.pivotEntity(), "pivot \"" + slot.name() + "\" of entity \"" + table.name() + "\"");
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new SchemaException(faults);
        }
        return tables;
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

    private void resolve(TableSchema table, int ordinal, RelationType relation) {
        String where = "relation \"" + relation.name() + "\" of entity \"" + table.name() + "\"";
        TableSchema related = entity(relation.related(), where);
        if (related == null) {
            return;
        }
        if (relation instanceof RelationType.HasOne one) {
            direct(table, ordinal, one, related, one.localKey(), one.foreignKey(), false, where);
        } else if (relation instanceof RelationType.HasMany many) {
            direct(table, ordinal, many, related, many.localKey(), many.foreignKey(), false, where);
        } else if (relation instanceof RelationType.BelongsTo to) {
            direct(table, ordinal, to, related, to.foreignKey(), to.ownerKey(), true, where);
        } else if (relation instanceof RelationType.BelongsToMany through) {
            throughPivot(table, ordinal, through, related, where);
        }
    }

    private void direct(
            TableSchema table,
            int ordinal,
            RelationType relation,
            TableSchema related,
            List<String> parentNames,
            List<String> nearNames,
            boolean ownsKey,
            String where) {
        int[] parent = parentNames.isEmpty() ? table.key() : columns(table, parentNames, where);
        int[] near = nearNames.isEmpty() ? related.key() : columns(related, nearNames, where);
        if (!joins(table, parent, related, near, where)) {
            return;
        }
        boolean toMany = relation instanceof RelationType.HasMany;
        table.define(new RelationSchema(
                relation.name(),
                ordinal,
                toMany,
                table,
                related,
                parent,
                table.lookup(parent),
                related.lookup(near),
                ownsKey,
                null));
    }

    private void throughPivot(
            TableSchema table, int ordinal, RelationType.BelongsToMany relation, TableSchema related, String where) {
        TableSchema pivot = entity(relation.pivot(), where);
        if (pivot == null) {
            return;
        }
        int[] parent = ownKey(table, relation.parentKey(), "parent key", where);
        int[] far = ownKey(related, relation.relatedKey(), "related key", where);
        int[] near = columns(pivot, List.of(relation.foreignPivotKey()), where);
        int[] onward = columns(pivot, List.of(relation.relatedPivotKey()), where);
        boolean nearFits = joins(table, parent, pivot, near, where);
        boolean farFits = joins(pivot, onward, related, far, where);
        int slot = slot(related, relation, where);
        if (!nearFits || !farFits) {
            return;
        }
        RelationSchema.Link link = new RelationSchema.Link(
                pivot,
                pivot.lookup(near),
                pivot.lookup(onward),
                related.lookup(far),
                slot,
                relation.as() == null ? "pivot" : relation.as(),
                isPair(pivot.key(), near[0], onward[0]));
        table.define(new RelationSchema(
                relation.name(),
                ordinal,
                true,
                table,
                related,
                parent,
                table.lookup(parent),
                link.near(),
                false,
                link));
    }

    private static boolean isPair(int[] key, int one, int other) {
        return key.length == 2 && (key[0] == one && key[1] == other || key[0] == other && key[1] == one);
    }

    /** The component for the pivot: by name where {@code as} is given, otherwise the first that takes this pivot. */
    private int slot(TableSchema related, RelationType.BelongsToMany relation, String where) {
        List<String> fitting = new ArrayList<>();
        int first = -1;
        for (int i = 0; i < related.components().size(); i++) {
            if (related.components().get(i) instanceof Component.PivotSlot slot
                    && (slot.pivotEntity() == null || slot.pivotEntity().equals(relation.pivot()))) {
                if (slot.pivotEntity() == null || slot.name().equals(relation.as())) {
                    return i;
                }
                first = first < 0 ? i : first;
                fitting.add(slot.name());
            }
        }
        if (relation.as() != null) {
            faults.add(Names.unknown(
                    "pivot", relation.as(), "entity \"" + related.name() + "\", named by " + where, fitting));
        }
        return first;
    }

    private int[] ownKey(TableSchema table, @Nullable String name, String role, String where) {
        if (name != null) {
            return columns(table, List.of(name), where);
        }
        if (table.key().length > 1) {
            faults.add("The " + role + " of " + where + " has to be named, because the primary key of entity \""
                    + table.name() + "\" is composite: " + table.type().primaryKey());
            return new int[0];
        }
        return table.key();
    }

    private int[] columns(TableSchema table, List<String> names, String where) {
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
        faults.add(Names.unknown("attribute", name, where, Names.of(type, Component.Attribute.class)));
        return -1;
    }

    private @Nullable TableSchema entity(String name, String where) {
        TableSchema table = tables.get(name);
        if (table == null) {
            faults.add(Names.unknown("entity", name, where, tables.keySet()));
        }
        return table;
    }

    /** Whether the columns exist, are equally many and can be equal. */
    private boolean joins(TableSchema left, int[] a, TableSchema right, int[] b, String where) {
        if (a.length == 0 || b.length == 0) {
            return false;
        }
        if (a.length != b.length) {
            faults.add("The keys of " + where + " have different lengths: " + describe(left, a) + " and "
                    + describe(right, b));
            return false;
        }
        boolean fits = true;
        for (int i = 0; i < a.length; i++) {
            if (!left.attribute(a[i]).type().joins(right.attribute(b[i]).type())) {
                faults.add("The key types of " + where + " differ: " + describe(left, a[i]) + " is "
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
