package dev.ananas.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The action behind {@link Slice#reset()}, {@link Store#reset} and {@link Store#resetAll()}. It carries the states to
 * go back to, made when it was dispatched, so that reducing it again gives the same.
 *
 * @param slices the slices it changes with their first states
 */
public record Reset(List<Replace<?>> slices) implements Action {

    public Reset {
        slices = Collections.unmodifiableList(new ArrayList<>(slices));
    }

    @Override
    public String toString() {
        return "Reset" + slices.stream().map(one -> one.slice().name()).collect(Collectors.toList());
    }
}
