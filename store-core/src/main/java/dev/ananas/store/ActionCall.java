package dev.ananas.store;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One call that {@linkplain ActionListener listeners} hear of: a dispatched action, a transaction, or a run of {@link
 * Actions}. The listener that heard of its beginning gets the same object at its end.
 */
public final class ActionCall {

    /** What was called. */
    public enum Kind {
        /** An {@link Action} was dispatched. */
        DISPATCH,
        /** Writes ran as one transaction. */
        TRANSACTION,
        /** An action of {@link Actions}, or the handling of an {@link Effect}. */
        RUN
    }

    private final long id;
    private final Kind kind;
    private final String name;
    private final @Nullable Object argument;
    private final @Nullable StoreDefinition<?> slice;
    private final long begin = System.nanoTime();
    private final AtomicReference<@Nullable Transition> transition = new AtomicReference<>();

    ActionCall(long id, Kind kind, String name, @Nullable Object argument, @Nullable StoreDefinition<?> slice) {
        this.id = id;
        this.kind = kind;
        this.name = Objects.requireNonNull(name, "name");
        this.argument = argument;
        this.slice = slice;
    }

    /** The number of this call, unique in a store and counting up. */
    public long id() {
        return id;
    }

    /** What was called. */
    public Kind kind() {
        return kind;
    }

    /** The name of the action or of the transaction. */
    public String name() {
        return name;
    }

    /** The dispatched action itself, the effect, or the argument given to a run; null if there is none. */
    public @Nullable Object argument() {
        return argument;
    }

    /** The slice whose {@link Slice#actions()} began it, if one did. */
    public Optional<StoreDefinition<?>> slice() {
        return Optional.ofNullable(slice);
    }

    /** The time since it began. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /**
     * What it committed. Empty before its end, if nothing changed, if it was part of a transaction, which committed it,
     * and for runs: these may commit any number of times.
     */
    public Optional<Transition> transition() {
        return Optional.ofNullable(transition.get());
    }

    void committed(Transition committed) {
        transition.set(committed);
    }

    /** Whether the listeners of a slice hear of it: the slice began it, or has a reducer for the action. */
    boolean concerns(StoreDefinition<?> definition) {
        if (kind != Kind.DISPATCH) {
            return slice == definition;
        }
        return argument instanceof Action action
                && (definition.handlerOf(action.getClass()) != null
                        || Reaction.carriedBy(action).stream().anyMatch(reaction -> reaction.slice() == definition));
    }

    @Override
    public String toString() {
        return "ActionCall[" + id + " " + name + "]";
    }
}
