package dev.ananas.store.internal.history;

import dev.ananas.store.Conflict;
import dev.ananas.store.spi.LiveSlot;
import dev.ananas.store.spi.LiveSource;
import dev.ananas.store.spi.Publication;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Publishes conflicts. Guarded by the writer lock. */
final class ConflictStream implements LiveSource<List<Conflict>> {

    private final Set<LiveSlot<List<Conflict>>> slots = new LinkedHashSet<>();

    @Override
    public @Nullable List<Conflict> open(LiveSlot<List<Conflict>> slot) {
        slots.add(slot);
        return null;
    }

    @Override
    public void close(LiveSlot<List<Conflict>> slot) {
        slots.remove(slot);
    }

    void publish(List<Conflict> conflicts, Publication publication) {
        slots.forEach(slot -> publication.add(slot, conflicts));
    }
}
