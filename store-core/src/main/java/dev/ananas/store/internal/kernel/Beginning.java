package dev.ananas.store.internal.kernel;

import dev.ananas.store.HistoryOptions;
import dev.ananas.store.StateTree;
import dev.ananas.store.internal.reduce.Reducers;
import dev.ananas.store.internal.timeline.Timeline;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;

/**
 * What a store begins with.
 *
 * @param tree the first state
 * @param history how much it remembers, null if nothing
 */
public record Beginning(StateTree tree, @Nullable HistoryOptions history) {

    /** The time is that of the scheduler for timers, looked up at each call so that virtual time works. */
    Timeline timeline(Reducers reducers) {
        return new Timeline(reducers, history, () -> Schedulers.parallel().now(TimeUnit.MILLISECONDS));
    }
}
