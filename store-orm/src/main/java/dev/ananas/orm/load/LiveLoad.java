package dev.ananas.orm.load;

import dev.ananas.orm.query.Answer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A load, and what a query has of its records: loading, data and error as one value. Any thread.
 *
 * @param <T> what the query answers
 */
public final class LiveLoad<T> {
    private final Load<?> load;
    private final Answer<T> answer;

    LiveLoad(Load<?> load, Answer<T> answer) {
        this.load = load;
        this.answer = answer;
    }

    /** The state now; makes no request. */
    public LoadState<T> state() {
        LoadState<T> state = state(load.entry().status(), answer.get());
        return state == null ? new LoadState.Loading<>(answer.get()) : state;
    }

    /**
     * The state now and whenever it changes, with the live answer of the query inside. Subscribing makes a request where the policy says
     * so; as long as somebody is subscribed, so does invalidating. The records of a load and its end are one emission. A request that
     * fails is a state, not the end of the stream. Cancelling cancels a request that nobody else waits for. Completes with the store.
     *
     * @return a cold stream
     */
    public Flux<LoadState<T>> states() {
        return Flux.defer(() -> {
            Entry entry = load.entry();
            Disposable.Swap flight = Disposables.swap();
            Runnable refetch = () -> {
                if (!load.isFresh() && load.options().policy() != FetchPolicy.CACHE_ONLY) {
                    flight.update(quietly(load.fetch()));
                }
            };
            if (requests()) {
                flight.update(quietly(load.fetch()));
            }
            entry.watch(refetch);
            Mono<Void> end = load.loader().store().transitions().then();
            return Flux.combineLatest(answer.flux(), entry.statuses().takeUntilOther(end), Seen::new)
                    .<LoadState<T>>handle((seen, sink) -> {
                        LoadState<T> state = state(seen.status(), seen.value());
                        if (state != null) {
                            sink.next(state);
                        }
                    })
                    .distinctUntilChanged(state -> state, LiveLoad::isSame)
                    .doFinally(signal -> {
                        entry.unwatch(refetch);
                        flight.dispose();
                    });
        });
    }

    private record Seen<T>(T value, Entry.Status status) {}

    /** The parts are kept by reference where they did not change. */
    private static boolean isSame(LoadState<?> one, LoadState<?> other) {
        return one.getClass() == other.getClass()
                && one.shown() == other.shown()
                && (!(one instanceof LoadState.Failed<?> failed)
                        || failed.error() == ((LoadState.Failed<?>) other).error());
    }

    /** The state to show, or null while records are being stored. */
    private @Nullable LoadState<T> state(Entry.Status status, T value) {
        FetchPolicy policy = load.options().policy();
        boolean known = load.entry().wasLoaded();
        return switch (status.phase()) {
            case IDLE -> new LoadState.Data<>(value);
            case SAVING -> null;
            case LOADING ->
                known && policy == FetchPolicy.STALE_WHILE_REVALIDATE
                        ? new LoadState.Data<>(value)
                        : new LoadState.Loading<>(value);
            case FAILED ->
                known && policy == FetchPolicy.NETWORK_FIRST
                        ? new LoadState.Data<>(value)
                        : new LoadState.Failed<>(Objects.requireNonNull(status.error()), value);
        };
    }

    private boolean requests() {
        return switch (load.options().policy()) {
            case CACHE_ONLY -> false;
            case NETWORK_FIRST, NETWORK_ONLY -> true;
            case CACHE_FIRST, STALE_WHILE_REVALIDATE -> !load.isFresh();
        };
    }

    /**
     * What the query answers, after a request where the policy says so: at once what is fresh, and under {@link
     * FetchPolicy#STALE_WHILE_REVALIDATE} also what is not, with a request that goes on behind it.
     *
     * @return emits one answer, or fails with the error of the request where the policy has nothing to fall back on
     */
    public Mono<T> get() {
        return Mono.defer(() -> {
            boolean known = load.entry().wasLoaded();
            if (!requests()) {
                return now();
            }
            Mono<T> requested = load.fetch().then(now());
            return switch (load.options().policy()) {
                case STALE_WHILE_REVALIDATE -> known ? revalidated() : requested;
                case NETWORK_FIRST -> known ? requested.onErrorResume(error -> now()) : requested;
                default -> requested;
            };
        });
    }

    private Mono<T> now() {
        return Mono.fromSupplier(answer::get);
    }

    private Mono<T> revalidated() {
        T stale = answer.get();
        quietly(load.fetch());
        return Mono.just(stale);
    }

    /** Makes a request, whatever the policy; who watches the load sees it. */
    public Mono<T> refresh() {
        return load.fetch().then(now());
    }

    /** Subscribes where the error is told by the state. */
    private static Disposable quietly(Mono<?> request) {
        return request.subscribe(response -> {}, error -> {});
    }
}
