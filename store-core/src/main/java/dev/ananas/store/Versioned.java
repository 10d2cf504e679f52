package dev.ananas.store;

import java.util.Objects;

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
}
