package dev.ananas.store.internal.history;

import dev.ananas.store.Optimistic;
import dev.ananas.store.internal.timeline.LogEntry;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One optimistic transaction between its write and its end.
 *
 * <p>The confirmation may end on any thread, also inside a transaction of the store; then the end waits until that one is
 * over, since it is no part of it.
 */
final class OptimisticRun<T> implements Optimistic<T> {

    private final Optimistics runs;
    private final String name;
    private final @Nullable LogEntry entry;
    private final @Nullable Consumer<? super T> onConfirmed;
    private final AtomicBoolean over = new AtomicBoolean();
    private final Disposable.Swap confirmation = Disposables.swap();
    private final Sinks.One<Outcome<T>> outcome = Sinks.one();
    private volatile @Nullable T value;

    OptimisticRun(Optimistics runs, String name, @Nullable LogEntry entry, @Nullable Consumer<? super T> onConfirmed) {
        this.runs = runs;
        this.name = name;
        this.entry = entry;
        this.onConfirmed = onConfirmed;
    }

    void await(Mono<? extends T> confirming) {
        confirmation.update(confirming.subscribe(
                answered -> value = answered, error -> end(() -> rollBack(error)), () -> end(this::confirm)));
    }

    @Override
    public Mono<Outcome<T>> outcome() {
        return outcome.asMono();
    }

    @Override
    public boolean isPending() {
        return !over.get();
    }

    @Override
    public void cancel() {
        cancel("it was cancelled");
    }

    void cancel(String why) {
        confirmation.dispose();
        end(() -> rollBack(new CancellationException("Optimistic transaction \"" + name + "\": " + why)));
    }

    private void end(Runnable how) {
        if (over.compareAndSet(false, true)) {
            runs.outsideTransactions(() -> {
                try {
                    how.run();
                } catch (Throwable e) {
                    outcome.tryEmitError(e);
                } finally {
                    runs.forget(this);
                }
            });
        }
    }

    private void confirm() {
        T answered = value;
        try {
            if (onConfirmed != null && answered != null) {
                runs.write(name + " confirmed", () -> onConfirmed.accept(answered));
            }
        } catch (RuntimeException e) {
            rollBack(e);
            return;
        }
        runs.land(entry);
        outcome.tryEmitValue(new Confirmed<>(answered));
    }

    private void rollBack(Throwable cause) {
        outcome.tryEmitValue(new RolledBack<>(cause, runs.takeBack(name, entry)));
    }
}
