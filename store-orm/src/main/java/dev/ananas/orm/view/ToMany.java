package dev.ananas.orm.view;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * The related models of a to-many relation: an immutable list that knows whether it was loaded.
 *
 * <p>Reading an unloaded one throws {@link RelationNotLoadedException}; {@code equals}, {@code hashCode} and
 * {@code toString} never do. Compare with {@code toMany.equals(list)}: a plain list on the left side reads this one. Any
 * thread may read it.
 *
 * @param <T> related model
 */
public interface ToMany<T> extends List<T> {

    /**
     * Whether the query that produced the model included this relation. Never throws.
     *
     * @return false for the placeholder of a relation that nobody asked for
     */
    boolean isLoaded();

    /**
     * The number of related models: the one that the query counted with {@code withCount}, or else that of the loaded list. The
     * two differ where clauses restrict one of them.
     *
     * @return the number
     * @throws RelationNotLoadedException if the query neither counted nor loaded this relation
     */
    long count();

    /**
     * Whether {@link #count} has an answer. Never throws.
     *
     * @return false if the query neither counted nor loaded this relation
     */
    boolean isCounted();

    /**
     * The same relation, loaded or not, with the number of its models.
     *
     * @param count 0 or more
     * @return a relation that answers {@code count} when it is asked
     */
    ToMany<T> withCount(long count);

    /**
     * A loaded relation of these models, to be saved with their owner.
     *
     * @param <T> related model
     * @param models related models in order, none null
     * @return an immutable list of them
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static <T> ToMany<T> of(T... models) {
        return copyOf(Arrays.asList(models));
    }

    /**
     * A loaded relation of these models.
     *
     * @param <T> related model
     * @param models related models in order, none null; copied
     * @return an immutable list of them
     */
    static <T> ToMany<T> copyOf(Collection<? extends T> models) {
        List<T> copy = List.copyOf(models);
        return copy.isEmpty() ? LoadedToMany.empty() : new LoadedToMany<>(copy);
    }

    /**
     * A loaded relation over a list that will never change, without copying it.
     *
     * @param <T> related model
     * @param models related models; whoever made the list promises that nobody writes to it any more
     * @return a view of the list that refuses every change
     */
    static <T> ToMany<T> ofImmutable(List<? extends T> models) {
        return new LoadedToMany<>(LoadedToMany.unmodifiable(Objects.requireNonNull(models, "models")));
    }

    /**
     * The unloaded state of one relation. Used by generated and hand-written models.
     *
     * @param <T> related model
     * @param model name of the model as it should appear in messages, such as {@code User}
     * @param relation name of the relation as declared
     * @return a placeholder that throws when it is read
     */
    static <T> ToMany<T> notLoaded(String model, String relation) {
        return new NotLoadedToMany<>(model, relation);
    }
}
