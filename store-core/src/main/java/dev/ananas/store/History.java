package dev.ananas.store;

import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;

/**
 * Undo, redo and time travel of a store. {@link StoreBuilder#history} turns it on.
 *
 * <p>Every transition is a step, whole: what a transaction wrote is undone at once. A step keeps the trees before and after
 * it, which share everything that it did not change.
 *
 * <p>Undo of the step that nothing came after gives the store the very tree from before. Undo of another one, older or of
 * one scope, takes back the fields it wrote: where a later step wrote the same field, the later value stays and is
 * reported. A state without rows is one value: the actions of the later steps are reduced once more on the state before.
 * Either way it is a transition with a {@link Rewrite} as its action, and live queries follow at the cost of what differs.
 *
 * <p>Any thread may call; a call waits for a running write. What moves in time is refused inside a transaction.
 */
public interface History {

    /**
     * Takes back the latest step of any scope. O(what the step changed) if nothing came after it.
     *
     * @return what was done; empty if there is nothing to undo, or a middleware dropped it
     * @throws StoreException inside a transaction
     */
    Optional<HistoryMove> undo();

    /** Takes back the latest step of a scope; steps of other scopes stay. */
    Optional<HistoryMove> undo(String scope);

    /** Adds what was taken back last; empty if a new step came after that. */
    Optional<HistoryMove> redo();

    /** Adds what was taken back last in a scope; a new step in another scope does not prevent it. */
    Optional<HistoryMove> redo(String scope);

    /**
     * Goes to a kept version: the store has the very tree of it then, also of another branch. What was done since can be
     * redone step by step.
     *
     * @throws StoreException if the version is not kept, or inside a transaction
     */
    HistoryMove goTo(long version);

    /** The kept versions, oldest first. */
    List<KeptVersion> versions();

    /** Writes as one transition which is recorded as told. Inside another such call, the outer one counts. */
    void record(Step step, Runnable writes);

    /** Writes as one transition in a scope. */
    default void scope(String scope, String label, Runnable writes) {
        record(Step.named(label).in(scope), writes);
    }

    /** Ends the group that the last step belongs to: the next write is a step of its own. */
    void closeGroup();

    /** Forgets everything; the state stays. An optimistic transaction that is under way can still be rolled back. */
    void clear();

    /** What a menu shows now. */
    HistoryState state();

    /** What a menu of one scope shows now. */
    HistoryState state(String scope);

    /** What a menu shows: now, then when it changes. Latest wins for a slow subscriber; completes with the store. */
    Flux<HistoryState> states();

    /** What a menu of one scope shows. */
    Flux<HistoryState> states(String scope);
}
