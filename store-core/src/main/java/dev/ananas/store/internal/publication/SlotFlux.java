package dev.ananas.store.internal.publication;

import java.util.Objects;
import java.util.function.Function;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;

/** A stream that makes a slot for every subscriber. */
public final class SlotFlux<T> extends Flux<T> {

    private final Slots slots;
    private final Function<CoreSubscriber<? super T>, Slot<T>> slot;

    private SlotFlux(Slots slots, Function<CoreSubscriber<? super T>, Slot<T>> slot) {
        this.slots = slots;
        this.slot = slot;
    }

    public static <T> Flux<T> of(Slots slots, Function<CoreSubscriber<? super T>, Slot<T>> slot) {
        return onAssembly(new SlotFlux<>(slots, slot));
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> subscriber) {
        Slot<T> opened = slot.apply(Objects.requireNonNull(subscriber, "subscriber"));
        subscriber.onSubscribe(opened);
        slots.open(opened);
    }
}
