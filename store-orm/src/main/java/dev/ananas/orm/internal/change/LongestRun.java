package dev.ananas.orm.internal.change;

import java.util.ArrayList;
import java.util.List;

/**
 * Of elements in the order of the new list, the most that are in the order of the old list as well: a longest increasing
 * subsequence, by patience sorting in O(n log n).
 */
final class LongestRun {
    private final List<Differences.Kept> elements = new ArrayList<>();

    void add(Differences.Kept element) {
        elements.add(element);
    }

    /** Hands over the elements that are out of order, and starts again without any. */
    void endInto(List<Differences.Kept> outOfOrder) {
        if (elements.size() > 1) {
            boolean[] inOrder = inOrder();
            for (int i = 0; i < inOrder.length; i++) {
                if (!inOrder[i]) {
                    outOfOrder.add(elements.get(i));
                }
            }
        }
        elements.clear();
    }

    private boolean[] inOrder() {
        int n = elements.size();
        int[] lastOfLength = new int[n];
        int[] predecessor = new int[n];
        int longest = 0;
        for (int i = 0; i < n; i++) {
            int length = lengthBefore(elements.get(i).oldIndex(), lastOfLength, longest);
            predecessor[i] = length == 0 ? -1 : lastOfLength[length - 1];
            lastOfLength[length] = i;
            longest = Math.max(longest, length + 1);
        }
        boolean[] inOrder = new boolean[n];
        for (int i = lastOfLength[longest - 1]; i >= 0; i = predecessor[i]) {
            inOrder[i] = true;
        }
        return inOrder;
    }

    /** Length of the longest run so far that an element can continue. */
    private int lengthBefore(int oldIndex, int[] lastOfLength, int longest) {
        int low = 0;
        int high = longest;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (elements.get(lastOfLength[middle]).oldIndex() < oldIndex) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
