package dev.ananas.store;

import dev.ananas.store.spi.LiveSlot;
import dev.ananas.store.spi.LiveSource;
import dev.ananas.store.spi.Publication;
import dev.ananas.store.spi.Settler;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Publishes what a menu shows of one scope, or of all. Guarded by the writer lock. */
final class HistoryStream implements Settler, LiveSource<HistoryState> {

    private final Set<LiveSlot<HistoryState>> slots = new LinkedHashSet<>();
    private final Supplier<HistoryState> now;
    private @Nullable HistoryState last;

    HistoryStream(Supplier<HistoryState> now) {
        this.now = now;
    }

    @Override
    public HistoryState open(LiveSlot<HistoryState> slot) {
        HistoryState state = now.get();
        slots.add(slot);
        last = state;
        return state;
    }

    @Override
    public void close(LiveSlot<HistoryState> slot) {
        slots.remove(slot);
    }

    @Override
    public void settle(Transition transition, Publication publication) {
        publish(publication);
    }

    void publish(Publication publication) {
        if (slots.isEmpty()) {
            return;
        }
        HistoryState state = now.get();
        if (!state.looksLike(last)) {
            last = state;
            slots.forEach(slot -> publication.add(slot, state));
        }
    }

    @Override
    public void close() {
        slots.clear();
    }
}
