package dev.ananas.store.collection;

/** Checks the structural invariants of the sequence tree. */
final class SequenceCheck {
    private SequenceCheck() {}

    static <E> void check(SortedSequence<E> sequence) {
        int size = count(sequence.root(), sequence.height(), true);
        require(size == sequence.size(), "the size is the number of elements");
        E previous = null;
        for (E element : sequence) {
            boolean ascends = previous == null || sequence.comparator().compare(previous, element) < 0;
            require(ascends, "elements ascend");
            previous = element;
        }
    }

    private static int count(Object node, int height, boolean root) {
        if (height == 0) {
            Object[] leaf = (Object[]) node;
            require(leaf.getClass() == Object[].class, "a leaf takes any element");
            require(leaf.length <= Branch.MAX && (root || leaf.length > 0), "a leaf has a valid width");
            return leaf.length;
        }
        Branch branch = (Branch) node;
        int width = branch.kids.length;
        require(width <= Branch.MAX && width >= (root ? 2 : 1), "a branch has a valid width");
        require(branch.ends.length == width && branch.greatest.length == width, "the arrays are parallel");
        int sum = 0;
        for (int i = 0; i < width; i++) {
            sum += count(branch.kids[i], height - 1, false);
            require(branch.ends[i] == sum, "counts are right");
            require(branch.greatest[i] == Branch.greatestOf(branch.kids[i]), "greatest elements are right");
        }
        return sum;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new AssertionError("not so: " + message);
        }
    }
}
