package dev.ananas.orm.query;

import dev.ananas.store.Versioned;
import reactor.core.publisher.Flux;

/**
 * A live answer whose question may change while subscribers follow it.
 *
 * @param <T> what the answer is
 */
public interface Movable<T> {

    /** The answer now, whenever it changed, and when another question has another answer. */
    Flux<Versioned<T>> versions();

    /** Answers another question of as many parts from now on; never waits. */
    void ask(Question<T> question);

    /** Whether it was closed. */
    boolean isClosed();

    /** Ends all subscribers. */
    void close();
}
