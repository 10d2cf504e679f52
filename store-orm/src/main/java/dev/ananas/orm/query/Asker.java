package dev.ananas.orm.query;

import dev.ananas.store.Versioned;
import reactor.core.publisher.Flux;

/** Answers questions: what a query needs of the database it belongs to. */
public interface Asker {

    /** The answer of the version the calling thread sees. */
    <T> T now(Question<T> question);

    /** The answer now and whenever it changed. */
    <T> Flux<Versioned<T>> live(Question<T> question);
}
