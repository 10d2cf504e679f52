package dev.ananas.store.internal.publication;

import dev.ananas.store.spi.LiveSlot;
import dev.ananas.store.spi.Publication;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The emissions of one transition while settlers add them. */
public final class PendingPublication implements Publication {

    private final List<Emission<?>> emissions = new ArrayList<>(1);
    private boolean sealed;

    @Override
    public <T> void add(LiveSlot<T> slot, T value) {
        Objects.requireNonNull(value, "value");
        if (sealed) {
            throw new IllegalStateException("The publication is sealed: add values during settle(...) only");
        }
        if (slot instanceof InnerSlot<T> inner) {
            inner.accept(value);
            return;
        }
        emissions.add(new Emission<>((Slot<T>) Objects.requireNonNull(slot, "slot"), value));
    }

    public void seal(PublicationQueue publications) {
        sealed = true;
        if (emissions.size() > 1) {
            emissions.sort(Comparator.comparingLong(emission -> emission.slot().order()));
        }
        if (!emissions.isEmpty()) {
            publications.enqueue(() -> emissions.forEach(Emission::run));
        }
    }

    private record Emission<T>(Slot<T> slot, T value) {

        void run() {
            slot.offer(value);
            slot.drain();
        }
    }
}
