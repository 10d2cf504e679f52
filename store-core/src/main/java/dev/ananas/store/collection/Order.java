package dev.ananas.store.collection;

import java.util.Comparator;

/** Binary searches in sorted parts of arrays. */
final class Order {
    private Order() {}

    /** The first index in the range whose element is not less than the key, or the end of the range. */
    static int lowerBound(Comparator<Object> comparator, Object[] sorted, int from, int to, Object key) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (comparator.compare(sorted[middle], key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first index in the range whose element is greater than the key, or the end of the range. */
    static int upperBound(Comparator<Object> comparator, Object[] sorted, int from, int to, Object key) {
        if (from < to && comparator.compare(sorted[to - 1], key) <= 0) {
            return to;
        }
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (comparator.compare(sorted[middle], key) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The index of the element that is the key or compares as equal to it, or -1. */
    static int indexOf(Comparator<Object> comparator, Object[] sorted, Object key) {
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] == key) {
                return i;
            }
        }
        int index = lowerBound(comparator, sorted, 0, sorted.length, key);
        return index < sorted.length && comparator.compare(sorted[index], key) == 0 ? index : -1;
    }

    /** Whether the first n elements ascend strictly; for assertions about what callers pass. */
    static boolean ascends(Comparator<Object> comparator, Object[] elements, int n) {
        for (int i = 1; i < n; i++) {
            if (comparator.compare(elements[i - 1], elements[i]) >= 0) {
                return false;
            }
        }
        return true;
    }
}
