package dev.ananas.orm.model;

/**
 * Runs after the whole transaction has been committed, on a thread that writes and outside the lock: it may do everything a
 * subscriber may, writes included. What it throws goes to the error handler of the store and undoes nothing.
 *
 * @param <M> model
 */
@FunctionalInterface
public interface AfterHook<M> {

    /**
     * Learns about one record.
     *
     * @param change what happened
     */
    void after(Change<M> change);
}
