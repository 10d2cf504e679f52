package dev.ananas.store.collection;

/**
 * Equality of two hash tries.
 *
 * <p>Since the form is canonical, tries with equal keys have equal bitmaps all the way down, and a first difference
 * in a bitmap ends the comparison. Subtrees that are the same object are not entered. Only the order of colliding
 * entries depends on the history.
 */
final class HashEquality {
    private int visited;

    private HashEquality() {}

    static boolean test(HashNode one, HashNode other) {
        return new HashEquality().same(one, other);
    }

    /** Compares two tries and returns how many nodes had to be entered to find them equal, or -1. */
    static int cost(HashNode one, HashNode other) {
        HashEquality equality = new HashEquality();
        return equality.same(one, other) ? equality.visited : -1;
    }

    private boolean same(HashNode one, HashNode other) {
        if (one == other) {
            return true;
        }
        visited++;
        Object[] a = one.content();
        Object[] b = other.content();
        if (one.entries() != other.entries() || one.children() != other.children() || a.length != b.length) {
            return false;
        }
        if (one.entries() == 0 && one.children() == 0) {
            return sameCollisions(a, other);
        }
        int end = one.entriesEnd();
        for (int i = 0; i < end; i++) {
            if (a[i] != b[i] && !a[i].equals(b[i])) {
                return false;
            }
        }
        for (int i = end; i < a.length; i++) {
            if (!same((HashNode) a[i], (HashNode) b[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameCollisions(Object[] a, HashNode other) {
        for (int i = 0; i < a.length; i += 2) {
            int j = other.collisionIndex(a[i]);
            if (j < 0 || !a[i + 1].equals(other.content()[j + 1])) {
                return false;
            }
        }
        return true;
    }
}
