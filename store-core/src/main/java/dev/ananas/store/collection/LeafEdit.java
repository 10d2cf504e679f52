package dev.ananas.store.collection;

/** The changes of one element in a leaf, as block copies. */
final class LeafEdit {
    private LeafEdit() {}

    static Object without(Object[] leaf, int index) {
        if (leaf.length == 1) {
            return new SequencePatch.Several(TreeBuilding.NONE);
        }
        Object[] shorter = new Object[leaf.length - 1];
        System.arraycopy(leaf, 0, shorter, 0, index);
        System.arraycopy(leaf, index + 1, shorter, index, shorter.length - index);
        return shorter;
    }

    static Object insert(Object[] leaf, int index, Object element) {
        Object[] longer = new Object[leaf.length + 1];
        System.arraycopy(leaf, 0, longer, 0, index);
        longer[index] = element;
        System.arraycopy(leaf, index, longer, index + 1, leaf.length - index);
        return longer;
    }

    static Object set(Object[] leaf, int index, Object element) {
        if (leaf[index] == element) {
            return leaf;
        }
        Object[] copy = leaf.clone();
        copy[index] = element;
        return copy;
    }

    /** Removes the element at one index and inserts another one before what stood at the second index. */
    static Object move(Object[] leaf, int removed, int before, Object element) {
        Object[] copy = leaf.clone();
        if (before > removed) {
            System.arraycopy(leaf, removed + 1, copy, removed, before - removed - 1);
            copy[before - 1] = element;
        } else {
            System.arraycopy(leaf, before, copy, before + 1, removed - before);
            copy[before] = element;
        }
        return copy;
    }
}
