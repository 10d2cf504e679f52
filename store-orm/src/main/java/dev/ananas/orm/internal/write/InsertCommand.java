package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.codec.Input;
import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.Draft;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.store.Next;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores records as they are, in place of those with their keys; relations do not matter. Answers the records as stored.
 *
 * @param entity entity of the records
 * @param records models, or {@link Input}s
 * @param fresh whether everything else in the table is removed first
 * @param ids makes generated ids
 */
public record InsertCommand(EntitySchema entity, List<?> records, boolean fresh, IdSource ids)
        implements EntityCommand<List<Object>> {

    public InsertCommand {
        records = List.copyOf(records);
    }

    @Override
    public String name() {
        return (fresh ? "fresh " : "insert ") + entity.name();
    }

    @Override
    public Next<Tables, List<Object>> applyTo(Tables tables) {
        Draft draft = new Draft(tables);
        if (fresh) {
            draft.clear(entity);
        }
        TableSchema table = entity.table();
        Records writer = new Records(draft, ids);
        List<TableRow> rows = new ArrayList<>(records.size());
        for (Object record : records) {
            rows.add(record instanceof Input input ? writer.insert(input) : writer.insert(table, record));
        }
        return Next.of(draft.build(), writer.models(table, rows));
    }
}
