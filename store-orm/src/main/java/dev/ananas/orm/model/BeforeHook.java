package dev.ananas.orm.model;

/**
 * Runs before one record is stored or removed, inside the transaction and under its lock: pure, so it must not read or write
 * the store. What it throws fails the transaction, and nothing is stored.
 *
 * @param <M> model
 */
@FunctionalInterface
public interface BeforeHook<M> {

    /**
     * Decides about one record.
     *
     * @param change what is about to happen
     * @return {@link HookResult#keep()}, another record in its place, or a veto; never null
     */
    HookResult<M> before(Change<M> change);
}
