package dev.ananas.store.snapshot;

import dev.ananas.store.StateTree;
import dev.ananas.store.Store;
import dev.ananas.store.StoreDefinition;
import java.io.IOException;

/** A slice with a codec. A state that equals the one that is there takes its place nowhere, so nothing is emitted for it. */
record SliceSection<S>(Store store, StoreDefinition<S> definition, SliceCodec<S> codec) implements SnapshotSection {

    @Override
    public String name() {
        return definition.name();
    }

    @Override
    public boolean isIn(StateTree state) {
        return state.contains(definition);
    }

    @Override
    public void write(StateTree state, SnapshotWriter out) throws IOException {
        codec.write(state.get(definition), out.json());
    }

    @Override
    public Runnable read(SnapshotReader in) throws IOException {
        SnapshotReader.Place place = in.place();
        S read;
        try {
            read = codec.read(in.json());
        } catch (IllegalArgumentException e) {
            throw in.fault(place, "Slice \"" + name() + "\" expects its state: " + e.getMessage(), e);
        }
        if (read == null) {
            throw in.fault(place, "Slice \"" + name() + "\" expects its state, found null", null);
        }
        return () -> set(read);
    }

    @Override
    public Runnable reset() {
        return () -> {
            if (isIn(store.state())) {
                set(definition.initialState());
            }
        };
    }

    private void set(S next) {
        store.use(definition).patch("restore " + name(), now -> now.equals(next) ? now : next);
    }
}
