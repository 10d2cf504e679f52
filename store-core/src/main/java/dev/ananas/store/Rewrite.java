package dev.ananas.store;

import java.util.List;

/**
 * The action of a transition that takes steps back, adds them again, or jumps: undo, redo, time travel, the taking back of
 * an optimistic transaction, the commit of a fork.
 *
 * <p>Middleware and listeners see it like any action and may drop it; it cannot be dispatched again. Reducers do not see
 * it: it makes the next tree out of others.
 */
public interface Rewrite extends Action {

    /** What it does. */
    Kind kind();

    /** The label of the step, or what was given for the jump. */
    String label();

    @Override
    default String name() {
        return kind() == Kind.COMMIT ? label() : kind().verb + " " + label();
    }

    /** What steps disagreed about when it was carried out. */
    List<Conflict> conflicts();

    /** What a rewrite does. */
    public enum Kind {
        /** Takes a step back. */
        UNDO("undo"),
        /** Adds a step that was taken back. */
        REDO("redo"),
        /** Goes to a version that was kept. */
        TRAVEL("go to"),
        /** Takes an optimistic transaction back. */
        ROLLBACK("roll back"),
        /** Adds what was done in a fork. */
        COMMIT("commit");

        private final String verb;

        Kind(String verb) {
            this.verb = verb;
        }
    }
}
