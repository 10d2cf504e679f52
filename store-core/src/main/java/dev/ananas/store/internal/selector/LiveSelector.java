package dev.ananas.store.internal.selector;

import dev.ananas.store.Selector;
import dev.ananas.store.Versioned;
import dev.ananas.store.spi.LiveSlot;
import dev.ananas.store.spi.Publication;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A selector with subscribers: evaluated once per transition for all of them. */
final class LiveSelector<T> {

    private final Selector<T> selector;
    private final List<LiveInput<?>> inputs;

    /** Whether another value is another reference: that is so where somebody keeps the value. */
    private final boolean isKept;

    private final Set<LiveSlot<Versioned<T>>> slots = new LinkedHashSet<>();
    private T last;

    LiveSelector(Selector<T> selector, List<LiveInput<?>> inputs, T first) {
        this.selector = selector;
        this.inputs = inputs;
        this.isKept = selector instanceof ReadingSelector && !inputs.isEmpty();
        this.last = first;
    }

    T last() {
        return last;
    }

    List<LiveInput<?>> inputs() {
        return inputs;
    }

    void add(LiveSlot<Versioned<T>> slot) {
        slots.add(slot);
    }

    /** Removes a slot; true if it was the last one. */
    boolean removeLast(LiveSlot<?> slot) {
        return slots.remove(slot) && slots.isEmpty();
    }

    void settle(SelectorCache cache, Committed now, Publication publication) {
        for (LiveInput<?> input : inputs) {
            Throwable failed = input.error();
            if (failed != null) {
                slots.forEach(slot -> slot.fail(failed));
                return;
            }
        }
        try {
            T value = cache.read(selector, now);
            if (value != last && (isKept || !value.equals(last))) {
                last = value;
                Versioned<T> emitted = new Versioned<>(now.version(), value);
                slots.forEach(slot -> publication.add(slot, emitted));
            }
        } catch (RuntimeException | Error e) {
            slots.forEach(slot -> slot.fail(e));
        }
    }
}
