package dev.ananas.store.collection;

import java.util.Arrays;

/** Cuts sorted runs into nodes of even width, for a whole tree or for the place where an edit made nodes too wide. */
final class TreeBuilding {
    static final Object[] NONE = {};

    /** New nodes are left some room, so that the next insertion does not split them at once. */
    static final int FILL = Branch.MAX * 7 / 8;

    private TreeBuilding() {}

    /** Cuts the first n elements into leaves; one leaf if they fit, none for no elements. */
    static Object[] leaves(Object[] elements, int n, int width) {
        Object[] leaves = new Object[parts(n, width)];
        for (int i = 0, from = 0; i < leaves.length; i++) {
            int to = cut(n, i, leaves.length);
            leaves[i] = Arrays.copyOfRange(elements, from, to, Object[].class);
            from = to;
        }
        return leaves;
    }

    /** Cuts the first n nodes into the kids of branches; one branch if they fit, none for no nodes. */
    static Object[] branches(Object[] nodes, int n, int width) {
        Object[] branches = new Object[parts(n, width)];
        for (int i = 0, from = 0; i < branches.length; i++) {
            int to = cut(n, i, branches.length);
            branches[i] = Branch.over(nodes, from, to);
            from = to;
        }
        return branches;
    }

    /** Makes one node of two neighbours of the same height, or two of even width if one would be too wide. */
    static Object[] join(Object left, Object right) {
        Object[] a = Branch.partsOf(left);
        Object[] b = Branch.partsOf(right);
        Object[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        int width = Math.max(FILL, (all.length + 1) / 2);
        return left instanceof Branch ? branches(all, all.length, width) : leaves(all, all.length, width);
    }

    private static int parts(int n, int width) {
        if (n <= Branch.MAX) {
            return n == 0 ? 0 : 1;
        }
        return (n + width - 1) / width;
    }

    private static int cut(int n, int part, int parts) {
        return (int) ((long) n * (part + 1) / parts);
    }
}
