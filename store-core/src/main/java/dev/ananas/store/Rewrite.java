package dev.ananas.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The action of a transition that takes steps back, adds them again, or jumps: undo, redo, time travel, the taking back of
 * an optimistic transaction, the commit of a fork.
 *
 * <p>Middleware and listeners see it like any action and may drop it; it cannot be dispatched again. Reducers do not see
 * it: it makes the next tree out of others.
 */
public final class Rewrite implements Action {

    private final Kind kind;
    private final String label;
    private final Maker maker;
    private final Runnable done;
    private final List<Conflict> conflicts = new ArrayList<>(0);
    private @Nullable StateTree result;

    /**
     * Makes one.
     *
     * @param done runs under the writer lock once it took effect
     */
    Rewrite(Kind kind, String label, Maker maker, Runnable done) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.label = Objects.requireNonNull(label, "label");
        this.maker = maker;
        this.done = done;
    }

    /** What it does. */
    public Kind kind() {
        return kind;
    }

    /** The label of the step, or what was given for the jump. */
    public String label() {
        return label;
    }

    @Override
    public String name() {
        return kind == Kind.COMMIT ? label : kind.verb + " " + label;
    }

    /** What steps disagreed about when it was carried out. */
    public List<Conflict> conflicts() {
        return Collections.unmodifiableList(new ArrayList<>(conflicts));
    }

    Next<StateTree, Object> reduce(StateTree tree) {
        if (result != null) {
            throw new StoreException("Action \"" + name() + "\" was dispatched a second time; ask the history, the"
                    + " transaction or the fork it came from");
        }
        StateTree made = maker.make(tree, conflicts::add);
        result = made;
        return new Next<>(made, null);
    }

    /** The tree it made; null before. */
    @Nullable
    StateTree result() {
        return result;
    }

    /** Whether it changes which steps count, instead of being a step itself. */
    boolean isNoStep() {
        return kind != Kind.COMMIT;
    }

    void done() {
        done.run();
    }

    @Override
    public String toString() {
        return "Rewrite[" + name() + "]";
    }

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

    /** Makes the next tree. */
    interface Maker {

        StateTree make(StateTree tree, Consumer<Conflict> conflicts);
    }
}
