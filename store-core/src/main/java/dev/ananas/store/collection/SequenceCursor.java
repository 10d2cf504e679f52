package dev.ananas.store.collection;

import java.util.ListIterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/**
 * A position between two elements of a {@link SortedSequence}, which moves both ways in amortized constant time.
 *
 * <p>The cursor knows the branches above its leaf and, for each, which kid it is in; the arrays are addressed by
 * height, a leaf having the height 0. At the boundary of two leaves it may stand after the last element of the one or
 * before the first of the other; only a move into the other leaf changes that.
 *
 * <p>A cursor may end before its sequence does; then {@code size} is where it ends.
 *
 * <p>Two cursors can skip what their sequences share, see {@link #skipShared}. If both stand at the very start of the
 * same node, and neither ends inside of it, everything below it is equal and is passed in one step.
 */
final class SequenceCursor<E> implements ListIterator<E> {
    private final int height;
    private final int size;
    private final Branch[] path;
    private final int[] kidAt;
    private Object[] leaf = TreeBuilding.NONE;
    private int at;
    private int index;

    SequenceCursor(Object root, int height, int size, int index) {
        this.height = height;
        this.size = size;
        this.path = new Branch[height + 1];
        this.kidAt = new int[height + 1];
        this.index = index;
        seek(root);
    }

    private void seek(Object root) {
        boolean behindLast = index == size && size > 0;
        int rest = behindLast ? index - 1 : index;
        Object node = root;
        for (int h = height; h > 0; h--) {
            Branch branch = (Branch) node;
            int kid = branch.kidAt(rest);
            path[h] = branch;
            kidAt[h] = kid;
            rest -= branch.startOf(kid);
            node = branch.kids[kid];
        }
        leaf = (Object[]) node;
        at = behindLast ? rest + 1 : rest;
    }

    @Override
    public boolean hasNext() {
        return index < size;
    }

    @Override
    public boolean hasPrevious() {
        return index > 0;
    }

    @Override
    public int nextIndex() {
        return index;
    }

    @Override
    public int previousIndex() {
        return index - 1;
    }

    @Override
    public E next() {
        E element = peek();
        at++;
        index++;
        return element;
    }

    @Override
    @SuppressWarnings("unchecked")
    public E previous() {
        if (index == 0) {
            throw new NoSuchElementException();
        }
        if (at == 0) {
            moveToPreviousLeaf();
        }
        index--;
        return (E) leaf[--at];
    }

    /** The next element, without passing it. */
    @SuppressWarnings("unchecked")
    E peek() {
        if (index >= size) {
            throw new NoSuchElementException();
        }
        leaveFinishedLeaf();
        return (E) leaf[at];
    }

    @Override
    public void forEachRemaining(Consumer<? super E> action) {
        forEachNext(size - index, action);
    }

    /** Passes the next elements, which must exist, handing each to an action. */
    @SuppressWarnings("unchecked")
    void forEachNext(int count, Consumer<? super E> action) {
        int end = index + count;
        while (index < end) {
            leaveFinishedLeaf();
            int stop = Math.min(leaf.length, at + end - index);
            while (at < stop) {
                index++;
                action.accept((E) leaf[at++]);
            }
        }
    }

    /**
     * Passes the greatest node that starts at both cursors, if there is one. A cursor that has passed its last element
     * this way cannot go back.
     *
     * @return whether a node was passed
     */
    boolean skipShared(SequenceCursor<?> other) {
        leaveFinishedLeaf();
        other.leaveFinishedLeaf();
        for (int h = Math.min(startingHeight(), other.startingHeight()); h >= 0; h--) {
            Object node = nodeAt(h);
            if (node == other.nodeAt(h) && holds(node) && other.holds(node)) {
                pass(node, h);
                other.pass(node, h);
                return true;
            }
        }
        return false;
    }

    /** The height of the greatest node that starts at this position, or -1 if not even a leaf does. */
    private int startingHeight() {
        if (at != 0 || index >= size) {
            return -1;
        }
        int h = 0;
        while (h < height && kidAt[h + 1] == 0) {
            h++;
        }
        return h;
    }

    private Object nodeAt(int h) {
        return h == 0 ? leaf : path[h];
    }

    /** Whether a node that starts here lies before the end. */
    private boolean holds(Object node) {
        return index + Branch.sizeOf(node) <= size;
    }

    private void pass(Object node, int h) {
        index += Branch.sizeOf(node);
        if (index < size) {
            moveRight(h + 1);
        }
    }

    private void leaveFinishedLeaf() {
        if (at == leaf.length && index < size) {
            moveRight(1);
        }
    }

    /** Moves to the first leaf right of the node below the given height. */
    private void moveRight(int fromHeight) {
        int h = fromHeight;
        while (kidAt[h] + 1 == path[h].kids.length) {
            h++;
        }
        Object node = path[h].kids[++kidAt[h]];
        while (--h > 0) {
            path[h] = (Branch) node;
            kidAt[h] = 0;
            node = path[h].kids[0];
        }
        leaf = (Object[]) node;
        at = 0;
    }

    private void moveToPreviousLeaf() {
        int h = 1;
        while (kidAt[h] == 0) {
            h++;
        }
        Object node = path[h].kids[--kidAt[h]];
        while (--h > 0) {
            path[h] = (Branch) node;
            kidAt[h] = path[h].kids.length - 1;
            node = path[h].kids[kidAt[h]];
        }
        leaf = (Object[]) node;
        at = leaf.length;
    }

    @Override
    public void remove() {
        throw ReadOnlyList.immutable("without(element)");
    }

    @Override
    public void set(E element) {
        throw ReadOnlyList.immutable("replace(old, now)");
    }

    @Override
    public void add(E element) {
        throw ReadOnlyList.immutable("with(element)");
    }
}
