package dev.ananas.store.internal.selector;

import dev.ananas.store.Selector;
import dev.ananas.store.Versioned;
import dev.ananas.store.spi.LiveSlot;
import dev.ananas.store.spi.Publication;
import java.util.LinkedHashSet;
import java.util.Set;

/** A selector with subscribers: evaluated once per transition for all of them. */
final class LiveSelector<T> {

    private final Selector<T> selector;
    private final Set<LiveSlot<Versioned<T>>> slots = new LinkedHashSet<>();
    private T last;

    LiveSelector(Selector<T> selector, T first) {
        this.selector = selector;
        this.last = first;
    }

    T last() {
        return last;
    }

    void add(LiveSlot<Versioned<T>> slot) {
        slots.add(slot);
    }

    /** Removes a slot; true if it was the last one. */
    boolean removeLast(LiveSlot<?> slot) {
        return slots.remove(slot) && slots.isEmpty();
    }

    void settle(SelectorCache cache, Committed now, Publication publication) {
        try {
            T value = cache.read(selector, now);
            if (!value.equals(last)) {
                last = value;
                Versioned<T> emitted = new Versioned<>(now.version(), value);
                slots.forEach(slot -> publication.add(slot, emitted));
            }
        } catch (RuntimeException | Error e) {
            slots.forEach(slot -> slot.fail(e));
        }
    }
}
