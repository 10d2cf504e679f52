package dev.ananas.store;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A transaction that was carried out before somebody confirmed it. {@link Store#optimistic} makes it.
 *
 * @param <T> what the confirmation answers
 */
public interface Optimistic<T> {

    /** How it ended, as soon as it did; any number may subscribe. Fails if the store was closed meanwhile. */
    Mono<Outcome<T>> outcome();

    /** Whether it was neither confirmed nor rolled back so far. */
    boolean isPending();

    /** Cancels the confirmation and rolls back; nothing if it ended already. */
    void cancel();

    /**
     * How an optimistic transaction ended.
     *
     * @param <T> what the confirmation answers
     */
    sealed interface Outcome<T> {

        /** Whether what it wrote stays. */
        default boolean isConfirmed() {
            return this instanceof Confirmed;
        }
    }

    /**
     * What it wrote stays.
     *
     * @param value what the confirmation answered; null if it completed without a value
     */
    record Confirmed<T>(@Nullable T value) implements Outcome<T> {}

    /**
     * What it wrote is gone, but for what somebody else wrote over it.
     *
     * @param cause why: the error of the confirmation, or a {@link java.util.concurrent.CancellationException}
     * @param conflicts fields in which a later value stayed
     */
    record RolledBack<T>(Throwable cause, List<Conflict> conflicts) implements Outcome<T> {

        public RolledBack {
            Objects.requireNonNull(cause, "cause");
            conflicts = List.copyOf(conflicts);
        }
    }
}
