package dev.ananas.orm.internal.live;

import dev.ananas.orm.internal.plan.Entry;
import dev.ananas.store.collection.SortedSequence;
import java.util.function.Consumer;

/** Which members come into a window and which fall out of it. */
record Passage(Consumer<Entry> in, Consumer<Entry> out) implements SortedSequence.Difference<Entry> {
    @Override
    public void removed(int oldIndex, Entry element) {
        out.accept(element);
    }

    @Override
    public void added(int newIndex, Entry element) {
        in.accept(element);
    }

    @Override
    public void updated(int oldIndex, int newIndex, Entry before, Entry after) {}
}
