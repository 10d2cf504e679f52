package dev.ananas.orm.model;

import org.jspecify.annotations.Nullable;

/** Access to the class of a base entity that has no records of its own: there is nothing to read or to build. */
record AbstractAccess<M>(String entity) implements Access<M> {

    @Override
    public @Nullable Object get(M model, int ordinal) {
        throw new IllegalStateException("Entity \"" + entity + "\" has no models of its own, found " + model);
    }

    @Override
    public M create(@Nullable Object[] components) {
        throw new IllegalStateException("Entity \"" + entity + "\" has no models of its own");
    }
}
