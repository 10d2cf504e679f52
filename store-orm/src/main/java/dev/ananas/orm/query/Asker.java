package dev.ananas.orm.query;

import dev.ananas.store.Selector;
import dev.ananas.store.Versioned;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Answers questions: what a query needs of the database it belongs to. */
public interface Asker {

    /** The answer of the version the calling thread sees. */
    <T> T now(Question<T> question);

    /** How an attribute of the models of an entity is read; {@code declaring} is null for attributes by name. */
    Function<Object, @Nullable Object> reader(String entity, @Nullable String declaring, String attribute);

    /** How the primary key of the models of an entity is read. */
    Function<Object, Object> keyReader(String entity);

    /** Names the attributes and relations in which two states of a model of an entity differ. */
    BiFunction<Object, Object, Set<String>> differences(String entity);

    /** How a question is answered, and what it costs now. */
    String explain(Question<?> question);

    /** A live answer whose question may change. */
    <T> Movable<T> movable(Question<T> question);

    /** The answer as a selector. */
    <T> Selector<T> selector(Question<T> question);

    /** The answer now and whenever it changed. */
    <T> Flux<Versioned<T>> live(Question<T> question);
}
