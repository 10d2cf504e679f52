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
 * Stores records as they are, in place of those with their keys; relations do not matter. Answers the records as stored,
 * without those that hooks refused.
 *
 * @param kind what else it does
 * @param entity entity of the records
 * @param records models, or {@link Input}s
 * @param ids makes generated ids
 */
public record InsertCommand(Kind kind, EntitySchema entity, List<?> records, IdSource ids)
        implements EntityCommand<List<Object>> {

    public InsertCommand {
        records = List.copyOf(records);
    }

    /** Kinds of storing records as they are. */
    public enum Kind {
        /** Adds to the table, without hooks. */
        INSERT("insert"),
        /** Removes everything else in the table first; every record is a new one to the hooks. */
        FRESH("fresh"),
        /** As {@link #FRESH}, without hooks. */
        RAW_FRESH("raw fresh"),
        /** Adds records as new ones to the hooks. */
        CREATE("create");

        private final String verb;

        Kind(String verb) {
            this.verb = verb;
        }

        /** How the command is called. */
        public String verb() {
            return verb;
        }
    }

    @Override
    public String name() {
        return kind.verb + " " + entity.name();
    }

    @Override
    public Next<Tables, List<Object>> applyTo(Tables tables) {
        Draft draft = new Draft(tables).expecting(records.size());
        if (kind == Kind.FRESH || kind == Kind.RAW_FRESH) {
            draft.clear(entity);
        }
        TableSchema table = entity.table();
        Records writes = new Records(draft, ids);
        boolean hooked = kind == Kind.FRESH || kind == Kind.CREATE;
        List<TableRow> rows = new ArrayList<>(records.size());
        for (Object record : records) {
            Object model = record instanceof Input input ? writes.made(input) : writes.stored(table, record);
            TableRow row = hooked ? writes.writer().create(table, model) : draft.put(table, model);
            if (row != null) {
                rows.add(row);
            }
        }
        return writes.next(writes.models(entity, rows));
    }
}
