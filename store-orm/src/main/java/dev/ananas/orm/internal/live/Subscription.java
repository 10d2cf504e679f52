package dev.ananas.orm.internal.live;

import dev.ananas.orm.query.Found;
import dev.ananas.orm.query.Question;
import dev.ananas.store.Versioned;
import dev.ananas.store.spi.LiveSlot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One subscriber of one question: what answers it, and the answer it was given last. */
final class Subscription<T> {
    private final LiveSlot<Versioned<T>> slot;
    private List<Source> parts;
    private final Question.Combine<T> combine;
    private T answer;
    private final long number;
    private boolean failed;
    boolean dirty;

    Subscription(long number, LiveSlot<Versioned<T>> slot, List<Source> parts, Question.Combine<T> combine) {
        this.number = number;
        this.slot = slot;
        this.parts = parts;
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

    List<Demand> demands() {
        List<Demand> demands = new ArrayList<>(parts.size());
        parts.forEach(part -> demands.addAll(part.demands()));
        return demands;
    }

    LiveSlot<Versioned<T>> slot() {
        return slot;
    }

    T answer() {
        return answer;
    }

    /** What answers it from now on. */
    void answerFrom(List<Source> other) {
        parts = other;
    }

    /** Combines anew what the parts find; whether the answer is another one. */
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
        List<Found> found = new ArrayList<>(parts.size());
        for (Source part : parts) {
            found.add(part.found());
        }
        return combine.answer(found, before);
    }
}
