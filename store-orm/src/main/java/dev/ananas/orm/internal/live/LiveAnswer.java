package dev.ananas.orm.internal.live;

import dev.ananas.orm.internal.plan.Located;
import dev.ananas.orm.internal.plan.Plan;
import dev.ananas.orm.query.Question;
import dev.ananas.orm.query.Selection;
import dev.ananas.store.Versioned;
import dev.ananas.store.spi.LiveSlot;
import dev.ananas.store.spi.LiveSource;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** A question as a stream: opens a subscription for each subscriber, under the writer's lock. */
final class LiveAnswer<T> implements LiveSource<Versioned<T>> {
    private final LiveGraph graph;
    private final List<Located> parts;
    private final Question.Combine<T> combine;
    private final IdentityHashMap<LiveSlot<Versioned<T>>, Subscription<T>> subscriptions = new IdentityHashMap<>();

    LiveAnswer(LiveGraph graph, List<Located> parts, Question.Combine<T> combine) {
        this.graph = graph;
        this.parts = parts;
        this.combine = combine;
    }

    @Override
    public Versioned<T> open(LiveSlot<Versioned<T>> slot) {
        List<Demand> demands = new ArrayList<>(parts.size());
        try {
            List<Source> shown = new ArrayList<>(parts.size());
            for (Located part : parts) {
                shown.add(open(part, demands));
            }
            Subscription<T> subscription = new Subscription<>(graph.nextNumber(), slot, shown, combine.forSubscriber());
            demands.forEach(demand -> demand.subscriptions.add(subscription));
            subscriptions.put(slot, subscription);
            return new Versioned<>(graph.version(), subscription.answer());
        } catch (RuntimeException | Error failed) {
            demands.forEach(graph::releaseIfUnused);
            throw failed;
        }
    }

    /** What answers a part; whatever was acquired for it is among {@code demands} then, also after an error. */
    private Source open(Located part, List<Demand> demands) {
        Plan plan = part.plan();
        int first = demands.size();
        part.keys().forEach(key -> demands.add(graph.acquire(plan, key)));
        List<Demand> opened = List.copyOf(demands.subList(first, demands.size()));
        if (plan.wanted() == Question.Wanted.NUMBER) {
            return opened.size() == 1 ? opened.get(0) : new Tallies(typed(opened));
        }
        Selection.Window window = part.window();
        return window == null ? opened.get(0) : new Union(graph, plan.ordering(), typed(opened), window);
    }

    @SuppressWarnings("unchecked") // the demands of one level are of one kind
    private static <D extends Demand> List<D> typed(List<Demand> demands) {
        return (List<D>) demands;
    }

    @Override
    public void close(LiveSlot<Versioned<T>> slot) {
        Subscription<T> subscription = subscriptions.remove(slot);
        if (subscription != null) {
            for (Demand demand : subscription.demands()) {
                demand.subscriptions.remove(subscription);
                graph.lingerIfUnused(demand);
            }
        }
    }
}
