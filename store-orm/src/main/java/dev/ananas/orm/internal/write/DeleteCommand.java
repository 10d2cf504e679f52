package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.table.Draft;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.store.Next;
import java.util.List;

/**
 * Removes some rows with what their relations take along. Answers the models that were removed.
 *
 * @param entity the entity
 * @param choice the rows
 * @param moment tells the time, for records that lose a foreign key
 */
public record DeleteCommand(EntitySchema entity, Choice choice, IdSource moment)
        implements EntityCommand<List<Object>> {

    @Override
    public String name() {
        return "delete " + entity.name();
    }

    @Override
    public Next<Tables, List<Object>> applyTo(Tables tables) {
        Records records = new Records(new Draft(tables), moment);
        return records.next(new Cascade(records).delete(entity, choice.keys(tables)));
    }
}
