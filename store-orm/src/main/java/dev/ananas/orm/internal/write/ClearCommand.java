package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.table.Draft;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.store.Next;

/**
 * Removes every row. Answers how many there were.
 *
 * @param entity whose rows
 */
public record ClearCommand(EntitySchema entity) implements EntityCommand<Integer> {

    @Override
    public String name() {
        return "clear " + entity.name();
    }

    @Override
    public Next<Tables, Integer> applyTo(Tables tables) {
        Draft draft = new Draft(tables);
        int count = draft.clear(entity).size();
        return Next.of(draft.build(), count);
    }
}
