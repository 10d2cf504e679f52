package dev.ananas.orm.internal.snapshot;

import dev.ananas.orm.internal.table.Replacement;
import dev.ananas.orm.internal.table.TableContent;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.orm.internal.write.EntityCommand;
import dev.ananas.store.Next;
import java.util.List;

/**
 * Gives all tables another content, without hooks. Answers whether anything changed.
 *
 * @param contents one for each table that is not derived
 * @param nextPlace the place of the next new row in insertion order
 */
public record RestoreCommand(List<TableContent> contents, long nextPlace) implements EntityCommand<Boolean> {

    public RestoreCommand {
        contents = List.copyOf(contents);
    }

    @Override
    public String name() {
        return "restore entities";
    }

    @Override
    public Next<Tables, Boolean> applyTo(Tables tables) {
        Tables restored = Replacement.of(tables, contents, nextPlace);
        return Next.of(restored, restored != tables);
    }
}
