package dev.ananas.orm.load;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * What is known of the loads of one key: what is on its way, how the last one ended, when the last one succeeded.
 *
 * <p>Requests of one key are one: who comes while it is on its way joins it, and it is cancelled when the last of them leaves. State
 * changes under the lock of the entry; nobody is told under it.
 */
final class Entry {
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final Object key;
    private final String entity;
    private final Set<String> tags = new LinkedHashSet<>();
    private final Sinks.Many<Status> statuses = Sinks.many().replay().latestOrDefault(Status.IDLE);
    private final Set<Runnable> watchers = new CopyOnWriteArraySet<>();
    private volatile Status status = Status.IDLE;
    private volatile @Nullable Instant loadedAt;
    private volatile boolean invalid;
    private @Nullable Mono<Response<?>> flight;

    Entry(Object key, String entity) {
        this.key = key;
        this.entity = entity;
    }

    /** Where loads of a key are. */
    enum Phase {
        IDLE,
        LOADING,
        /** The records are being stored; what a query says meanwhile is not told before the load has ended. */
        SAVING,
        FAILED
    }

    /** A phase, and why loads failed. */
    record Status(Phase phase, @Nullable Throwable error) {
        static final Status IDLE = new Status(Phase.IDLE, null);
    }

    Status status() {
        return status;
    }

    Flux<Status> statuses() {
        return statuses.asFlux();
    }

    boolean wasLoaded() {
        return loadedAt != null;
    }

    boolean isFresh(Instant now, @Nullable Duration maxAge) {
        Instant at = loadedAt;
        return at != null && !invalid && (maxAge == null || now.isBefore(at.plus(maxAge)));
    }

    /** The request that is on its way, or a new one. */
    synchronized Mono<Response<?>> flight(Supplier<Mono<Response<?>>> request) {
        Mono<Response<?>> running = flight;
        if (running == null) {
            running = Mono.defer(() -> {
                        to(new Status(Phase.LOADING, null));
                        return request.get();
                    })
                    .doOnError(this::failed)
                    .doFinally(signal -> landed())
                    .flux()
                    .replay(1)
                    .refCount(1)
                    .singleOrEmpty();
            flight = running;
        }
        return running;
    }

    private void landed() {
        synchronized (this) {
            flight = null;
        }
        if (status.phase() == Phase.LOADING) {
            to(Status.IDLE);
        }
    }

    /** The records of the request on its way are about to be stored. */
    void saving() {
        to(new Status(Phase.SAVING, null));
    }

    /** The records wait for the end of a transaction around the request, which may fail and is not waited for. */
    void pending() {
        if (status.phase() == Phase.SAVING) {
            to(new Status(Phase.LOADING, null));
        }
    }

    /** Records of this key were stored. */
    void loaded(Instant now) {
        loadedAt = now;
        invalid = false;
        to(Status.IDLE);
    }

    private void failed(Throwable error) {
        to(new Status(Phase.FAILED, error));
    }

    private void to(Status next) {
        if (!status.equals(next)) {
            status = next;
            statuses.emitNext(next, Sinks.EmitFailureHandler.busyLooping(BUSY));
        }
    }

    /** What was loaded is not fresh any more; who watches it loads it again. */
    void invalidate() {
        invalid = true;
        watchers.forEach(Runnable::run);
    }

    void watch(Runnable refetch) {
        watchers.add(refetch);
    }

    void unwatch(Runnable refetch) {
        watchers.remove(refetch);
    }

    synchronized void tag(List<String> more) {
        tags.addAll(more);
    }

    synchronized boolean hasTag(String tag) {
        return tags.contains(tag);
    }

    /** Requires that the key is used for this entity alone. */
    Entry of(String wanted) {
        if (!entity.equals(wanted)) {
            throw new IllegalArgumentException("Key " + key + " is that of a load of entity \"" + entity
                    + "\"; a load of entity \"" + wanted + "\" needs another one");
        }
        return this;
    }
}
