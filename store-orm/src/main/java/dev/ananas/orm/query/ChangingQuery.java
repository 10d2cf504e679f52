package dev.ananas.orm.query;

import java.util.concurrent.Executor;

/**
 * A list whose query can be exchanged for another one while it is followed: what a view shows that has a search field, filters or
 * headers to sort by.
 *
 * <pre>{@code
 * ChangingQuery<User> shown = users.query().orderBy(User_.name).changing();
 * shown.changes().subscribe(change -> change.applyTo(rows));
 * shown.ask(users.query().where(User_.name.like("A%")).orderBy(User_.name));        // one more change
 * }</pre>
 *
 * <p>For its subscribers another query is another state of the list: models that are in the list before and in the one after are the same
 * ones, by key, so they stay, move or are updated, and only the others go or come. If both lists say the same nothing is emitted. Nothing is
 * missed in between, since queries are exchanged under the same lock as writes happen.
 *
 * <p>Finding the difference costs O(n log n) in the length of the two lists, in which models that nobody has read are not built; queries that
 * differ only in constants compared with {@code eq} may cost less. Any thread may call. It holds nothing while nobody subscribes, and ends
 * with its store.
 *
 * @param <M> model
 */
public interface ChangingQuery<M> extends ListAnswer<M> {

    /**
     * Asks another query from now on. It is answered on the calling thread, or, if another thread is writing, on that one when it is done;
     * of several in the meantime only the last one is. No call waits for a writer.
     *
     * @param next a query of the same entity and database
     * @throws IllegalArgumentException if it is of another one, or a name or value in it is wrong; the query before stays
     */
    void ask(Query<M> next);

    /**
     * As {@link #ask(Query)}, answered by an executor, such as the background thread of a view. {@link #query} is the new one at once; what
     * another call has overtaken by the time the executor comes to it is left out.
     *
     * @param next a query of the same entity and database
     * @param executor runs what answers the query; it hears of wrong names and values in it
     * @throws IllegalArgumentException if the query is of another entity or database
     */
    void ask(Query<M> next, Executor executor);

    /** The query that was asked last. */
    Query<M> query();
}
