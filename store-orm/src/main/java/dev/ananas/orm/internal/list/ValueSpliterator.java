package dev.ananas.orm.internal.list;

import java.util.Objects;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Traverses the values of some elements. */
final class ValueSpliterator implements Spliterator<Object> {
    private final Spliterator<? extends Shown> elements;

    ValueSpliterator(Spliterator<? extends Shown> elements) {
        this.elements = elements;
    }

    @Override
    public boolean tryAdvance(Consumer<? super Object> action) {
        return elements.tryAdvance(shown -> action.accept(Objects.requireNonNull(shown.value())));
    }

    @Override
    public void forEachRemaining(Consumer<? super Object> action) {
        elements.forEachRemaining(shown -> action.accept(Objects.requireNonNull(shown.value())));
    }

    @Override
    public @Nullable Spliterator<Object> trySplit() {
        Spliterator<? extends Shown> prefix = elements.trySplit();
        return prefix == null ? null : new ValueSpliterator(prefix);
    }

    @Override
    public long estimateSize() {
        return elements.estimateSize();
    }

    @Override
    public int characteristics() {
        return elements.characteristics();
    }
}
