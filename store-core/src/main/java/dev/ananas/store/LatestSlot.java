package dev.ananas.store;

import dev.ananas.store.spi.LiveSource;
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
final class LatestSlot<T> extends Slot<T> {

    private final AtomicReference<@Nullable Waiting<T>> latest = new AtomicReference<>();
    private @Nullable T received;

    LatestSlot(CoreSubscriber<? super T> subscriber, LiveSource<T> source, Slots slots) {
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
            return now.value().equals(before.value());
        }
        return value.equals(received);
    }

    private record Waiting<T>(T value, boolean replaced) {}
}
