package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.codec.Input;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.Draft;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.store.Next;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes some attributes of some rows. Answers the changed models.
 *
 * @param table the table
 * @param choice the rows
 * @param changes the new values
 * @param ids tells the time
 */
public record UpdateCommand(TableSchema table, Choice choice, Input changes, IdSource ids)
        implements EntityCommand<List<Object>> {

    @Override
    public String name() {
        return "update " + table.name();
    }

    @Override
    public Next<Tables, List<Object>> applyTo(Tables tables) {
        Draft draft = new Draft(tables).at(ids.second());
        List<Object> models = new ArrayList<>();
        for (Object key : choice.keys(tables)) {
            TableRow row = draft.get(table, key);
            if (row != null) {
                models.add(changed(draft, row));
            }
        }
        return Next.of(draft.build(), models);
    }

    private Object changed(Draft draft, TableRow row) {
        @Nullable Object[] components = table.components(row.model());
        Records.overlay(components, changes);
        for (int column : table.key()) {
            Object before = table.get(row.model(), column);
            if (!Objects.equals(before, components[column])) {
                throw Records.otherKey(table, column, before, components[column]);
            }
        }
        return table.shown(draft.put(table, Records.model(table, components)).read());
    }
}
