package dev.ananas.store.collection;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Objects;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable list in the order of a comparator, whose changes return a new version that shares its structure with the
 * old one.
 *
 * <p>Access by index, search and change cost O(log n); a changed version costs some 1.6 kilobytes at 100,000 elements.
 * Up to 48 elements are one array. Many changes at once are cheaper as one {@link #patch}. To visit all elements use
 * an iterator, a stream or {@link #forEach} rather than a loop over {@link #get}.
 *
 * <p>The comparator must be a total order of the elements: no two elements of a sequence compare as equal, and equal
 * elements compare as equal. An element must keep its place in the order for as long as it is in a sequence; to change
 * it, {@link #replace} the old instance by a new one. Elements are not null.
 *
 * <p>Instances are immutable and may be shared between threads without any synchronization.
 *
 * @param <E> the type of the elements
 */
public final class SortedSequence<E> extends ReadOnlyList<E> {
    private final Comparator<? super E> comparator;
    private final Object root;
    private final int height;
    private final int size;

    private SortedSequence(Comparator<? super E> comparator, Object root, int height) {
        this.comparator = comparator;
        this.root = root;
        this.height = height;
        this.size = Branch.sizeOf(root);
    }

    /**
     * A sequence without elements.
     *
     * @param comparator the order of elements to come
     * @param <E> the type of the elements
     * @return an empty sequence
     */
    public static <E> SortedSequence<E> empty(Comparator<? super E> comparator) {
        return new SortedSequence<>(Objects.requireNonNull(comparator, "comparator"), TreeBuilding.NONE, 0);
    }

    /**
     * A sequence of elements that are in order already, in O(n).
     *
     * @param comparator the order of the elements
     * @param elements the elements, strictly ascending; checked only if assertions are enabled
     * @param <E> the type of the elements
     * @return a sequence of these elements
     */
    public static <E> SortedSequence<E> ofSorted(Comparator<? super E> comparator, List<? extends E> elements) {
        return ofSorted(comparator, elements.toArray(), elements.size());
    }

    /**
     * A sequence of elements that are in order already, in O(n).
     *
     * @param comparator the order of the elements
     * @param elements begins with the elements, all of type E and strictly ascending; checked only if assertions are
     *     enabled. The array is copied
     * @param size the number of elements
     * @param <E> the type of the elements
     * @return a sequence of these elements
     */
    public static <E> SortedSequence<E> ofSorted(Comparator<? super E> comparator, Object[] elements, int size) {
        Objects.requireNonNull(comparator, "comparator");
        assert Order.ascends(erased(comparator), elements, size) : "elements must ascend strictly";
        return of(comparator, TreeBuilding.leaves(elements, size, TreeBuilding.FILL), 0);
    }

    /**
     * A sequence of elements in any order, in O(n log n). Of elements that compare as equal the last one is taken.
     *
     * @param comparator the order of the elements
     * @param elements the elements
     * @param <E> the type of the elements
     * @return a sequence of these elements
     * @throws NullPointerException if an element is null
     */
    public static <E> SortedSequence<E> copyOf(Comparator<? super E> comparator, Collection<? extends E> elements) {
        Objects.requireNonNull(comparator, "comparator");
        Object[] sorted = elements.toArray();
        for (Object element : sorted) {
            Objects.requireNonNull(element, "element");
        }
        int n = Order.sort(erased(comparator), sorted);
        return of(comparator, TreeBuilding.leaves(sorted, n, TreeBuilding.FILL), 0);
    }

    /** Puts nodes of one height under a root, or takes away roots with a single kid. */
    private static <E> SortedSequence<E> of(Comparator<? super E> comparator, Object[] nodes, int nodeHeight) {
        if (nodes.length == 0) {
            return empty(comparator);
        }
        int height = nodeHeight;
        Object[] level = nodes;
        while (level.length > 1) {
            level = TreeBuilding.branches(level, level.length, TreeBuilding.FILL);
            height++;
        }
        Object root = level[0];
        while (root instanceof Branch branch && branch.kids.length == 1) {
            root = branch.kids[0];
            height--;
        }
        return new SortedSequence<>(comparator, root, height);
    }

    /** Elements are stored as objects; only elements, and keys that a caller vouches for, are compared. */
    @SuppressWarnings("unchecked")
    private static <E> Comparator<Object> erased(Comparator<? super E> comparator) {
        return (Comparator<Object>) comparator;
    }

    /**
     * The order of the elements.
     *
     * @return the comparator that this sequence was made with
     */
    public Comparator<? super E> comparator() {
        return comparator;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    @SuppressWarnings("unchecked")
    public E get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("Index " + index + " out of bounds for length " + size);
        }
        int rest = index;
        Object node = root;
        while (node instanceof Branch branch) {
            int kid = branch.kidAt(rest);
            rest -= branch.startOf(kid);
            node = branch.kids[kid];
        }
        return (E) ((Object[]) node)[rest];
    }

    /**
     * The index of the element that compares as equal to a key, in O(log n).
     *
     * @param key an element, or anything else that the comparator takes
     * @return the index; if there is none, {@code -(insertion point) - 1} as in {@link Arrays#binarySearch}
     * @throws ClassCastException if the comparator cannot compare the key
     * @throws NullPointerException if the key is null
     */
    public int rank(Object key) {
        Objects.requireNonNull(key, "key");
        return Branch.rank(root, erased(comparator), key);
    }

    /**
     * The index of an element that equals the given object, in O(log n).
     *
     * @param object the object
     * @return the index, or -1
     * @throws ClassCastException if the comparator cannot compare the object
     */
    @Override
    public int indexOf(@Nullable Object object) {
        if (object == null) {
            return -1;
        }
        int rank = rank(object);
        return rank >= 0 && get(rank).equals(object) ? rank : -1;
    }

    /**
     * This sequence with an element added, or put in the place of the one that compares as equal.
     *
     * @param element the element
     * @return the new version; this instance if it has the identical element
     * @throws NullPointerException if the element is null
     */
    public SortedSequence<E> with(E element) {
        return patched(TreeBuilding.NONE, new Object[] {Objects.requireNonNull(element, "element")});
    }

    /**
     * This sequence without the element that compares as equal to the given one.
     *
     * @param element the element
     * @return the new version; this instance if there is no such element
     * @throws NullPointerException if the element is null
     */
    public SortedSequence<E> without(E element) {
        return patched(new Object[] {Objects.requireNonNull(element, "element")}, TreeBuilding.NONE);
    }

    /**
     * This sequence without one element and with another one, which may have another place in the order.
     *
     * @param old the element to remove, if there is one that compares as equal
     * @param now the element to add
     * @return the new version; this instance if nothing changes
     * @throws NullPointerException if an element is null
     */
    public SortedSequence<E> replace(E old, E now) {
        Objects.requireNonNull(old, "old");
        Objects.requireNonNull(now, "now");
        return patched(new Object[] {old}, new Object[] {now});
    }

    /**
     * This sequence without some elements and with others, as one new version. Costs O(k log n) for k changes and never
     * more than O(n + k).
     *
     * <p>Removals come first and go by comparison; those that are not present are ignored. An addition that compares as
     * equal to an element that is still present replaces it. An element that moves is removed in its old state and
     * added in its new one.
     *
     * @param sortedRemoves elements to remove, strictly ascending; checked only if assertions are enabled
     * @param sortedAdds elements to add, strictly ascending; checked only if assertions are enabled
     * @return the new version; this instance if nothing changes
     */
    public SortedSequence<E> patch(List<? extends E> sortedRemoves, List<? extends E> sortedAdds) {
        return patched(sortedRemoves.toArray(), sortedAdds.toArray());
    }

    private SortedSequence<E> patched(Object[] removes, Object[] adds) {
        Comparator<Object> order = erased(comparator);
        assert Order.ascends(order, removes, removes.length) : "removes must ascend strictly";
        assert Order.ascends(order, adds, adds.length) : "adds must ascend strictly";
        SequencePatch patch = new SequencePatch(order, removes, adds);
        if ((long) removes.length + adds.length > size / 4 + 64) {
            Object[] all = patch.applyFlat(toArray());
            return ofSorted(comparator, all, all.length);
        }
        Object[] nodes = patch.apply(root, height);
        return nodes.length == 1 && nodes[0] == root ? this : of(comparator, nodes, height);
    }

    /**
     * Tells what changed between this version and another one of the same order.
     *
     * <p>Elements that compare as equal but are not identical are updates. Subtrees that both versions share are
     * skipped, so the cost is proportional to the number of changes if one version was derived from the other, and to
     * the sizes if they are unrelated.
     *
     * @param newer the version to compare with
     * @param sink is called for every change, in ascending order of the elements
     */
    public void diff(SortedSequence<E> newer, Difference<? super E> sink) {
        whole().diff(newer.whole(), sink);
    }

    SequenceSlice<E> whole() {
        return new SequenceSlice<>(this, 0, size);
    }

    SequenceCursor<E> cursor(int index) {
        return cursor(index, size);
    }

    SequenceCursor<E> cursor(int index, int end) {
        return new SequenceCursor<>(root, height, end, index);
    }

    Object root() {
        return root;
    }

    int height() {
        return height;
    }

    @Override
    public Iterator<E> iterator() {
        return cursor(0);
    }

    @Override
    public ListIterator<E> listIterator(int index) {
        if (index < 0 || index > size) {
            throw new IndexOutOfBoundsException("Index " + index + " out of bounds for length " + size);
        }
        return cursor(index);
    }

    /**
     * An iterator from the last element to the first.
     *
     * @return a new iterator, which does not support removal
     */
    public Iterator<E> descendingIterator() {
        return new DescendingIterator<>(cursor(size));
    }

    @Override
    public Spliterator<E> spliterator() {
        return new SequenceSpliterator<>(this, 0, size);
    }

    @Override
    public void forEach(Consumer<? super E> action) {
        Branch.forEach(root, action);
    }

    @Override
    public Object[] toArray() {
        Object[] all = new Object[size];
        Branch.copyInto(root, all, 0);
        return all;
    }

    @Override
    public <T> T[] toArray(T[] array) {
        T[] target = array.length < size ? Arrays.copyOf(array, size) : array;
        Branch.copyInto(root, target, 0);
        if (target.length > size) {
            Arrays.fill(target, size, size + 1, null);
        }
        return target;
    }

    /** Whether the other object is a list of equal elements. Structure that both share is not looked at. */
    @Override
    public boolean equals(@Nullable Object other) {
        if (other == this) {
            return true;
        }
        if (!(other instanceof List<?> list) || list.size() != size) {
            return false;
        }
        if (other instanceof SortedSequence<?> sequence) {
            return SequenceComparison.costOfMatch(whole(), sequence.whole(), Object::equals) >= 0;
        }
        return super.equals(other);
    }

    /**
     * Receives the differences between two versions of a sequence.
     *
     * @param <E> the type of the elements
     */
    public interface Difference<E> {
        /**
         * An element is gone.
         *
         * @param oldIndex its index in the older version
         * @param element the element
         */
        void removed(int oldIndex, E element);

        /**
         * There is a new element.
         *
         * @param newIndex its index in the newer version
         * @param element the element
         */
        void added(int newIndex, E element);

        /**
         * An element was replaced by one that compares as equal.
         *
         * @param oldIndex the index in the older version
         * @param newIndex the index in the newer version
         * @param before the element in the older version
         * @param after the element in the newer version
         */
        void updated(int oldIndex, int newIndex, E before, E after);
    }
}
