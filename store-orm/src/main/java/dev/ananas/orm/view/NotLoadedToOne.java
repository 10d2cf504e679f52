package dev.ananas.orm.view;

import org.jspecify.annotations.Nullable;

/** Stands where a relation was not asked for: silent to debuggers, loud to readers. */
record NotLoadedToOne<T>(String model, String relation) implements ToOne<T> {

    @Override
    public boolean isLoaded() {
        return false;
    }

    @Override
    public boolean isPresent() {
        throw new RelationNotLoadedException(model, relation);
    }

    @Override
    public T get() {
        throw new RelationNotLoadedException(model, relation);
    }

    @Override
    public @Nullable T orElse(@Nullable T other) {
        throw new RelationNotLoadedException(model, relation);
    }

    @Override
    public String toString() {
        return "<not loaded>";
    }
}
