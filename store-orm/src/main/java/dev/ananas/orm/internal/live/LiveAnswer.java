package dev.ananas.orm.internal.live;

import dev.ananas.orm.internal.plan.Located;
import dev.ananas.orm.internal.plan.Plan;
import dev.ananas.orm.query.Question;
import dev.ananas.orm.query.Selection;
import dev.ananas.store.Versioned;
import dev.ananas.store.spi.LiveSlot;
import dev.ananas.store.spi.LiveSource;
import dev.ananas.store.spi.Publication;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** A question as a stream: opens a subscription for each subscriber, under the writer's lock. */
final class LiveAnswer<T> implements LiveSource<Versioned<T>> {
    private final LiveGraph graph;
    private List<Located> parts;
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
            Subscription<T> subscription =
                    new Subscription<>(graph.nextNumber(), slot, sources(demands), combine.forSubscriber());
            demands.forEach(demand -> demand.subscriptions.add(subscription));
            subscriptions.put(slot, subscription);
            return new Versioned<>(graph.version(), subscription.answer());
        } catch (RuntimeException | Error failed) {
            demands.forEach(graph.lifetimes()::releaseIfUnused);
            throw failed;
        }
    }

    /** Answers from other parts from now on, and tells the subscribers whose answer is another one then. */
    void move(List<Located> others, Publication publication) {
        if (!parts.equals(others)) {
            parts = others;
            List.copyOf(subscriptions.values()).forEach(subscription -> move(subscription, publication));
        }
    }

    /** Opens what is shown now before what was shown is released: what both show stays as it is. */
    private void move(Subscription<T> subscription, Publication publication) {
        List<Demand> before = subscription.demands();
        List<Demand> demands = new ArrayList<>(parts.size());
        try {
            subscription.answerFrom(sources(demands));
        } catch (RuntimeException failed) {
            demands.forEach(graph.lifetimes()::releaseIfUnused);
            subscription.fail(failed);
            return;
        }
        demands.forEach(demand -> demand.subscriptions.add(subscription));
        for (Demand demand : before) {
            demand.subscriptions.remove(subscription);
            graph.lifetimes().releaseIfUnused(demand);
        }
        LiveGraph.answer(subscription, graph.version(), publication);
    }

    /** Ends all subscribers. */
    void complete() {
        List.copyOf(subscriptions.keySet()).forEach(LiveSlot::complete);
    }

    private List<Source> sources(List<Demand> demands) {
        List<Source> sources = new ArrayList<>(parts.size());
        for (Located part : parts) {
            sources.add(open(part, demands));
        }
        return sources;
    }

    /** What answers a part; whatever was acquired for it is among {@code demands} then, also after an error. */
    private Source open(Located part, List<Demand> demands) {
        Plan plan = part.plan();
        int first = demands.size();
        Selection.Window window = part.isUnion() ? Selection.Window.WHOLE : part.window();
        part.keys().forEach(key -> demands.add(graph.acquire(plan, key, window)));
        List<Demand> opened = List.copyOf(demands.subList(first, demands.size()));
        if (plan.wanted() == Question.Wanted.NUMBER) {
            return opened.size() == 1 ? opened.get(0) : new Tallies(typed(opened));
        }
        return part.isUnion() ? new Union(graph, plan.ordering(), typed(opened), part.window()) : opened.get(0);
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
                graph.lifetimes().lingerIfUnused(demand);
            }
        }
    }
}
