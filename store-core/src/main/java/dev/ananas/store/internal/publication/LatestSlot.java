package dev.ananas.store.internal.publication;

import dev.ananas.store.Versioned;
import dev.ananas.store.internal.checks.DevelopmentChecks;
import dev.ananas.store.spi.LiveSource;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;

/**
 * Keeps the latest value for a subscriber without demand.
 *
 * <p>A source emits only what differs from its value before. With values left out that is not enough: after A, a
 * subscriber that missed B must not receive A again. So a value that replaced a waiting one is compared with what the
 * subscriber received last; the versions of {@link Versioned} values do not count.
 */
public final class LatestSlot<T> extends Slot<T> {

    private final AtomicReference<@Nullable Waiting<T>> latest = new AtomicReference<>();
    private @Nullable T received;

    public LatestSlot(CoreSubscriber<? super T> subscriber, LiveSource<T> source, Slots slots) {
        super(subscriber, source, slots);
    }

    @Override
    void offer(T value) {
        Waiting<T> before = latest.getAndUpdate(waiting -> new Waiting<>(value, waiting != null));
        DevelopmentChecks.Lag lag = lag();
        if (lag != null && before != null) {
            lag.oneMore();
        }
    }

    @Override
    @Nullable
    T poll() {
        Waiting<T> waiting = latest.getAndSet(null);
        DevelopmentChecks.Lag lag = lag();
        if (lag != null) {
            lag.none();
        }
        if (waiting == null || (waiting.replaced() && isReceived(waiting.value()))) {
            return null;
        }
        received = waiting.value();
        return received;
    }

    @Override
    boolean isEmpty() {
        return latest.get() == null;
    }

    @Override
    void clear() {
        latest.set(null);
        received = null;
    }

    private boolean isReceived(T value) {
        if (value instanceof Versioned<?> now && received instanceof Versioned<?> before) {
            return isSame(now.value(), before.value());
        }
        return isSame(value, received);
    }

    /** Whether nobody can tell two values apart: equal maps may still have another order, as groups of records do. */
    private static boolean isSame(Object value, @Nullable Object other) {
        if (value == other || !value.equals(other)) {
            return value == other;
        }
        if (value instanceof Map<?, ?> map && other instanceof Map<?, ?> before) {
            return isInOrder(map.keySet(), before.keySet());
        }
        return !(value instanceof List<?> list && other instanceof List<?> before) || isInOrder(list, before);
    }

    private static boolean isInOrder(Collection<?> values, Collection<?> others) {
        Iterator<?> other = others.iterator();
        for (Object value : values) {
            Object before = other.next();
            if (value != before && (value == null || !isSame(value, before))) {
                return false;
            }
        }
        return true;
    }

    private record Waiting<T>(T value, boolean replaced) {}
}
