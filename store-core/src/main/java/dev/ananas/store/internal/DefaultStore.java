package dev.ananas.store.internal;

import dev.ananas.store.Action;
import dev.ananas.store.ActionCall;
import dev.ananas.store.ActionListener;
import dev.ananas.store.Actions;
import dev.ananas.store.Command;
import dev.ananas.store.Conflict;
import dev.ananas.store.Effect;
import dev.ananas.store.EffectHandler;
import dev.ananas.store.ExtensionKey;
import dev.ananas.store.Fork;
import dev.ananas.store.History;
import dev.ananas.store.Optimistic;
import dev.ananas.store.Reset;
import dev.ananas.store.Selector;
import dev.ananas.store.Slice;
import dev.ananas.store.StateTree;
import dev.ananas.store.Store;
import dev.ananas.store.StoreDefinition;
import dev.ananas.store.StoreException;
import dev.ananas.store.StorePlugin;
import dev.ananas.store.Transition;
import dev.ananas.store.Versioned;
import dev.ananas.store.internal.action.ActionListeners;
import dev.ananas.store.internal.action.ActionRuns;
import dev.ananas.store.internal.action.Call;
import dev.ananas.store.internal.history.DefaultFork;
import dev.ananas.store.internal.history.DefaultHistory;
import dev.ananas.store.internal.history.Optimistics;
import dev.ananas.store.internal.kernel.DefaultKernel;
import dev.ananas.store.internal.kernel.StoreSettings;
import dev.ananas.store.internal.kernel.Writer;
import dev.ananas.store.internal.selector.Committed;
import dev.ananas.store.spi.StoreKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The store of this library: hands every call to the part of the kernel that does it. */
public final class DefaultStore implements Store, StoreKernel.Provider {

    private final StoreSettings settings;
    private final DefaultKernel kernel;
    private final Writer writer;
    private final SliceRegistry slices;
    private final ActionListeners listeners;
    private final ActionRuns runs;
    private final Actions actions;
    private final @Nullable History history;
    private final Optimistics optimistics;
    private final Plugins plugins;

    public DefaultStore(StoreSettings settings) {
        this.settings = settings;
        this.kernel = new DefaultKernel(settings, this::dispatch);
        this.writer = kernel.writer();
        this.slices = new SliceRegistry(writer, settings.firstStates());
        this.listeners = kernel.listeners();
        this.runs = kernel.runs();
        this.actions = runs.of(null, writer::refuseIfClosed);
        this.history = settings.beginning().history() == null ? null : new DefaultHistory(this, kernel);
        this.optimistics = new Optimistics(this, kernel);
        this.plugins = new Plugins(this, writer, slices);
        settings.handlers().forEach(handler -> handler.accept(kernel.effects()));
        settings.plugins().forEach(plugins::install);
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
    public <S> Slice<S> use(StoreDefinition<S> definition) {
        return slices.use(definition, this);
    }

    /** Ends a slice, but for its state. */
    void dispose(DefaultSlice<?> slice) {
        slices.remove(slice);
        runs.cancel(slice.definition(), "its slice was disposed of");
        slice.scope().close();
    }

    @Override
    public void resetAll() {
        reset(definition -> !definition.isKeptOnResetAll());
    }

    @Override
    public void reset(Predicate<? super StoreDefinition<?>> which) {
        Objects.requireNonNull(which, "which");
        refuseIfClosed(() -> "A reset");
        List<StoreDefinition<?>> chosen = new ArrayList<>(state().definitions());
        chosen.removeIf(which.negate());
        if (!chosen.isEmpty()) {
            dispatch(new Reset(chosen.stream().map(DefaultSlice::first).collect(Collectors.toList())));
        }
    }

    @Override
    public void dispatch(Action action) {
        dispatched(Objects.requireNonNull(action, "action"));
    }

    @Override
    @SuppressWarnings("unchecked") // the reducer that answers a Command<R> is registered with an R
    public <R> @Nullable R dispatch(Command<R> command) {
        return (R) dispatched(Objects.requireNonNull(command, "command"));
    }

    private @Nullable Object dispatched(Action action) {
        if (listeners.isEmpty()) {
            return writer.dispatch(action, null);
        }
        Call call = listeners.call(ActionCall.Kind.DISPATCH, action.name(), action, null);
        return listeners.around(call, () -> writer.dispatch(action, call));
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
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(writes, "writes");
        if (listeners.isEmpty()) {
            return writer.transaction(name, null, writes);
        }
        Call call = listeners.call(ActionCall.Kind.TRANSACTION, name, null, null);
        return listeners.around(call, () -> writer.transaction(name, call, writes));
    }

    @Override
    public History history() {
        if (history == null) {
            throw new StoreException(
                    "This store keeps no history; make it with Store.builder().history(HistoryOptions.defaults())");
        }
        return history;
    }

    @Override
    public <T> Optimistic<T> optimistic(String name, Runnable writes, Mono<? extends T> confirmation) {
        return optimistics.begin(
                Objects.requireNonNull(name, "name"),
                Objects.requireNonNull(writes, "writes"),
                Objects.requireNonNull(confirmation, "confirmation"),
                null);
    }

    @Override
    public <T> Optimistic<T> optimistic(
            String name, Runnable writes, Mono<? extends T> confirmation, Consumer<? super T> onConfirmed) {
        return optimistics.begin(
                Objects.requireNonNull(name, "name"),
                Objects.requireNonNull(writes, "writes"),
                Objects.requireNonNull(confirmation, "confirmation"),
                Objects.requireNonNull(onConfirmed, "onConfirmed"));
    }

    @Override
    public Flux<Conflict> conflicts() {
        return optimistics.conflicts();
    }

    @Override
    public Fork fork() {
        refuseIfClosed(() -> "A fork");
        StateTree begin = writer.committed().tree();
        return new DefaultFork(this, begin, new DefaultStore(settings.forked(begin)));
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
    public <T> Mono<T> action(String name, @Nullable Object argument, Supplier<? extends Mono<? extends T>> body) {
        return actions.<T>run(name, argument, body).result();
    }

    @Override
    public Actions actions() {
        return actions;
    }

    @Override
    public Disposable onAction(ActionListener listener) {
        return listen(null, listener);
    }

    @Override
    public <E extends Effect> Disposable handle(Class<E> effect, EffectHandler<? super E> handler) {
        refuseIfClosed(() -> "A handler of effects");
        return kernel.effects().add(effect, handler);
    }

    @Override
    public Disposable install(StorePlugin plugin) {
        return plugins.install(plugin);
    }

    @Override
    public <T> T extension(ExtensionKey<T> key) {
        return plugins.extensions().get(key);
    }

    /** Adds a listener of a slice, or of all calls. */
    Disposable listen(@Nullable StoreDefinition<?> slice, ActionListener listener) {
        refuseIfClosed(() -> "A listener");
        return listeners.add(slice, listener);
    }

    Actions actionsOf(StoreDefinition<?> slice, Consumer<Supplier<String>> refuse) {
        return runs.of(slice, refuse);
    }

    void refuseIfClosed(Supplier<String> what) {
        writer.refuseIfClosed(what);
    }

    @Override
    public void close() {
        if (writer.pending() == null) {
            optimistics.close();
        }
        kernel.close();
        runs.close();
        plugins.close();
        listeners.clear();
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
