package dev.ananas.ui;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Operators;

/**
 * Carries one value at a time from a source through the background thread of a scope to the next frame, and only then asks for
 * the next one. So the source merges what comes in the meantime, and both queues on the way hold one value at the most.
 *
 * <p>Every signal takes the same way, so an end cannot overtake a value.
 */
final class FrameSubscriber<T, P> implements CoreSubscriber<T>, Disposable {
    private final UiScope scope;
    private final OpenSubscription description;
    private final Function<? super T, ? extends P> prepare;
    private final Consumer<? super P> show;
    private final AtomicReference<@Nullable Subscription> upstream = new AtomicReference<>();
    private volatile boolean ended;

    FrameSubscriber(
            UiScope scope,
            OpenSubscription description,
            Function<? super T, ? extends P> prepare,
            Consumer<? super P> show) {
        this.scope = scope;
        this.description = description;
        this.prepare = Objects.requireNonNull(prepare, "prepare");
        this.show = Objects.requireNonNull(show, "show");
    }

    OpenSubscription description() {
        return description;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        if (upstream.compareAndSet(null, subscription)) {
            subscription.request(1);
        } else {
            subscription.cancel();
        }
    }

    @Override
    public void onNext(T value) {
        scope.inBackground(() -> {
            if (ended) {
                return;
            }
            P prepared;
            try {
                prepared = Objects.requireNonNull(prepare.apply(value), "prepare returned null");
            } catch (Throwable e) {
                onFrame(() -> fail(e));
                return;
            }
            onFrame(() -> take(prepared));
        });
    }

    private void take(P prepared) {
        try {
            show.accept(prepared);
        } catch (Throwable e) {
            fail(e);
            return;
        }
        scope.inBackground(() -> {
            Subscription source = upstream.get();
            if (source != null) {
                source.request(1);
            }
        });
    }

    @Override
    public void onError(Throwable error) {
        scope.inBackground(() -> onFrame(() -> fail(error)));
    }

    @Override
    public void onComplete() {
        scope.inBackground(() -> onFrame(this::dispose));
    }

    private void onFrame(Runnable signal) {
        scope.thread().beforeFrame(() -> {
            if (!ended) {
                signal.run();
            }
        });
    }

    private void fail(Throwable error) {
        dispose();
        scope.report(error);
    }

    @Override
    public void dispose() {
        ended = true;
        scope.forget(this);
        Subscription source = upstream.getAndSet(Operators.cancelledSubscription());
        if (source != null) {
            source.cancel();
        }
    }

    @Override
    public boolean isDisposed() {
        return ended;
    }
}
