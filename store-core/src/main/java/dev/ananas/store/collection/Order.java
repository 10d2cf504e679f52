package dev.ananas.store.collection;

import java.util.Arrays;
import java.util.Comparator;

/** Arrays in order: binary searches, sorting, and whether one is. */
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

    /** Sorts elements, of those that compare as equal the last one; the number of elements that are left in front. */
    static int sort(Comparator<Object> comparator, Object[] elements) {
        Arrays.sort(elements, comparator);
        int n = 0;
        for (Object element : elements) {
            if (n > 0 && comparator.compare(elements[n - 1], element) == 0) {
                n--;
            }
            elements[n++] = element;
        }
        return n;
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
