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
import org.jspecify.annotations.Nullable;

/**
 * Changes some attributes of some rows. Answers the changed models.
 *
 * @param entity the entity
 * @param choice the rows
 * @param changes the new values
 * @param ids tells the time
 */
public record UpdateCommand(EntitySchema entity, Choice choice, Input changes, IdSource ids)
        implements EntityCommand<List<Object>> {

    @Override
    public String name() {
        return "update " + entity.name();
    }

    @Override
    public Next<Tables, List<Object>> applyTo(Tables tables) {
        Draft draft = new Draft(tables);
        Records records = new Records(draft, ids);
        List<Object> keys = choice.keys(tables);
        List<Object> models = new ArrayList<>(keys.size());
        for (Object key : keys) {
            TableRow row = draft.get(entity.table(), key);
            if (row != null) {
                models.add(changed(records, row));
            }
        }
        return records.next(models);
    }

    /** The model by now, which is the former one if a hook refused the change. */
    private Object changed(Records records, TableRow row) {
        TableSchema table = entity.table();
        @Nullable Object[] components = records.template(table).over(row.model(), changes::get);
        Records.overlay(components, changes);
        Records.refuseOtherKey(table, row.model(), components);
        TableRow changed = records.writer().update(table, row, Records.model(table, components));
        return entity.shown((changed == null ? row : changed).read());
    }
}
