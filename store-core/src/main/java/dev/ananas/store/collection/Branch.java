package dev.ananas.store.collection;

import java.util.Comparator;
import java.util.function.Consumer;

/**
 * An inner node of the tree behind {@link SortedSequence}.
 *
 * <p>The tree is a counted B+-tree. All elements are in the leaves, and a leaf is nothing but an exact-size array of
 * elements in order; so a node is either an {@code Object[]} or a Branch, and all leaves have the same depth, which
 * the sequence knows. A branch keeps three parallel arrays:
 *
 * <ul>
 *   <li>the kids,
 *   <li>for each kid the number of elements up to its end, which finds an index and gives a rank,
 *   <li>for each kid its greatest element, which finds an element without touching the kids.
 * </ul>
 *
 * <p>Bounds: a node has at most {@link #MAX} kids or elements. Nodes are usually not thinner than {@link #MIN}, for an
 * edit joins a thin node with a neighbour; a node without siblings stays thin, so the lower bound is one, and two for
 * a branch at the root.
 *
 * <p>Nodes are never written after construction, and versions share them and also single arrays of them.
 */
final class Branch {
    static final int MAX = 48;
    static final int MIN = MAX / 3;

    final Object[] kids;
    final int[] ends;
    final Object[] greatest;

    Branch(Object[] kids, int[] ends, Object[] greatest) {
        this.kids = kids;
        this.ends = ends;
        this.greatest = greatest;
    }

    /** A branch over a range of nodes of the same height. */
    static Branch over(Object[] nodes, int from, int to) {
        int n = to - from;
        Object[] kids = new Object[n];
        int[] ends = new int[n];
        Object[] greatest = new Object[n];
        for (int i = 0, sum = 0; i < n; i++) {
            Object kid = nodes[from + i];
            kids[i] = kid;
            ends[i] = sum += sizeOf(kid);
            greatest[i] = greatestOf(kid);
        }
        return new Branch(kids, ends, greatest);
    }

    /** The number of elements below a node. */
    static int sizeOf(Object node) {
        if (node instanceof Branch branch) {
            return branch.ends[branch.ends.length - 1];
        }
        return ((Object[]) node).length;
    }

    static Object greatestOf(Object node) {
        Object[] candidates = node instanceof Branch branch ? branch.greatest : (Object[]) node;
        return candidates[candidates.length - 1];
    }

    /** The kids of a branch or the elements of a leaf. */
    static Object[] partsOf(Object node) {
        return node instanceof Branch branch ? branch.kids : (Object[]) node;
    }

    /** The index of the element that compares as equal to a key, else {@code -(insertion point) - 1}. */
    static int rank(Object root, Comparator<Object> order, Object key) {
        Object node = root;
        int start = 0;
        while (node instanceof Branch branch) {
            int kid = Order.lowerBound(order, branch.greatest, 0, branch.greatest.length, key);
            if (kid == branch.kids.length) {
                return -(start + sizeOf(branch)) - 1;
            }
            start += branch.startOf(kid);
            node = branch.kids[kid];
        }
        Object[] leaf = (Object[]) node;
        int at = Order.lowerBound(order, leaf, 0, leaf.length, key);
        boolean found = at < leaf.length && order.compare(leaf[at], key) == 0;
        return found ? start + at : -(start + at) - 1;
    }

    @SuppressWarnings("unchecked")
    static <E> void forEach(Object node, Consumer<? super E> action) {
        if (node instanceof Branch branch) {
            for (Object kid : branch.kids) {
                forEach(kid, action);
            }
        } else {
            for (Object element : (Object[]) node) {
                action.accept((E) element);
            }
        }
    }

    /** Copies all elements below a node into an array and returns the index after the last one. */
    static int copyInto(Object node, Object[] target, int from) {
        int at = from;
        if (node instanceof Branch branch) {
            for (Object kid : branch.kids) {
                at = copyInto(kid, target, at);
            }
            return at;
        }
        Object[] leaf = (Object[]) node;
        System.arraycopy(leaf, 0, target, at, leaf.length);
        return at + leaf.length;
    }

    /** The number of elements before a kid. */
    int startOf(int kid) {
        return kid == 0 ? 0 : ends[kid - 1];
    }

    /**
     * The kid that holds an index. Kids are of similar size, so a guess by proportion is nearly right, and cheaper than
     * a binary search.
     */
    int kidAt(int index) {
        int kid = (int) ((long) index * ends.length / ends[ends.length - 1]);
        while (ends[kid] <= index) {
            kid++;
        }
        while (kid > 0 && ends[kid - 1] > index) {
            kid--;
        }
        return kid;
    }
}
