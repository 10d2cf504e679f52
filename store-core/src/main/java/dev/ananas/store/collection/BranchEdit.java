package dev.ananas.store.collection;

import org.jspecify.annotations.Nullable;

/**
 * Collects the new kids of a branch and makes the new branch from them.
 *
 * <p>Most edits replace kids one to one. Then the counts are computed anew only if a size changed, and the greatest
 * elements only if one of those changed; otherwise the arrays are shared with the old branch. A kid that was split,
 * emptied or became thin changes the shape: the kids are laid out again, thin ones are joined with a neighbour, and the
 * result may be too wide for one branch.
 */
final class BranchEdit {
    private final Branch branch;
    private Object @Nullable [] kids;
    private Object @Nullable [] @Nullable [] splits;
    private boolean reshaped;
    private boolean resized;
    private boolean rebounded;

    BranchEdit(Branch branch) {
        this.branch = branch;
    }

    void replace(int kid, Object now) {
        Object before = branch.kids[kid];
        if (now == before) {
            return;
        }
        if (kids == null) {
            kids = branch.kids.clone();
        }
        if (now instanceof SequencePatch.Several several) {
            reshaped = true;
            if (splits == null) {
                splits = new Object[kids.length][];
            }
            splits[kid] = several.nodes();
            return;
        }
        kids[kid] = now;
        reshaped |= Branch.partsOf(now).length < Branch.MIN;
        resized |= Branch.sizeOf(now) != Branch.sizeOf(before);
        rebounded |= Branch.greatestOf(now) != branch.greatest[kid];
    }

    /** The branch itself, its replacement, or {@link SequencePatch.Several} of the same height. */
    Object result() {
        if (kids == null) {
            return branch;
        }
        if (reshaped) {
            return reshape(kids);
        }
        int[] ends = resized ? ends(kids) : branch.ends;
        Object[] greatest = rebounded ? greatest(kids) : branch.greatest;
        return new Branch(kids, ends, greatest);
    }

    private int[] ends(Object[] changed) {
        int[] ends = new int[changed.length];
        for (int i = 0, sum = 0; i < ends.length; i++) {
            boolean same = changed[i] == branch.kids[i];
            ends[i] = sum += same ? branch.ends[i] - branch.startOf(i) : Branch.sizeOf(changed[i]);
        }
        return ends;
    }

    private Object[] greatest(Object[] changed) {
        Object[] greatest = branch.greatest.clone();
        for (int i = 0; i < greatest.length; i++) {
            if (changed[i] != branch.kids[i]) {
                greatest[i] = Branch.greatestOf(changed[i]);
            }
        }
        return greatest;
    }

    private Object reshape(Object[] changed) {
        Object[] nodes = splits == null ? changed : flatten(changed, splits);
        int n = joinThin(nodes);
        if (n > 0 && n <= Branch.MAX) {
            return Branch.over(nodes, 0, n);
        }
        return new SequencePatch.Several(TreeBuilding.branches(nodes, n, TreeBuilding.FILL));
    }

    private static Object[] flatten(Object[] kids, Object[] @Nullable [] splits) {
        int total = 0;
        for (Object[] split : splits) {
            total += split == null ? 1 : split.length;
        }
        Object[] nodes = new Object[total];
        int n = 0;
        for (int i = 0; i < kids.length; i++) {
            Object[] split = splits[i];
            if (split == null) {
                nodes[n++] = kids[i];
            } else {
                System.arraycopy(split, 0, nodes, n, split.length);
                n += split.length;
            }
        }
        return nodes;
    }

    /** Joins thin nodes with a neighbour in place; returns how many nodes are left. */
    private static int joinThin(Object[] nodes) {
        int n = nodes.length;
        int i = 0;
        while (i < n && n > 1) {
            if (Branch.partsOf(nodes[i]).length >= Branch.MIN) {
                i++;
                continue;
            }
            int left = i + 1 < n ? i : i - 1;
            Object[] joined = TreeBuilding.join(nodes[left], nodes[left + 1]);
            nodes[left] = joined[0];
            if (joined.length == 2) {
                nodes[left + 1] = joined[1];
                i = left + 2;
            } else {
                System.arraycopy(nodes, left + 2, nodes, left + 1, n - left - 2);
                n--;
                i = left;
            }
        }
        return n;
    }
}
