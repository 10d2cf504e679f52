package dev.ananas.store.collection;

import java.util.Comparator;

/** An element that is ordered by a number and carries a label that is not part of the order. */
record Item(int number, String label) {
    static final Comparator<Item> ORDER = Comparator.comparingInt(Item::number);

    static Item of(int number) {
        return new Item(number, "");
    }

    /** The first n even numbers, so that there is a gap around every element. */
    static SortedSequence<Item> evens(int n) {
        Object[] items = new Object[n];
        for (int i = 0; i < n; i++) {
            items[i] = of(2 * i);
        }
        return SortedSequence.ofSorted(ORDER, items, items.length);
    }
}
