package dev.ananas.orm.internal.live;

import dev.ananas.orm.query.Question;
import dev.ananas.store.Versioned;
import dev.ananas.store.spi.LiveSlot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One subscriber of one question: the buckets that answer it, and the answer it was given last. */
final class Subscription<T> {
    private final LiveSlot<Versioned<T>> slot;
    private final List<Bucket> buckets;
    private final Question.Combine<T> combine;
    private T answer;
    private final long number;
    private boolean failed;
    boolean dirty;

    Subscription(long number, LiveSlot<Versioned<T>> slot, List<Bucket> buckets, Question.Combine<T> combine) {
        this.number = number;
        this.slot = slot;
        this.buckets = buckets;
        this.combine = combine;
        this.answer = combined(null);
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
        T before = answer;
        answer = combined(before);
        return answer != before;
    }

    void fail(Throwable error) {
        failed = true;
        slot.fail(error);
    }

    private T combined(@Nullable T before) {
        List<List<?>> lists = new ArrayList<>(buckets.size());
        for (Bucket bucket : buckets) {
            lists.add(bucket.list);
        }
        return combine.answer(lists, before);
    }
}
