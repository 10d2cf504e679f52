package dev.ananas.ui.internal;

import dev.ananas.orm.Repository;
import dev.ananas.orm.query.Attribute;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stores one attribute of one record, for editors that have to know whether it worked.
 *
 * <p>A repository answers an update that a hook refused with the record as it was. Here that is a failure; that a hook made another
 * value of it is none.
 *
 * @param <M> model
 * @param <T> type of the attribute
 */
public record AttributeWrite<M, T>(
        Repository<M> repository,
        Object key,
        Attribute<? super M, T> attribute,
        Function<? super M, ? extends @Nullable T> getter) {

    /**
     * Stores a value.
     *
     * @throws NoSuchElementException if there is no such record, or a hook refused the value
     */
    public void store(@Nullable T value) {
        @SuppressWarnings("unchecked") // an attribute of a base is one of its cases
        Attribute<M, T> own = (Attribute<M, T>) attribute;
        Optional<T> before = repository.find(key).map(getter);
        Optional<M> answer = repository.update(key, own.to(value));
        if (!answer.isPresent()) {
            throw new NoSuchElementException("Nothing was changed by setting " + attribute + " to " + value
                    + ": there is no record of key " + key);
        }
        Optional<T> after = answer.map(getter);
        if (after.equals(before) && !after.equals(Optional.ofNullable(value))) {
            throw new NoSuchElementException("Nothing was changed by setting " + attribute + " to " + value
                    + ": a hook refused it for the record of key " + key + ", which keeps " + after.orElse(null));
        }
    }
}
