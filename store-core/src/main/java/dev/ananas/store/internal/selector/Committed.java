package dev.ananas.store.internal.selector;

import dev.ananas.store.StateTree;

/** A version and its tree in one object, so that a reader sees both or neither. */
public record Committed(long version, StateTree tree) {

    public Committed with(StateTree next) {
        return new Committed(version, next);
    }
}
