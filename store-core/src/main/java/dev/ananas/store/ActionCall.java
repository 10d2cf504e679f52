package dev.ananas.store;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call that {@linkplain ActionListener listeners} hear of: a dispatched action, a transaction, or a run of {@link
 * Actions}. The listener that heard of its beginning gets the same object at its end.
 */
public interface ActionCall {

    /** What was called. */
    enum Kind {
        /** An {@link Action} was dispatched. */
        DISPATCH,
        /** Writes ran as one transaction. */
        TRANSACTION,
        /** An action of {@link Actions}, or the handling of an {@link Effect}. */
        RUN
    }

    /** The number of this call, unique in a store and counting up. */
    long id();

    /** What was called. */
    Kind kind();

    /** The name of the action or of the transaction. */
    String name();

    /** The dispatched action itself, the effect, or the argument given to a run; null if there is none. */
    @Nullable
    Object argument();

    /** The slice whose {@link Slice#actions()} began it, if one did. */
    Optional<StoreDefinition<?>> slice();

    /** The time since it began. */
    Duration elapsed();

    /**
     * What it committed. Empty before its end, if nothing changed, if it was part of a transaction, which committed it,
     * and for runs: these may commit any number of times.
     */
    Optional<Transition> transition();
}
