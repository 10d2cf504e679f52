package dev.ananas.store.internal.publication;

import dev.ananas.store.internal.checks.DevelopmentChecks;
import dev.ananas.store.spi.LiveSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;

/** Keeps every value for a subscriber without demand. */
public final class BufferingSlot<T> extends Slot<T> {

    private final Queue<T> waiting = new ConcurrentLinkedQueue<>();

    public BufferingSlot(CoreSubscriber<? super T> subscriber, LiveSource<T> source, Slots slots) {
        super(subscriber, source, slots);
    }

    @Override
    void offer(T value) {
        waiting.add(value);
        DevelopmentChecks.Lag lag = lag();
        if (lag != null) {
            lag.oneMore();
        }
    }

    @Override
    @Nullable
    T poll() {
        T next = waiting.poll();
        DevelopmentChecks.Lag lag = lag();
        if (lag != null && next != null) {
            lag.oneLess();
        }
        return next;
    }

    @Override
    boolean isEmpty() {
        return waiting.isEmpty();
    }

    @Override
    void clear() {
        waiting.clear();
    }
}
