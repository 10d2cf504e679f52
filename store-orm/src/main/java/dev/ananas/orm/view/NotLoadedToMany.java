package dev.ananas.orm.view;

import java.util.AbstractList;
import java.util.Objects;

/** Stands where a relation was not asked for: silent to debuggers, loud to readers. */
final class NotLoadedToMany<T> extends AbstractList<T> implements ToMany<T> {
    private final String model;
    private final String relation;

    /** The number of models that were not loaded, or -1 if nobody counted them. */
    private final long count;

    NotLoadedToMany(String model, String relation) {
        this(Objects.requireNonNull(model, "model"), Objects.requireNonNull(relation, "relation"), -1);
    }

    private NotLoadedToMany(String model, String relation, long count) {
        this.model = model;
        this.relation = relation;
        this.count = count;
    }

    @Override
    public long count() {
        if (count < 0) {
            throw RelationNotLoadedException.notCounted(model, relation);
        }
        return count;
    }

    @Override
    public boolean isCounted() {
        return count >= 0;
    }

    @Override
    public ToMany<T> withCount(long number) {
        return new NotLoadedToMany<>(model, relation, number);
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

    /** The model only words the message: one of a base and one of its case are the same placeholder. */
    @Override
    public boolean equals(Object other) {
        return other instanceof NotLoadedToMany<?> that && relation.equals(that.relation) && count == that.count;
    }

    @Override
    public int hashCode() {
        return relation.hashCode();
    }

    @Override
    public String toString() {
        return count < 0 ? "<not loaded>" : "<" + count + ", not loaded>";
    }
}
