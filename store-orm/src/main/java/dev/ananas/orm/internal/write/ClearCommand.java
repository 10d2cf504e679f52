package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.Draft;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.store.Next;

/**
 * Removes every row. Answers how many there were.
 *
 * @param table the table
 */
public record ClearCommand(TableSchema table) implements EntityCommand<Integer> {

    @Override
    public String name() {
        return "clear " + table.name();
    }

    @Override
    public Next<Tables, Integer> applyTo(Tables tables) {
        Draft draft = new Draft(tables);
        int count = draft.clear(table).size();
        return Next.of(draft.build(), count);
    }
}
