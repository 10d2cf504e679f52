package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.internal.table.Tables;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Which rows of a table a command is about; decided when it is carried out. */
public interface Choice {

    /** Keys of the rows in order, each once. Rows that do not exist are left out by whoever asks. */
    List<Object> keys(Tables tables);

    /**
     * Rows by their keys.
     *
     * @param keys in stored form
     */
    record ByKeys(List<Object> keys) implements Choice {
        public ByKeys {
            keys = List.copyOf(keys.size() > 1 ? new LinkedHashSet<>(keys) : keys);
        }

        @Override
        public List<Object> keys(Tables tables) {
            return keys;
        }
    }

    /**
     * Rows of another choice that are records of an entity.
     *
     * @param entity the entity
     * @param choice rows of its table
     */
    record OfEntity(EntitySchema entity, Choice choice) implements Choice {
        @Override
        public List<Object> keys(Tables tables) {
            List<Object> keys = new ArrayList<>(choice.keys(tables));
            keys.removeIf(key -> {
                TableRow row = tables.table(entity.table()).get(key);
                return row == null || !entity.admits(row.model());
            });
            return keys;
        }
    }
}
