package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.codec.InputReader;
import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.Draft;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.store.Next;
import java.util.ArrayList;
import java.util.List;

/**
 * Saves models. Those that are in stored form already, without loaded relations, take the short way if no hook watches
 * their entity: a model names all its attributes, so there is nothing to merge.
 *
 * @param entity entity of the models
 * @param models what to save
 * @param sync whether related records that the models do not have are removed from their relations
 * @param ids makes generated ids
 */
public record SaveModelsCommand(EntitySchema entity, List<?> models, boolean sync, IdSource ids)
        implements EntityCommand<List<Object>> {

    public SaveModelsCommand {
        models = List.copyOf(models);
    }

    @Override
    public String name() {
        return "save " + entity.name();
    }

    @Override
    public Next<Tables, List<Object>> applyTo(Tables tables) {
        TableSchema table = entity.table();
        Draft draft = new Draft(tables).expecting(models.size());
        Records records = new Records(draft, ids);
        if (!records.writer().isPlain(table) || !areStored(table, records.template(table))) {
            return new SaveCommand(entity, InputReader.records(entity, models), sync, ids).applyTo(tables);
        }
        List<TableRow> rows = new ArrayList<>(models.size());
        for (Object model : models) {
            rows.add(draft.put(table, model));
        }
        return Next.of(draft.build(), records.models(entity, rows));
    }

    private boolean areStored(TableSchema table, Template template) {
        for (Object model : models) {
            if (!template.fits(model)
                    || !template.hasKey(model)
                    || table.placeholders().isIn(model)) {
                return false;
            }
        }
        return true;
    }
}
