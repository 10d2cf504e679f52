package dev.ananas.orm.view;

/** A row of places, all taken at first: how many of those ahead are still taken, in O(log n). A tree of partial sums. */
final class WaitingCount {
    private final int[] sums;

    WaitingCount(int places) {
        sums = new int[places + 1];
        for (int i = 1; i <= places; i++) {
            sums[i] = i & -i;
        }
    }

    /** How many places ahead of one are taken. */
    int ahead(int place) {
        int count = 0;
        for (int i = place; i > 0; i -= i & -i) {
            count += sums[i];
        }
        return count;
    }

    /** Frees a place. */
    void remove(int place) {
        for (int i = place + 1; i < sums.length; i += i & -i) {
            sums[i]--;
        }
    }
}
