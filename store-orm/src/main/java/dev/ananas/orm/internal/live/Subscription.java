package dev.ananas.orm.internal.live;

import dev.ananas.store.Versioned;
import dev.ananas.store.spi.LiveSlot;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** One subscriber of one question: the buckets that answer it, and the answer it was given last. */
final class Subscription<T> {
    private final LiveSlot<Versioned<T>> slot;
    private final List<Bucket> buckets;
    private final Function<List<List<?>>, T> combine;
    private T answer;
    private final long number;
    private boolean failed;
    boolean dirty;

    Subscription(long number, LiveSlot<Versioned<T>> slot, List<Bucket> buckets, Function<List<List<?>>, T> combine) {
        this.number = number;
        this.slot = slot;
        this.buckets = buckets;
        this.combine = combine;
        this.answer = combined();
    }

    /** Place in the order of subscription. */
    long number() {
        return number;
    }

    boolean failed() {
        return failed;
    }

    List<Bucket> buckets() {
        return buckets;
    }

    LiveSlot<Versioned<T>> slot() {
        return slot;
    }

    T answer() {
        return answer;
    }

    /** Combines the lists anew; whether the answer is another one. */
    boolean refresh() {
        T now = combined();
        boolean differs = !same(answer, now);
        answer = now;
        return differs;
    }

    void fail(Throwable error) {
        failed = true;
        slot.fail(error);
    }

    private T combined() {
        List<List<?>> lists = new ArrayList<>(buckets.size());
        for (Bucket bucket : buckets) {
            lists.add(bucket.list);
        }
        return combine.apply(lists);
    }

    /** Models are compared by identity, which says what changed; counts and the like by value. */
    private static boolean same(Object before, Object now) {
        if (before instanceof List) {
            return before == now;
        }
        if (before instanceof Optional<?> a && now instanceof Optional<?> b) {
            return a.orElse(null) == b.orElse(null);
        }
        return Objects.equals(before, now);
    }
}
