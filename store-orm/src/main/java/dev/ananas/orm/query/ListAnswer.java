package dev.ananas.orm.query;

import dev.ananas.orm.view.ListChange;
import java.util.List;
import reactor.core.publisher.Flux;

/**
 * A list of models.
 *
 * @param <M> model
 */
public interface ListAnswer<M> extends Answer<List<M>> {

    /**
     * The current list on subscription, then what a subscriber has to change in the list it received last. Replaying all
     * changes gives the list of {@link #flux}, at every emission.
     *
     * <p>No change is dropped, and none waits: a subscriber that asks late gets one change, from the list it received last to
     * the newest. If that is equal to the one it has, it gets nothing. Threads and end are those of {@link #flux}.
     *
     * <p>A change costs what differs between the two lists, plus O(log n) for each place where they do, not their length.
     *
     * @return a cold stream; every subscriber has its own place in it
     */
    Flux<ListChange<M>> changes();
}
