package dev.ananas.orm.query;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a function finds in each element of an immutable list, without a copy. */
final class MappedList<E, T extends @Nullable Object> extends AbstractList<T> implements RandomAccess {
    private final List<? extends E> elements;
    private final Function<? super E, ? extends T> reader;

    MappedList(List<? extends E> elements, Function<? super E, ? extends T> reader) {
        this.elements = elements;
        this.reader = reader;
    }

    @Override
    public T get(int index) {
        return reader.apply(elements.get(index));
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public void forEach(Consumer<? super T> action) {
        elements.forEach(element -> action.accept(reader.apply(element)));
    }

    @Override
    public Iterator<T> iterator() {
        Iterator<? extends E> each = elements.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public T next() {
                return reader.apply(each.next());
            }
        };
    }
}
