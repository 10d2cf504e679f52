package dev.ananas.orm.internal.live;

import dev.ananas.orm.internal.list.ResultList;
import dev.ananas.orm.internal.plan.Entry;
import dev.ananas.orm.query.Exchange;
import dev.ananas.orm.query.Found;
import dev.ananas.orm.query.Selection;
import dev.ananas.orm.view.ToMany;
import dev.ananas.store.collection.SortedSequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The members of several buckets of one level in one order. It follows the versions of the buckets; a bucket that did not
 * change costs one comparison of references.
 *
 * <p>Members may change places among those of other buckets without any list of a bucket changing, so a union is asked again
 * whenever the members of one of its buckets did.
 */
final class Union implements Source {
    private final LiveGraph graph;
    private final List<Bucket> buckets;
    private final List<SortedSequence<Entry>> seen = new ArrayList<>();
    private final Selection.Window window;
    private SortedSequence<Entry> members;
    private ToMany<Object> list;

    Union(LiveGraph graph, Comparator<Entry> order, List<Bucket> buckets, Selection.Window window) {
        this.graph = graph;
        this.buckets = buckets;
        this.window = window;
        List<Entry> all = new ArrayList<>();
        for (Bucket bucket : buckets) {
            seen.add(bucket.members);
            all.addAll(bucket.members);
        }
        this.members = SortedSequence.copyOf(order, all);
        this.list = shown();
    }

    @Override
    public Found found() {
        follow();
        return window.isWhole() ? graph.found(list, members) : new Found.Models(list);
    }

    private void follow() {
        Exchange<Entry> exchange = new Exchange<>();
        for (int i = 0; i < buckets.size(); i++) {
            SortedSequence<Entry> now = buckets.get(i).members;
            if (now != seen.get(i)) {
                seen.get(i).diff(now, exchange);
                seen.set(i, now);
            }
        }
        exchange.sort(members);
        SortedSequence<Entry> before = members;
        members = exchange.applyTo(before);
        if (!exchange.readsAlike(before, members, Entry::value)) {
            ToMany<Object> next = shown();
            list = window.isWhole() || !isSame(next) ? next : list;
        }
    }

    private ToMany<Object> shown() {
        return ToMany.ofImmutable(new ResultList(members, window.from(members.size()), window.to(members.size())));
    }

    private boolean isSame(List<Object> next) {
        if (next.size() != list.size()) {
            return false;
        }
        for (int i = 0; i < next.size(); i++) {
            if (next.get(i) != list.get(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<Bucket> demands() {
        return buckets;
    }
}
