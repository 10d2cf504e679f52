package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.codec.Input;
import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.table.Draft;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.store.Next;
import java.util.List;

/**
 * Merges records and what is nested in them over the stored ones. Answers the records as stored, with the relations that the
 * data nested; what hooks refused and is not stored is left out.
 *
 * @param entity entity of the records
 * @param records what to save
 * @param sync whether related records that the data does not nest are removed from their relations
 * @param ids makes generated ids
 */
public record SaveCommand(EntitySchema entity, List<Input> records, boolean sync, IdSource ids)
        implements EntityCommand<List<Object>> {

    public SaveCommand {
        records = List.copyOf(records);
    }

    @Override
    public String name() {
        return "save " + entity.name();
    }

    @Override
    public Next<Tables, List<Object>> applyTo(Tables tables) {
        Records writes = new Records(new Draft(tables), ids);
        Normalizer normalizer = new Normalizer(writes, sync);
        normalizer.save(records);
        return writes.next(new ReadBack(normalizer::model).models(records));
    }
}
