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

    /** The model only words the message: one of a base and one of its case are the same placeholder. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NotLoadedToOne<?> that && relation.equals(that.relation);
    }

    @Override
    public int hashCode() {
        return relation.hashCode();
    }

    @Override
    public String toString() {
        return "<not loaded>";
    }
}
