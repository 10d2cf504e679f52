package dev.ananas.orm.query;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer that may be missing: the first model, the model of a key.
 *
 * @param <T> model
 */
public interface OptionalAnswer<T> extends Answer<Optional<T>> {

    /** The model now, or {@link java.util.NoSuchElementException} with the query in its message. */
    T orElseThrow();

    /** The model now, or {@code other} (null allowed). */
    @Nullable
    T orElse(@Nullable T other);
}
