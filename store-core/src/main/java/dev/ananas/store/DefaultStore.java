package dev.ananas.store;

import dev.ananas.store.spi.StoreKernel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** The store of this library: hands every call to the part of the kernel that does it. */
final class DefaultStore implements Store, StoreKernel.Provider {

    private final DefaultKernel kernel;
    private final Writer writer;
    private final Map<String, Slice<?>> slices = new ConcurrentHashMap<>();

    DefaultStore(List<Middleware> middleware, Consumer<? super Throwable> onError, Duration linger) {
        this.kernel = new DefaultKernel(middleware, onError, linger);
        this.writer = kernel.writer();
    }

    @Override
    public StoreKernel kernel() {
        return kernel;
    }

    @Override
    public long version() {
        return writer.committed().version();
    }

    @Override
    public StateTree state() {
        return writer.visible();
    }

    @Override
    @SuppressWarnings("unchecked") // the slice of a definition has its type, and the definition is the same one
    public <S> Slice<S> use(StoreDefinition<S> definition) {
        String name = Objects.requireNonNull(definition, "definition").name();
        writer.refuseIfClosed(() -> "Slice \"" + name + "\"");
        if (!committed().contains(definition)) {
            writer.add(definition);
        }
        return (Slice<S>) slices.computeIfAbsent(name, unused -> new DefaultSlice<>(definition, this));
    }

    private StateTree committed() {
        return writer.committed().tree();
    }

    @Override
    public void dispatch(Action action) {
        writer.dispatch(Objects.requireNonNull(action, "action"));
    }

    @Override
    @SuppressWarnings("unchecked") // the reducer that answers a Command<R> is registered with an R
    public <R> @Nullable R dispatch(Command<R> command) {
        return (R) writer.dispatch(Objects.requireNonNull(command, "command"));
    }

    @Override
    public <T extends @Nullable Object> T transact(Supplier<T> writes) {
        return transaction("transaction", writes);
    }

    @Override
    public void transaction(String name, Runnable writes) {
        Objects.requireNonNull(writes, "writes");
        transaction(name, () -> {
            writes.run();
            return Boolean.TRUE;
        });
    }

    @Override
    public <T extends @Nullable Object> T transaction(String name, Supplier<T> writes) {
        return writer.transaction(Objects.requireNonNull(name, "name"), Objects.requireNonNull(writes, "writes"));
    }

    @Override
    public <T> T read(Selector<T> selector) {
        return kernel.read(Objects.requireNonNull(selector, "selector"));
    }

    @Override
    public <T> Flux<T> select(Selector<T> selector) {
        return versions(selector).map(Versioned::value);
    }

    @Override
    public <T> Flux<Versioned<T>> versions(Selector<T> selector) {
        return kernel.versions(Objects.requireNonNull(selector, "selector"));
    }

    @Override
    public Flux<Transition> transitions() {
        return kernel.transitions();
    }

    @Override
    public void close() {
        kernel.close();
    }

    @Override
    public boolean isClosed() {
        return writer.isClosed();
    }

    @Override
    public String toString() {
        Committed now = writer.committed();
        return "Store[version " + now.version() + ", slices " + now.tree().slices() + (isClosed() ? ", closed]" : "]");
    }
}
