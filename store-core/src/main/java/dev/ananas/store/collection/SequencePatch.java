package dev.ananas.store.collection;

import java.util.Arrays;
import java.util.Comparator;

/**
 * One update of a {@link SortedSequence}: elements to remove and elements to add, both in order.
 *
 * <p>This is the only way a sequence changes; a single change is a patch of one. Both arrays are routed down the tree
 * together, each kid getting its own ranges of them, so every node that is touched is written once however many changes
 * meet in it. What comes up from a node is one of
 *
 * <ul>
 *   <li>the node itself, when nothing changed in it,
 *   <li>another node of the same height, maybe a thin one,
 *   <li>a {@link Several} of the same height, if the node had to be split or is empty now.
 * </ul>
 *
 * <p>An element that is both removed and added by comparison takes its old place with the new instance. An addition
 * that meets a present element replaces it. Removals that meet nothing do nothing.
 *
 * <p>What is removed is nearly always the very instance that is present. Looking for it in a leaf by its reference reads
 * the array alone, while every comparison reads two elements and what they are compared by, all over the memory. An
 * element that is replaced by one of the same place needs no comparison in the leaf at all, and one that comes behind
 * all others, as new rows do, needs none but that with the last one.
 */
final class SequencePatch {
    private final Comparator<Object> comparator;
    private final Object[] removes;
    private final Object[] adds;
    private final boolean inPlace;
    private boolean appends;

    SequencePatch(Comparator<Object> comparator, Object[] removes, Object[] adds) {
        this.comparator = comparator;
        this.removes = removes;
        this.adds = adds;
        this.inPlace = removes.length == 1 && adds.length == 1 && comparator.compare(removes[0], adds[0]) == 0;
    }

    /** No node or at least two nodes in the place of one. */
    record Several(Object[] nodes) {}

    /** The nodes that replace a root of the given height; the same object alone if nothing changed. */
    Object[] apply(Object root, int height) {
        appends = removes.length == 0
                && adds.length == 1
                && Branch.sizeOf(root) > 0
                && comparator.compare(Branch.greatestOf(root), adds[0]) < 0;
        Object result = node(root, height, 0, removes.length, 0, adds.length);
        return result instanceof Several several ? several.nodes : new Object[] {result};
    }

    /** All elements after the update, in one array; cheaper than {@link #apply} if there is much to change. */
    Object[] applyFlat(Object[] elements) {
        Object[] merged = new Object[elements.length + adds.length];
        int n = merge(elements, merged, 0, removes.length, 0, adds.length);
        return n == merged.length ? merged : Arrays.copyOf(merged, n);
    }

    private Object node(Object node, int height, int r, int rEnd, int a, int aEnd) {
        if (height == 0) {
            return leaf((Object[]) node, r, rEnd, a, aEnd);
        }
        return branch((Branch) node, height, r, rEnd, a, aEnd);
    }

    /** Hands each kid the changes up to its greatest element; the last kid also gets those beyond. */
    private Object branch(Branch branch, int height, int r, int rEnd, int a, int aEnd) {
        BranchEdit edit = new BranchEdit(branch);
        Object[] greatest = branch.greatest;
        int last = greatest.length - 1;
        int kid = 0;
        while (r < rEnd || a < aEnd) {
            int kidOfRemove = r < rEnd ? Order.lowerBound(comparator, greatest, kid, last, removes[r]) : last;
            int kidOfAdd = last;
            if (inPlace) {
                kidOfAdd = kidOfRemove;
            } else if (a < aEnd && !appends) {
                kidOfAdd = Order.lowerBound(comparator, greatest, kid, last, adds[a]);
            }
            kid = Math.min(kidOfRemove, kidOfAdd);
            int rNext = rEnd;
            int aNext = aEnd;
            if (kid < last) {
                rNext = kidOfRemove > kid ? r : endOf(removes, r, rEnd, greatest[kid]);
                aNext = kidOfAdd > kid ? a : endOf(adds, a, aEnd, greatest[kid]);
            }
            edit.replace(kid, node(branch.kids[kid], height - 1, r, rNext, a, aNext));
            r = rNext;
            a = aNext;
            kid++;
        }
        return edit.result();
    }

    /** The end of the changes up to an element, of which the first is known to be one. */
    private int endOf(Object[] changes, int from, int to, Object greatest) {
        return to - from <= 1 ? to : Order.upperBound(comparator, changes, from + 1, to, greatest);
    }

    private Object leaf(Object[] leaf, int r, int rEnd, int a, int aEnd) {
        boolean atMostOneEach = rEnd - r <= 1 && aEnd - a <= 1;
        if (atMostOneEach) {
            int removed = r == rEnd ? -1 : Order.indexOf(comparator, leaf, removes[r]);
            if (a == aEnd) {
                return removed < 0 ? leaf : LeafEdit.without(leaf, removed);
            }
            if (inPlace && removed >= 0) {
                return LeafEdit.set(leaf, removed, adds[a]);
            }
            int at = appends ? leaf.length : Order.lowerBound(comparator, leaf, 0, leaf.length, adds[a]);
            boolean present = at < leaf.length && comparator.compare(leaf[at], adds[a]) == 0;
            if (present && (removed < 0 || removed == at)) {
                return LeafEdit.set(leaf, at, adds[a]);
            }
            if (!present && removed >= 0) {
                return LeafEdit.move(leaf, removed, at, adds[a]);
            }
            if (!present && leaf.length < Branch.MAX) {
                return LeafEdit.insert(leaf, at, adds[a]);
            }
        }
        Object[] merged = new Object[leaf.length + aEnd - a];
        int n = merge(leaf, merged, r, rEnd, a, aEnd);
        if (n > 0 && n <= Branch.MAX) {
            return n == merged.length ? merged : Arrays.copyOf(merged, n);
        }
        return new Several(TreeBuilding.leaves(merged, n, TreeBuilding.FILL));
    }

    /**
     * Merges elements with ranges of the changes into another array and returns how many there are then. A removal that
     * has met its element stays until the next element passes it.
     */
    private int merge(Object[] elements, Object[] merged, int r, int rEnd, int a, int aEnd) {
        int n = 0;
        int i = 0;
        while (i < elements.length && (r < rEnd || a < aEnd)) {
            Object element = elements[i];
            int remove = r < rEnd ? comparator.compare(removes[r], element) : 1;
            if (remove < 0) {
                r++;
                continue;
            }
            int add = a < aEnd ? comparator.compare(adds[a], element) : 1;
            if (add <= 0) {
                merged[n++] = adds[a++];
            } else if (remove > 0) {
                merged[n++] = element;
            }
            if (add >= 0) {
                i++;
            }
        }
        System.arraycopy(elements, i, merged, n, elements.length - i);
        n += elements.length - i;
        System.arraycopy(adds, a, merged, n, aEnd - a);
        return n + aEnd - a;
    }
}
