package dev.ananas.orm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ananas.store.snapshot.Migration;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Migrations of the entities in a snapshot. Names are those in the snapshot: cases of an entity are rows of its base. Each does
 * nothing to a snapshot without the entity.
 */
public final class EntityMigration {
    private static final String TABLES = "/entities/tables";

    private EntityMigration() {}

    /**
     * Gives an entity another name. Where other entities have the name as a value, as those that belong to one of several
     * entities do, change it with {@link #changeAttribute}.
     */
    public static Migration renameEntity(String from, String to) {
        return tables(tables -> rename(tables, from, to, "entity"));
    }

    /** Removes an entity with its rows. */
    public static Migration dropEntity(String entity) {
        return tables(tables -> tables.remove(entity));
    }

    /** Gives an attribute another name. */
    public static Migration renameAttribute(String entity, String from, String to) {
        return rows(entity, row -> {
            rename(row, from, to, "attribute");
            return row;
        });
    }

    /** Removes an attribute. */
    public static Migration dropAttribute(String entity, String attribute) {
        return rows(entity, row -> {
            row.remove(attribute);
            return row;
        });
    }

    /** Gives an attribute a value in the rows that have none or null. */
    public static Migration defaultValue(String entity, String attribute, JsonNode value) {
        Objects.requireNonNull(value, "value");
        return rows(entity, row -> {
            if (!row.hasNonNull(attribute)) {
                row.set(attribute, value);
            }
            return row;
        });
    }

    /**
     * Changes the values of an attribute, for instance their type; rows without it stay as they are.
     *
     * @param change from the old value to the new one, never null
     */
    public static Migration changeAttribute(String entity, String attribute, UnaryOperator<JsonNode> change) {
        return rows(entity, row -> {
            JsonNode value = row.get(attribute);
            if (value != null) {
                row.set(attribute, change.apply(value));
            }
            return row;
        });
    }

    /**
     * Changes the rows of an entity.
     *
     * @param change from the old row to the new one, or null to remove it; may change what it is given
     */
    public static Migration rows(String entity, RowChange change) {
        return tables(tables -> {
            JsonNode list = tables.path(entity).path("rows");
            if (!(list instanceof ArrayNode rows)) {
                return;
            }
            for (int i = rows.size() - 1; i >= 0; i--) {
                JsonNode node = rows.get(i);
                boolean placed = node instanceof ArrayNode && node.size() == 2;
                if (!((placed ? node.get(1) : node) instanceof ObjectNode row)) {
                    throw new IllegalArgumentException(
                            "expected a row at /slices" + TABLES + "/" + entity + "/rows/" + i + ", found " + node);
                }
                ObjectNode changed = change.apply(row);
                if (changed == null) {
                    rows.remove(i);
                } else if (placed) {
                    ((ArrayNode) node).set(1, changed);
                } else {
                    rows.set(i, changed);
                }
            }
        });
    }

    /** Makes another row of one. */
    @FunctionalInterface
    public interface RowChange {

        /** The new row, or null for none. */
        @Nullable
        ObjectNode apply(ObjectNode row);
    }

    private interface TablesChange {
        void apply(ObjectNode tables);
    }

    private static Migration tables(TablesChange change) {
        return slices -> {
            JsonNode tables = slices.at(TABLES);
            if (tables instanceof ObjectNode object) {
                change.apply(object);
            } else if (!tables.isMissingNode()) {
                throw new IllegalArgumentException("expected an object at /slices" + TABLES + ", found " + tables);
            }
            return slices;
        };
    }

    private static void rename(ObjectNode object, String from, String to, String what) {
        JsonNode value = object.get(from);
        if (value == null) {
            return;
        }
        if (object.has(to)) {
            throw new IllegalArgumentException(
                    what + " \"" + from + "\" cannot be renamed to \"" + to + "\", which is there already");
        }
        object.remove(from);
        object.set(to, value);
    }
}
