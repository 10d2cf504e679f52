package dev.ananas.orm.internal.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The ways to find the rows of a table. Relations and entities of the schema add to it until the schema is complete. */
public final class TableIndexes {
    private final int[] key;
    private final Lookup primary;
    private final List<Lookup> hashed = new ArrayList<>();
    private final List<SortedLookup> sorted = new ArrayList<>(0);
    private final List<Unique> unique = new ArrayList<>(0);

    TableIndexes(int[] key) {
        this.key = key;
        this.primary = Lookup.primary(key);
    }

    /** Finds a row by its key. */
    public Lookup byKey() {
        return primary;
    }

    /** Indexes by the values of columns; the place in the list is the number of the index. */
    public List<Lookup> hashed() {
        return hashed;
    }

    /** Sorted indexes; the place in the list is the number of the index. */
    public List<SortedLookup> sorted() {
        return sorted;
    }

    /** Indexes in which no key may have two rows, or two of a case. */
    public List<Unique> unique() {
        return unique;
    }

    /** The way to find rows by these columns; makes an index of them unless they are the key or have one. */
    Lookup by(int[] columns) {
        if (Arrays.equals(columns, key)) {
            return primary;
        }
        for (Lookup index : hashed) {
            if (Arrays.equals(columns, index.columns())) {
                return index;
            }
        }
        Lookup index = Lookup.of(hashed.size(), columns, key);
        hashed.add(index);
        return index;
    }

    /** Makes a sorted index of these columns unless they have one. */
    void sort(int[] columns) {
        if (sorted.stream().noneMatch(known -> Arrays.equals(known.columns(), columns))) {
            sorted.add(new SortedLookup(sorted.size(), columns));
        }
    }

    void requireUnique(Unique constraint) {
        if (!constraint.lookup().isPrimary() && !unique.contains(constraint)) {
            unique.add(constraint);
        }
    }
}
