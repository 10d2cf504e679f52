package dev.ananas.store.internal.kernel;

import dev.ananas.store.StoreDefinition;
import java.util.IdentityHashMap;

/** The states that slices begin with in place of those of their definitions. */
public final class FirstStates {

    static final FirstStates NONE = new FirstStates(new IdentityHashMap<>());

    private final IdentityHashMap<StoreDefinition<?>, Object> given;

    public FirstStates(IdentityHashMap<StoreDefinition<?>, Object> given) {
        this.given = new IdentityHashMap<>(given);
    }

    @SuppressWarnings("unchecked") // the state given for a definition is one of its own
    public <S> S of(StoreDefinition<S> definition) {
        Object state = given.get(definition);
        return state == null ? definition.initialState() : (S) state;
    }
}
