package dev.ananas.orm.view;

import dev.ananas.orm.internal.list.DeferredList;
import dev.ananas.orm.internal.list.ResultList;
import dev.ananas.orm.internal.list.Wrapping;
import java.util.AbstractList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.RandomAccess;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads come from an immutable list; every change is refused with the same advice.
 *
 * <p><b>What a screen reads again and again is read quickly.</b> The list of an include leads through its members in the engine,
 * which keep their models apart, since a model is built when it is read. A short list that was read up to its end has all of its
 * models built, and from then on has them side by side. Whichever thread reads first may note them; all of them find the same.
 */
final class LoadedToMany<T> extends AbstractList<T> implements ToMany<T>, RandomAccess, Wrapping {
    private static final long OF_LIST = -1;
    private static final int SHORT = 48;

    /** Relations that lead to nobody are told apart by reference like any other list, so there is one. */
    private static final LoadedToMany<Object> EMPTY = new LoadedToMany<>(List.of());

    private final List<T> models;
    private final long count;

    /** All models, once all of them were read. */
    private volatile T @Nullable [] read;

    LoadedToMany(List<T> models) {
        this(models, OF_LIST);
    }

    private LoadedToMany(List<T> models, long count) {
        this.models = models;
        this.count = count;
    }

    @SuppressWarnings("unchecked") // it holds nothing
    static <T> ToMany<T> empty() {
        return (ToMany<T>) EMPTY;
    }

    @Override
    public long count() {
        return count == OF_LIST ? models.size() : count;
    }

    @Override
    public boolean isCounted() {
        return true;
    }

    @Override
    public ToMany<T> withCount(long number) {
        return new LoadedToMany<>(models, number);
    }

    /** A list that refuses changes, without a second one around a list that does so already. */
    static <T> List<T> unmodifiable(List<? extends T> models) {
        return isResult(models) ? typed(models) : Collections.unmodifiableList(models);
    }

    private static boolean isResult(List<?> models) {
        return models instanceof ResultList || models instanceof DeferredList;
    }

    @SuppressWarnings("unchecked")
    private static <T> T @Nullable [] typed(Object @Nullable [] models) {
        return (T[]) models;
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> typed(List<?> models) {
        return (List<T>) models;
    }

    @Override
    public List<?> wrapped() {
        return models;
    }

    @Override
    public boolean isLoaded() {
        return true;
    }

    @Override
    public T get(int index) {
        T[] known = read;
        if (known != null) {
            return known[index];
        }
        T model = models.get(index);
        int size = models.size();
        if (index == size - 1 && size <= SHORT && isResult(models)) {
            read = typed(ResultList.of(models).known());
        }
        return model;
    }

    @Override
    public int size() {
        T[] known = read;
        return known == null ? models.size() : known.length;
    }

    @Override
    public Iterator<T> iterator() {
        return models.iterator();
    }

    @Override
    public ListIterator<T> listIterator(int index) {
        return models.listIterator(index);
    }

    @Override
    public List<T> subList(int from, int to) {
        return new LoadedToMany<>(models.subList(from, to));
    }

    @Override
    public int indexOf(@Nullable Object model) {
        return model == null ? -1 : models.indexOf(model);
    }

    @Override
    public int lastIndexOf(@Nullable Object model) {
        return model == null ? -1 : models.lastIndexOf(model);
    }

    @Override
    public void forEach(Consumer<? super T> action) {
        models.forEach(action);
    }

    @Override
    public Spliterator<T> spliterator() {
        return models.spliterator();
    }

    @Override
    public Object[] toArray() {
        return models.toArray();
    }

    @Override
    public boolean equals(Object other) {
        if (other instanceof LoadedToMany<?> loaded) {
            return count() == loaded.count() && (models == loaded.models || models.equals(loaded.models));
        }
        return !(other instanceof NotLoadedToMany) && models.equals(other);
    }

    @Override
    public int hashCode() {
        return models.hashCode();
    }

    @Override
    public void add(int index, T model) {
        throw refused("add");
    }

    @Override
    public T set(int index, T model) {
        throw refused("set");
    }

    @Override
    public T remove(int index) {
        throw refused("remove");
    }

    @Override
    public boolean remove(Object model) {
        throw refused("remove");
    }

    @Override
    public boolean addAll(Collection<? extends T> more) {
        throw refused("addAll");
    }

    @Override
    public boolean addAll(int index, Collection<? extends T> more) {
        throw refused("addAll");
    }

    @Override
    public boolean removeAll(Collection<?> some) {
        throw refused("removeAll");
    }

    @Override
    public boolean retainAll(Collection<?> some) {
        throw refused("retainAll");
    }

    @Override
    public boolean removeIf(Predicate<? super T> filter) {
        throw refused("removeIf");
    }

    @Override
    public void replaceAll(UnaryOperator<T> operator) {
        throw refused("replaceAll");
    }

    @Override
    public void sort(Comparator<? super T> order) {
        throw refused("sort");
    }

    @Override
    public void clear() {
        throw refused("clear");
    }

    private static UnsupportedOperationException refused(String call) {
        return new UnsupportedOperationException("Query results are immutable, but " + call
                + " was called on one; write the change through a repository, or work on a copy:"
                + " new ArrayList<>(list)");
    }
}
