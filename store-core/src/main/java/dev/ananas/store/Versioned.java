package dev.ananas.store;

import java.util.Objects;
import java.util.function.Function;

/**
 * A value and the version of the state tree it was read from.
 *
 * @param <T> the value
 * @param version the version at which the value was current
 * @param value the value
 */
public record Versioned<T>(long version, T value) {

    public Versioned {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Another value of the same version.
     *
     * @param <R> the other value
     * @param change makes it, never null
     * @return the value with this version
     */
    public <R> Versioned<R> map(Function<? super T, ? extends R> change) {
        return new Versioned<>(version, change.apply(value));
    }
}
