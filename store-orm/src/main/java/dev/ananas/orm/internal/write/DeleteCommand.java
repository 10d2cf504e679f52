package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.Draft;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.store.Next;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes some rows. Answers the models that were there.
 *
 * @param table the table
 * @param choice the rows
 */
public record DeleteCommand(TableSchema table, Choice choice) implements EntityCommand<List<Object>> {

    @Override
    public String name() {
        return "delete " + table.name();
    }

    @Override
    public Next<Tables, List<Object>> applyTo(Tables tables) {
        Draft draft = new Draft(tables);
        List<Object> models = new ArrayList<>();
        for (Object key : choice.keys(tables)) {
            TableRow row = draft.remove(table, key);
            if (row != null) {
                models.add(table.shown(row.read()));
            }
        }
        return Next.of(draft.build(), models);
    }
}
