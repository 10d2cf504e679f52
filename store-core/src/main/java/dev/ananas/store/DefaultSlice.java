package dev.ananas.store;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A slice: its definition and the store it belongs to. */
record DefaultSlice<S>(StoreDefinition<S> definition, Store store) implements Slice<S> {

    @Override
    public S state() {
        return store.state().get(definition);
    }

    @Override
    public void dispatch(Action action) {
        store.dispatch(action);
    }

    @Override
    public <R> @Nullable R dispatch(Command<R> command) {
        return store.dispatch(command);
    }

    @Override
    public void patch(String name, UnaryOperator<S> change) {
        store.dispatch(new Patch<>(definition, name, change));
    }

    @Override
    public String toString() {
        return "Slice[" + definition.name() + "]";
    }
}
