package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.codec.Input;
import dev.ananas.orm.internal.codec.InputReader;
import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.Draft;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.store.Next;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first of some rows or saves a new record, in one step. Answers the record, or nothing if a hook refused it.
 *
 * @param entity the entity
 * @param choice the rows that will do
 * @param attributes what a new record has
 * @param values what a new record has besides, and wins where both name an attribute
 * @param updates whether the values go to a row that was found, too
 * @param ids makes generated ids
 */
public record FindOrSaveCommand(
        EntitySchema entity,
        Choice choice,
        Map<String, @Nullable Object> attributes,
        Map<String, @Nullable Object> values,
        boolean updates,
        IdSource ids)
        implements EntityCommand<List<Object>> {

    public FindOrSaveCommand {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Override
    public String name() {
        return (updates ? "update or create " : "first or create ") + entity.name();
    }

    @Override
    public Next<Tables, List<Object>> applyTo(Tables tables) {
        TableSchema table = entity.table();
        List<Object> keys = choice.keys(tables);
        TableRow found = keys.isEmpty() ? null : new Draft(tables).get(table, keys.get(0));
        if (found != null && !updates) {
            return Next.of(tables, List.of(entity.shown(found.read())));
        }
        Map<String, @Nullable Object> record = new LinkedHashMap<>(found == null ? attributes : Map.of());
        record.putAll(values);
        if (found != null) {
            for (int column : table.key()) {
                record.put(table.attribute(column).name(), table.get(found.model(), column));
            }
        }
        Input input = InputReader.record(entity, record);
        return new SaveCommand(entity, List.of(input), false, ids).applyTo(tables);
    }
}
