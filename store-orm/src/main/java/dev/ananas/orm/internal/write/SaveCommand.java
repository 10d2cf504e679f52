package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.codec.Input;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.Draft;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.store.Next;
import java.util.List;

/**
 * Merges records and what is nested in them over the stored ones. Answers the records as stored, with the relations that the
 * data nested.
 *
 * @param table table of the records
 * @param records what to save
 * @param ids makes generated ids
 */
public record SaveCommand(TableSchema table, List<Input> records, IdSource ids) implements EntityCommand<List<Object>> {

    public SaveCommand {
        records = List.copyOf(records);
    }

    @Override
    public String name() {
        return "save " + table.name();
    }

    @Override
    public Next<Tables, List<Object>> applyTo(Tables tables) {
        Draft draft = new Draft(tables);
        Normalizer normalizer = new Normalizer(new Records(draft, ids));
        normalizer.save(records);
        return Next.of(draft.build(), new ReadBack(normalizer).models(records));
    }
}
