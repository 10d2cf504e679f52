package dev.ananas.orm.load;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a source answered, and what became of it. Any thread.
 *
 * @param <M> the model
 */
public interface Response<M> {

    /** The answer as it came; null if the source ended without one. */
    @Nullable
    Object data();

    /** The models as stored; empty while they are not. */
    List<M> entities();

    /** Whether the records were stored. */
    boolean isSaved();

    /**
     * Stores the records of a load that was told not to; has no effect if they are stored.
     *
     * @return the models as stored
     * @throws dev.ananas.orm.model.DataException if the answer has no records
     * @throws dev.ananas.store.ActionFailedException if they are refused; nothing changed then
     */
    List<M> save();

    /**
     * Deletes the record of the load's {@link LoadOptions#delete}, for a load that was told not to save; has no effect when called
     * again.
     *
     * @return the model that was there
     * @throws IllegalStateException if the load has no key to delete
     */
    Optional<M> delete();
}
