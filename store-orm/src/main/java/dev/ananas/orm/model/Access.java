package dev.ananas.orm.model;

import org.jspecify.annotations.Nullable;

/**
 * How the engine reads and builds one model class: by ordinal, without reflection. Generated, or written by hand. Called
 * from any thread, so it must not keep state.
 *
 * @param <M> model class
 */
public interface Access<M> {

    /**
     * The component at its ordinal in the order in which the entity type declares attributes, pivots and relations.
     *
     * @param model a model, not null
     * @param ordinal from 0
     * @return the component, null allowed
     */
    @Nullable
    Object get(M model, int ordinal);

    /**
     * A model of these components, in the order of the declaration.
     *
     * @param components one value per component; the array belongs to the caller
     * @return a new model
     */
    M create(@Nullable Object[] components);
}
