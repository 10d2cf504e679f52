package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.table.Tables;
import dev.ananas.store.Next;

/**
 * A write whose input could not be read. It fails like every failing action, so that callers, middleware and error hooks see
 * one kind of failure, wherever the fault was found.
 *
 * @param name name of the command that would have been
 * @param reason what was wrong with its input
 * @param <R> what the command would have answered
 */
public record RefusedCommand<R>(String name, RuntimeException reason) implements EntityCommand<R> {

    @Override
    public Next<Tables, R> applyTo(Tables tables) {
        throw reason;
    }
}
