package dev.ananas.orm.internal.live;

import dev.ananas.orm.internal.plan.Planner;
import dev.ananas.orm.query.Question;
import dev.ananas.store.Versioned;
import dev.ananas.store.spi.LiveSlot;
import dev.ananas.store.spi.LiveSource;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** A question as a stream: opens a subscription for each subscriber, under the writer's lock. */
final class LiveAnswer<T> implements LiveSource<Versioned<T>> {
    private final LiveGraph graph;
    private final List<Planner.Located> parts;
    private final Question.Combine<T> combine;
    private final IdentityHashMap<LiveSlot<Versioned<T>>, Subscription<T>> subscriptions = new IdentityHashMap<>();

    LiveAnswer(LiveGraph graph, List<Planner.Located> parts, Question.Combine<T> combine) {
        this.graph = graph;
        this.parts = parts;
        this.combine = combine;
    }

    @Override
    public Versioned<T> open(LiveSlot<Versioned<T>> slot) {
        List<Bucket> buckets = new ArrayList<>(parts.size());
        try {
            for (Planner.Located part : parts) {
                buckets.add(graph.acquire(part.plan(), part.key()));
            }
            Subscription<T> subscription = new Subscription<>(graph.nextNumber(), slot, buckets, combine);
            buckets.forEach(bucket -> bucket.subscriptions.add(subscription));
            subscriptions.put(slot, subscription);
            return new Versioned<>(graph.version(), subscription.answer());
        } catch (RuntimeException | Error failed) {
            buckets.forEach(graph::releaseIfUnused);
            throw failed;
        }
    }

    @Override
    public void close(LiveSlot<Versioned<T>> slot) {
        Subscription<T> subscription = subscriptions.remove(slot);
        if (subscription != null) {
            for (Bucket bucket : subscription.buckets()) {
                bucket.subscriptions.remove(subscription);
                graph.lingerIfUnused(bucket);
            }
        }
    }
}
