package dev.ananas.samples.quickstart;

import dev.ananas.orm.query.Answer;
import dev.ananas.store.Versioned;
import java.util.function.Function;
import reactor.core.publisher.Flux;

/**
 * A question that stays open, and how its answers read.
 *
 * @param <T> what the answer is
 * @param name short, for the margin
 * @param meaning in words
 * @param answer the question
 * @param text puts an answer into words
 */
record LiveQuery<T>(String name, String meaning, Answer<T> answer, Function<T, String> text) {

    /** The answer in words, now and after every transition from which it reads differently. */
    Flux<Versioned<String>> texts() {
        return answer.versions()
                .map(given -> given.map(text))
                .distinctUntilChanged(Versioned::value);
    }
}
