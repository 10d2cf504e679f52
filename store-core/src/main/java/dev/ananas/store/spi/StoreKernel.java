package dev.ananas.store.spi;

import dev.ananas.store.Selector;
import dev.ananas.store.StateTree;
import dev.ananas.store.Store;
import dev.ananas.store.StoreDefinition;
import dev.ananas.store.StoreException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;

/** The inside of a store. */
public interface StoreKernel {

    /**
     * The kernel of a store.
     *
     * @throws StoreException if the store was not made by this library
     */
    static StoreKernel of(Store store) {
        if (Objects.requireNonNull(store, "store") instanceof Provider provider) {
            return provider.kernel();
        }
        throw new StoreException(
                store.getClass().getName() + " is not a store of this library; make it with Store.create()");
    }

    /**
     * Adds a settler. Settlers run in the order they were attached, from the next commit on, until the store closes.
     *
     * @throws dev.ananas.store.StoreClosedException if the store is closed
     */
    void attach(Settler settler);

    /**
     * Runs work under the writer lock: no commit happens meanwhile, and writes inside it are refused unless a
     * transaction of this thread is running.
     */
    <T extends @Nullable Object> T exclusively(Supplier<T> work);

    /**
     * Runs work under the writer lock and publishes what it adds, for sources whose values change without a transition. Never
     * waits: now if the lock is free, else on the thread that holds it, when it leaves it. Works run in the order of the calls;
     * what one throws is reported.
     */
    void publish(Consumer<Publication> work);

    /** The tree last committed. Never waits. */
    StateTree committed();

    /** The pending tree on the thread of a running transaction, the committed one everywhere else. Never waits. */
    StateTree visible();

    /** The version of {@link #committed()}; read both under {@link #exclusively} if they must fit together. */
    long version();

    /** How long what nobody subscribes to any more is kept. */
    Duration linger();

    /** The scheduler for timers, looked up at each call so that virtual time works. */
    Scheduler timer();

    /**
     * A stream of the values of a source. Every subscriber has a slot of its own, in which the latest value waits for
     * demand.
     */
    <T> Flux<T> flux(LiveSource<T> source);

    /**
     * A selector of what a reading makes of the state of a slice. Subscribed in this store, alone or as a part of other selectors,
     * it takes its values from {@link LiveReading#live}; elsewhere it reads.
     *
     * @param name for errors and tools
     */
    <S, T> Selector<T> selector(StoreDefinition<S> slice, String name, LiveReading<S, T> reading);

    /** Passes an error to the handler of the store, never under the writer lock. */
    void report(Throwable error);

    /** A store that has a kernel. */
    interface Provider {

        /** The kernel of this store. */
        StoreKernel kernel();
    }
}
