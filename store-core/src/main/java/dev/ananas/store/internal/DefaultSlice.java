package dev.ananas.store.internal;

import dev.ananas.store.Action;
import dev.ananas.store.ActionListener;
import dev.ananas.store.Actions;
import dev.ananas.store.ChangeSet;
import dev.ananas.store.Command;
import dev.ananas.store.ExtensionKey;
import dev.ananas.store.Patch;
import dev.ananas.store.Replace;
import dev.ananas.store.Reset;
import dev.ananas.store.Scope;
import dev.ananas.store.Slice;
import dev.ananas.store.SliceChange;
import dev.ananas.store.StoreDefinition;
import dev.ananas.store.StoreException;
import dev.ananas.store.Transition;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** A slice: its definition, the store it belongs to, and what ends with it. */
final class DefaultSlice<S> implements Slice<S> {

    private final StoreDefinition<S> definition;
    private final DefaultStore store;
    private final Scope scope;
    private final Actions actions;
    private final Extensions extensions;

    DefaultSlice(StoreDefinition<S> definition, DefaultStore store) {
        this.definition = definition;
        this.store = store;
        this.scope = Scope.named("slice " + definition.name());
        this.extensions = new Extensions("Slice \"" + definition.name() + "\"");
        this.actions = store.actionsOf(definition, this::refuseIfDisposed);
    }

    @Override
    public StoreDefinition<S> definition() {
        return definition;
    }

    @Override
    public S state() {
        return store.state().get(definition);
    }

    @Override
    public void dispatch(Action action) {
        refuseIfDisposed(() -> "Action \"" + action.name() + "\"");
        store.dispatch(action);
    }

    @Override
    public <R> @Nullable R dispatch(Command<R> command) {
        refuseIfDisposed(() -> "Action \"" + command.name() + "\"");
        return store.dispatch(command);
    }

    @Override
    public void patch(String name, UnaryOperator<S> change) {
        dispatch(new Patch<>(definition, name, change));
    }

    @Override
    public void replace(S state) {
        dispatch(new Replace<>(definition, state));
    }

    @Override
    public void reset() {
        dispatch(new Reset(List.of(first(definition))));
    }

    /** What takes a slice back to its first state. */
    static <S> Replace<S> first(StoreDefinition<S> slice) {
        return new Replace<>(slice, slice.initialState());
    }

    @Override
    public <T> Flux<T> select(Function<? super S, ? extends T> read) {
        return scope.until(store.select(definition.getter(read)));
    }

    @Override
    public Flux<SliceChange<S>> changes() {
        return scope.until(store.transitions()
                .filter(one -> one.before().get(definition) != one.after().get(definition))
                .map(this::change));
    }

    private SliceChange<S> change(Transition transition) {
        S before = transition.before().get(definition);
        S after = transition.after().get(definition);
        ChangeSet.Builder changes = ChangeSet.builder();
        definition.tracker().changes(before, after, changes);
        return new SliceChange<>(transition.version(), transition.action(), before, after, changes.build());
    }

    @Override
    public Actions actions() {
        return actions;
    }

    @Override
    public Disposable onAction(ActionListener listener) {
        refuseIfDisposed(() -> "A listener");
        return scope.add(store.listen(definition, listener));
    }

    @Override
    public <T> T extension(ExtensionKey<T> key) {
        return extensions.get(key);
    }

    Extensions extensions() {
        return extensions;
    }

    @Override
    public void dispose() {
        store.dispose(this);
    }

    @Override
    public void disposeWithState() {
        if (!isDisposed()) {
            reset();
            dispose();
        }
    }

    @Override
    public boolean isDisposed() {
        return scope.isDisposed();
    }

    Scope scope() {
        return scope;
    }

    private void refuseIfDisposed(Supplier<String> what) {
        if (isDisposed()) {
            throw new StoreException(what.get() + " was refused: slice \"" + definition.name()
                    + "\" was disposed of; call store.use(...) with its definition for a new one");
        }
        store.refuseIfClosed(what);
    }

    @Override
    public String toString() {
        return "Slice[" + definition.name() + (isDisposed() ? ", disposed]" : "]");
    }
}
