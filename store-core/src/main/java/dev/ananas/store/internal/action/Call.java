package dev.ananas.store.internal.action;

import dev.ananas.store.ActionCall;
import dev.ananas.store.StoreDefinition;
import dev.ananas.store.Transition;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A call under way or over. */
public final class Call implements ActionCall {

    private final long id;
    private final Kind kind;
    private final String name;
    private final @Nullable Object argument;
    private final @Nullable StoreDefinition<?> slice;
    private final long begin = System.nanoTime();
    private final AtomicReference<@Nullable Transition> transition = new AtomicReference<>();

    Call(long id, Kind kind, String name, @Nullable Object argument, @Nullable StoreDefinition<?> slice) {
        this.id = id;
        this.kind = kind;
        this.name = Objects.requireNonNull(name, "name");
        this.argument = argument;
        this.slice = slice;
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable Object argument() {
        return argument;
    }

    @Override
    public Optional<StoreDefinition<?>> slice() {
        return Optional.ofNullable(slice);
    }

    @Override
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Override
    public Optional<Transition> transition() {
        return Optional.ofNullable(transition.get());
    }

    public void committed(Transition committed) {
        transition.set(committed);
    }

    @Override
    public String toString() {
        return "ActionCall[" + id + " " + name + "]";
    }
}
