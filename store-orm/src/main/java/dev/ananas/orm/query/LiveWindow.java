package dev.ananas.orm.query;

import dev.ananas.orm.view.ListChange;
import dev.ananas.store.Versioned;
import java.util.List;
import reactor.core.publisher.Flux;

/**
 * The part of a live list that is on screen: it follows the data, and it can be moved. What a table or list view with many rows
 * needs that scrolls.
 *
 * <pre>{@code
 * try (LiveWindow<User> window = users.query().orderBy(User_.name).window(0, 50)) {
 *     window.changes().subscribe(change -> change.applyTo(rows));
 *     window.show(100, 50);                                        // scrolled: one more change
 * }
 * }</pre>
 *
 * <p>All windows of equal queries share the order of the list. Models and their relations exist for the rows that are shown
 * alone, and a move makes those that come in; rows that were and are shown stay the same instances. So do not ask for more rows
 * than fit on the screen and a little more.
 *
 * <p>Any thread may call; no call waits for a writer. Several subscribers follow the window together. A window holds nothing
 * while nobody subscribes. It ends when it is closed, and with its store.
 *
 * @param <M> model
 */
public interface LiveWindow<M> extends AutoCloseable {

    /**
     * Moves the window, or changes its size. Subscribers get the rows of the new place unless these are the ones they have; on
     * the calling thread, or, if another thread is writing, on that one when it is done. Of several moves in the meantime only
     * the last one is carried out.
     *
     * @param offset rows to leave out at the front, 0 or more; behind the end of the list the window is empty
     * @param limit rows to show at the most, 0 or more
     * @throws IllegalArgumentException if a number is negative
     * @throws IllegalStateException if the window is closed
     */
    void show(int offset, int limit);

    /**
     * Where the window was moved to last.
     *
     * @return rows that are left out at the front
     */
    int offset();

    /**
     * How large the window was made last.
     *
     * @return rows that are shown at the most
     */
    int limit();

    /**
     * The rows that are shown: now, then whenever they change or the window is moved to other ones.
     *
     * @return a cold stream, like {@link Answer#flux}
     */
    Flux<List<M>> flux();

    /**
     * As {@link #flux}, each list with the number of the last transition it includes. A move is no transition, so two lists may
     * have the same number.
     *
     * @return a cold stream
     */
    Flux<Versioned<List<M>>> versions();

    /**
     * What a subscriber has to change in the rows it received last, whether the data changed or the window was moved: rows that
     * are in the old place and in the new one stay.
     *
     * @return a cold stream, like {@link ListAnswer#changes}
     */
    Flux<ListChange<M>> changes();

    /** Ends all subscribers with onComplete, later ones with an error. Closing twice is nothing. */
    @Override
    void close();
}
