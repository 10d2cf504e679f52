package dev.ananas.store;

/** A version and its tree in one object, so that a reader sees both or neither. */
record Committed(long version, StateTree tree) {

    Committed with(StateTree next) {
        return new Committed(version, next);
    }
}
