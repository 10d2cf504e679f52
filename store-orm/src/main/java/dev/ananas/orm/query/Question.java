package dev.ananas.orm.query;

import java.util.List;
import java.util.function.Function;

/**
 * What is to be answered, as a value: some selections, and how their lists of models make the answer.
 *
 * @param <T> what the answer is
 * @param parts the selections, each of an entity
 * @param combine makes the answer from one immutable list per part; called again whenever one of them changed
 */
public record Question<T>(List<Part> parts, Function<List<List<?>>, T> combine) {

    /** A selection of one entity. */
    public record Part(String entity, Selection selection) {}
}
