package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.table.Tables;
import dev.ananas.store.Command;
import dev.ananas.store.Next;

/**
 * A write to the entity tables. Pure: the next tables and the answer depend on the tables and the command alone.
 *
 * @param <R> what it answers its caller
 */
public interface EntityCommand<R> extends Command<R> {

    /** The tables after this command, and the answer. */
    Next<Tables, R> applyTo(Tables tables);
}
