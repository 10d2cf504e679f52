package dev.ananas.store.internal.publication;

import dev.ananas.store.internal.checks.DevelopmentChecks;
import dev.ananas.store.spi.LiveSlot;
import dev.ananas.store.spi.LiveSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;

/**
 * One subscriber: what it asked for, what waits for it, how it ends.
 *
 * <p>Publication, {@code request}, {@code cancel} and the end may come from several threads at once; {@code wip}
 * serializes them, so the subscriber is called by one thread at a time. Nobody waits: who finds the slot busy leaves
 * the work to the one who is. A value that arrives while the subscriber is busy or has no demand is kept by the
 * subclass: the latest only, or all of them. An error ends the subscriber at once; completion waits until what is kept
 * was asked for.
 */
public abstract sealed class Slot<T> implements LiveSlot<T>, Subscription permits LatestSlot, BufferingSlot {

    private final CoreSubscriber<? super T> subscriber;
    private final LiveSource<T> source;
    private final Slots slots;
    private final AtomicLong requested = new AtomicLong();
    private final AtomicInteger wip = new AtomicInteger();
    private final AtomicReference<@Nullable End> end = new AtomicReference<>();
    private volatile boolean over;
    private volatile DevelopmentChecks.@Nullable Lag lag;
    private long order;

    Slot(CoreSubscriber<? super T> subscriber, LiveSource<T> source, Slots slots) {
        this.subscriber = subscriber;
        this.source = source;
        this.slots = slots;
    }

    abstract void offer(T value);

    abstract @Nullable T poll();

    abstract boolean isEmpty();

    abstract void clear();

    void watch(DevelopmentChecks.Lag watching) {
        lag = watching;
    }

    /** What watches how far this subscriber is behind, null in production. */
    DevelopmentChecks.@Nullable Lag lag() {
        return lag;
    }

    boolean isOver() {
        return over;
    }

    /** The place in the order of subscription. Guarded by the writer lock, like the source. */
    long order() {
        return order;
    }

    void open(long place) {
        order = place;
        T value = source.open(this);
        if (value != null) {
            offer(value);
        }
    }

    void close() {
        source.close(this);
    }

    @Override
    public void request(long n) {
        if (n > 0) {
            requested.accumulateAndGet(n, Operators::addCap);
            drain();
        } else {
            end(new IllegalArgumentException("Rule 3.9: a subscriber must request a positive number, not " + n));
            slots.close(this);
        }
    }

    @Override
    public void cancel() {
        over = true;
        drain();
        slots.close(this);
    }

    @Override
    public void fail(Throwable error) {
        slots.fail(this, Objects.requireNonNull(error, "error"));
    }

    @Override
    public void complete() {
        slots.complete(this);
    }

    /** Sets how the subscriber ends, with an error or by completion; the next {@link #drain} tells it. */
    void endWith(@Nullable Throwable error) {
        end.compareAndSet(null, new End(error));
    }

    void end(@Nullable Throwable error) {
        endWith(error);
        drain();
    }

    void drain() {
        if (wip.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        do {
            try {
                emit();
            } catch (Throwable e) {
                over = true;
                clear();
                slots.close(this);
                slots.report(e);
            }
            missed = wip.addAndGet(-missed);
        } while (missed != 0);
    }

    private void emit() {
        while (!over) {
            End last = end.get();
            if (last != null && (last.error() != null || isEmpty())) {
                over = true;
                last.signal(subscriber);
            } else if (isEmpty() || requested.get() == 0) {
                return;
            } else {
                emitNext();
            }
        }
        clear();
    }

    private void emitNext() {
        T value = poll();
        if (value != null) {
            requested.updateAndGet(n -> n == Long.MAX_VALUE ? n : n - 1);
            subscriber.onNext(value);
        }
    }

    private record End(@Nullable Throwable error) {

        void signal(CoreSubscriber<?> subscriber) {
            if (error == null) {
                subscriber.onComplete();
            } else {
                subscriber.onError(error);
            }
        }
    }
}
