package dev.ananas.orm.view;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The related model of a to-one relation: present, empty, or not loaded. Reading an unloaded one throws
 * {@link RelationNotLoadedException}; {@code equals}, {@code hashCode} and {@code toString} never do. Immutable.
 *
 * @param <T> related model
 */
public interface ToOne<T> {

    /**
     * Whether the query that produced the model included this relation. Never throws.
     *
     * @return false for the placeholder of a relation that nobody asked for
     */
    boolean isLoaded();

    /**
     * Whether there is a related model.
     *
     * @return false if the relation was loaded and leads nowhere
     */
    boolean isPresent();

    /**
     * The related model; {@link java.util.NoSuchElementException} if there is none.
     *
     * @return the related model, never null
     */
    T get();

    /**
     * The related model, or a substitute.
     *
     * @param other answer if there is none, null allowed
     * @return the related model, or {@code other}
     */
    @Nullable
    T orElse(@Nullable T other);

    /**
     * A loaded relation, to be saved with its owner.
     *
     * @param <T> related model
     * @param model the related model, not null
     * @return the relation
     */
    static <T> ToOne<T> of(T model) {
        return new LoadedToOne<>(Objects.requireNonNull(model, "model"));
    }

    /**
     * A loaded relation that leads nowhere.
     *
     * @param <T> related model
     * @return the relation
     */
    static <T> ToOne<T> empty() {
        return new LoadedToOne<>(null);
    }

    /**
     * The unloaded state of one relation. Used by generated and hand-written models.
     *
     * @param <T> related model
     * @param model name of the model as it should appear in messages, such as {@code Post}
     * @param relation name of the relation as declared
     * @return a placeholder that throws when it is read
     */
    static <T> ToOne<T> notLoaded(String model, String relation) {
        return new NotLoadedToOne<>(model, relation);
    }
}
