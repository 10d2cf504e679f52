package dev.ananas.store;

import java.util.Objects;

/**
 * The action behind {@link Slice#replace}.
 *
 * @param <S> the state of the slice
 * @param slice the slice it changes
 * @param state the next state
 */
public record Replace<S>(StoreDefinition<S> slice, S state) implements Action {

    public Replace {
        Objects.requireNonNull(slice, "slice");
        Objects.requireNonNull(state, "state");
    }

    @Override
    public String toString() {
        return "Replace[" + slice.name() + "]";
    }
}
