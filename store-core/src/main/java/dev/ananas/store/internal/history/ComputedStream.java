package dev.ananas.store.internal.history;

import dev.ananas.store.Transition;
import dev.ananas.store.spi.LiveSlot;
import dev.ananas.store.spi.LiveSource;
import dev.ananas.store.spi.Publication;
import dev.ananas.store.spi.Settler;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Publishes something computed from the store, now and when it looks different after a transition. Guarded by the writer
 * lock.
 */
final class ComputedStream<T> implements Settler, LiveSource<T> {

    private final Set<LiveSlot<T>> slots = new LinkedHashSet<>();
    private final Supplier<T> now;
    private final BiPredicate<T, T> same;
    private @Nullable T last;

    /**
     * Makes a stream.
     *
     * @param now computes the value under the writer lock
     * @param same whether two values look alike
     */
    ComputedStream(Supplier<T> now, BiPredicate<T, T> same) {
        this.now = now;
        this.same = same;
    }

    @Override
    public T open(LiveSlot<T> slot) {
        T state = now.get();
        slots.add(slot);
        last = state;
        return state;
    }

    @Override
    public void close(LiveSlot<T> slot) {
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
        T state = now.get();
        T before = last;
        if (before == null || !same.test(state, before)) {
            last = state;
            slots.forEach(slot -> publication.add(slot, state));
        }
    }

    @Override
    public void close() {
        slots.clear();
    }
}
