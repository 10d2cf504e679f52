package dev.ananas.store;

import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * The action behind {@link Slice#patch}.
 *
 * @param <S> the state of the slice
 * @param slice the slice it changes
 * @param name the name of the action
 * @param change pure, from the state to the next state
 */
public record Patch<S>(StoreDefinition<S> slice, String name, UnaryOperator<S> change) implements Action {

    public Patch {
        Objects.requireNonNull(slice, "slice");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(change, "change");
    }

    @Override
    public String toString() {
        return "Patch[" + slice.name() + ", " + name + "]";
    }
}
