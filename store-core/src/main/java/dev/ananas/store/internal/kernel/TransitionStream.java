package dev.ananas.store.internal.kernel;

import dev.ananas.store.Transition;
import dev.ananas.store.spi.LiveSlot;
import dev.ananas.store.spi.LiveSource;
import dev.ananas.store.spi.Publication;
import dev.ananas.store.spi.Settler;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Publishes the transitions themselves. Guarded by the writer lock. */
final class TransitionStream implements Settler, LiveSource<Transition> {

    private final Set<LiveSlot<Transition>> slots = new LinkedHashSet<>();

    @Override
    public @Nullable Transition open(LiveSlot<Transition> slot) {
        slots.add(slot);
        return null;
    }

    @Override
    public void close(LiveSlot<Transition> slot) {
        slots.remove(slot);
    }

    @Override
    public void settle(Transition transition, Publication publication) {
        slots.forEach(slot -> publication.add(slot, transition));
    }

    @Override
    public void close() {
        slots.clear();
    }
}
