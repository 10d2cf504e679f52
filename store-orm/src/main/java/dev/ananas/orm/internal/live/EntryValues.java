package dev.ananas.orm.internal.live;

import dev.ananas.orm.internal.plan.Entry;
import dev.ananas.store.collection.SortedSequence;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Consumer;

/** The models of a sorted sequence of entries, without a copy. Immutable like the sequence. */
final class EntryValues extends AbstractList<Object> implements RandomAccess {
    private final SortedSequence<Entry> entries;

    EntryValues(SortedSequence<Entry> entries) {
        this.entries = entries;
    }

    @Override
    public Object get(int index) {
        return Objects.requireNonNull(entries.get(index).value());
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public void forEach(Consumer<? super Object> action) {
        entries.forEach(entry -> action.accept(Objects.requireNonNull(entry.value())));
    }

    @Override
    public Iterator<Object> iterator() {
        Iterator<Entry> each = entries.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public Object next() {
                return Objects.requireNonNull(each.next().value());
            }
        };
    }
}
