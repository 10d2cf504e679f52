package dev.ananas.orm.view;

import java.util.AbstractList;
import java.util.Objects;

/** Stands where a relation was not asked for: silent to debuggers, loud to readers. */
final class NotLoadedToMany<T> extends AbstractList<T> implements ToMany<T> {
    private final String model;
    private final String relation;

    NotLoadedToMany(String model, String relation) {
        this.model = Objects.requireNonNull(model, "model");
        this.relation = Objects.requireNonNull(relation, "relation");
    }

    @Override
    public boolean isLoaded() {
        return false;
    }

    @Override
    public T get(int index) {
        throw new RelationNotLoadedException(model, relation);
    }

    @Override
    public int size() {
        throw new RelationNotLoadedException(model, relation);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NotLoadedToMany<?> that && model.equals(that.model) && relation.equals(that.relation);
    }

    @Override
    public int hashCode() {
        return Objects.hash(model, relation);
    }

    @Override
    public String toString() {
        return "<not loaded>";
    }
}
