package dev.ananas.store;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One run of an action. See {@link Actions} for how it begins and ends.
 *
 * @param <T> what it emits
 */
public interface ActionRun<T> extends Disposable {

    /** How far a run is. */
    enum State {
        /** It has not ended. */
        RUNNING,
        /** It completed. */
        SUCCEEDED,
        /** It ended with an error. */
        FAILED,
        /** It was cancelled. */
        CANCELLED
    }

    /** The number of the run, unique in a store and counting up. */
    long id();

    /** The name of the action. */
    String name();

    /** What it was called with; null if nothing was told. */
    @Nullable
    Object argument();

    /** How far it is. */
    State state();

    /** The last value when it completes, or how it failed; for any number of subscribers at any time. */
    Mono<T> result();

    /** All values from the first, and how it ended; for any number of subscribers at any time. */
    Flux<T> values();

    /** Ends it: the work is cancelled, subscribers get an {@link ActionCancelledException}. No effect after its end. */
    void cancel();

    /** The same as {@link #cancel()}. */
    @Override
    void dispose();
}
