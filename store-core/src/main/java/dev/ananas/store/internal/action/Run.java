package dev.ananas.store.internal.action;

import dev.ananas.store.ActionCall;
import dev.ananas.store.ActionCancelledException;
import dev.ananas.store.ActionRun;
import dev.ananas.store.StoreException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * A run of an action under way or over.
 *
 * <p>The work and the order to cancel meet in {@code takeUntilOther}, which serializes them: whichever comes first
 * decides how the run ends, and listeners hear of that before subscribers do. The order completes, and the error comes
 * behind it, because an order that fails would not cancel the work.
 *
 * @param <T> what it emits
 */
final class Run<T> implements ActionRun<T> {

    private final ActionCall call;
    private final Sinks.Many<T> values = Sinks.unsafe().many().replay().all();
    private final Sinks.Empty<T> order = Sinks.empty();
    private volatile State state = State.RUNNING;
    private final AtomicReference<@Nullable ActionCancelledException> cancelled = new AtomicReference<>();
    private @Nullable T last;

    Run(ActionCall call) {
        this.call = call;
    }

    @Override
    public long id() {
        return call.id();
    }

    @Override
    public String name() {
        return call.name();
    }

    @Override
    public @Nullable Object argument() {
        return call.argument();
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public Mono<T> result() {
        return values().takeLast(1).singleOrEmpty();
    }

    @Override
    public Flux<T> values() {
        return values.asFlux();
    }

    @Override
    public void cancel() {
        cancel("it was told to");
    }

    @Override
    public void dispose() {
        cancel();
    }

    @Override
    public boolean isDisposed() {
        return state != State.RUNNING;
    }

    ActionCall call() {
        return call;
    }

    void cancel(String reason) {
        cancelled.compareAndSet(null, new ActionCancelledException(call.name(), call.id(), reason));
        order.tryEmitEmpty();
    }

    /** Subscribes to the work; {@code ended} is told of the end first, with the error if there is one. */
    void begin(Supplier<? extends Publisher<? extends T>> body, Consumer<@Nullable Throwable> ended) {
        Flux.defer(() -> Flux.<T>from(work(body)))
                .takeUntilOther(order.asMono())
                .concatWith(Mono.defer(this::cancellation))
                .doOnNext(value -> last = value)
                .subscribe(
                        values::tryEmitNext,
                        error -> {
                            state = error == cancelled.get() ? State.CANCELLED : State.FAILED;
                            ended.accept(error);
                            values.tryEmitError(error);
                        },
                        () -> {
                            state = State.SUCCEEDED;
                            ended.accept(null);
                            values.tryEmitComplete();
                        });
    }

    @Nullable
    T last() {
        return last;
    }

    private Mono<T> cancellation() {
        ActionCancelledException told = cancelled.get();
        return told == null ? Mono.empty() : Mono.error(told);
    }

    private Publisher<? extends T> work(Supplier<? extends Publisher<? extends T>> body) {
        Publisher<? extends T> work = body.get();
        if (work == null) {
            throw new StoreException("Action \"" + call.name() + "\" returned null instead of a Mono or a Flux");
        }
        return work;
    }

    @Override
    public String toString() {
        return "ActionRun[" + call.id() + " " + call.name() + ", " + state + "]";
    }
}
