package dev.ananas.orm.query;

import java.util.Collection;
import java.util.List;

/**
 * A question about one entity, as an immutable value with {@code equals}; asking it does not use it up. Lists in its answers
 * are immutable. Without {@code orderBy} models come in insertion order, related models in the insertion order of the related
 * entity.
 *
 * @param <M> model
 */
public interface Query<M> extends Clauses<M, Query<M>>, Answer<List<M>> {

    /** The first model in order. */
    OptionalAnswer<M> first();

    /** The model of a key ({@link dev.ananas.orm.model.Key} if composite) among those that match. */
    OptionalAnswer<M> find(Object key);

    /** The models of the keys, in the order of the keys; missing ones and repeated keys are left out. */
    Answer<List<M>> find(Collection<?> keys);

    /** How many match, window included. */
    Answer<Long> count();

    /** Whether any matches. */
    Answer<Boolean> exists();

    /**
     * A query over all models of an entity.
     *
     * @param <M> model
     * @param entity entity name
     * @param asker answers the questions
     * @return the query
     */
    static <M> Query<M> over(String entity, Asker asker) {
        return new BoundQuery<>(entity, Selection.EVERYTHING, asker);
    }
}
