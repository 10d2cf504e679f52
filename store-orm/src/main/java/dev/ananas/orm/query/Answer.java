package dev.ananas.orm.query;

import dev.ananas.store.Selector;
import dev.ananas.store.Versioned;
import reactor.core.publisher.Flux;

/**
 * Something a store can be asked: once, or for as long as someone subscribes. Any thread. A wrong name or a value of the
 * wrong type in the query is reported by the call that asks.
 *
 * @param <T> what the answer is
 */
public interface Answer<T> {

    /**
     * The answer of the current version; inside a transaction, on its thread, the answer that includes its writes so far.
     *
     * @return the answer, never null
     */
    T get();

    /**
     * The current answer on subscription, then one per transition that changed it; a slow subscriber gets the latest. The
     * first answer arrives on the subscribing thread, later ones on a thread that writes. Ends with the store.
     *
     * <p>The models of a list are built when they are read for the first time, by whatever thread reads them, and are the same
     * for all threads from then on. What the constructor of a model class throws reaches whoever reads that model, each time,
     * and the stream goes on; conditions and orders of the caller's own run while a change is settled, and end the stream with
     * an error if they throw.
     *
     * @return a cold stream; every subscriber has its own place in it
     */
    Flux<T> flux();

    /**
     * As {@link #flux}, each answer with the number of the last transition it includes.
     *
     * @return a cold stream
     */
    Flux<Versioned<T>> versions();

    /**
     * The answer as a selector, to be combined with application state: {@code Selector.combine(FILTER.state(), query.selector(),
     * ...)} reads both of one version. {@code store.read} asks, also inside a transaction, and remembers the answer while the
     * entities stay as they are. {@code store.select} is live like {@link #flux}: a transition costs what changed, and one that
     * leaves the answer as it is computes nothing that is made of it.
     *
     * <p>Keep it where it is used, as the memory of a selector goes with it. In a fork of the store it can be read and
     * subscribed as well, and is asked anew there whenever an entity changes; ask {@link dev.ananas.orm.Database#in} for one
     * that is live in the fork. That of a {@link ChangingQuery} stays with the query that is asked when it is made.
     *
     * @return a selector for the store of this database
     * @throws IllegalArgumentException if a name or a value in the query is wrong
     */
    Selector<T> selector();

    /**
     * What is asked, as a value.
     *
     * @return the question that {@link #get} and {@link #flux} ask
     */
    Question<T> question();
}
