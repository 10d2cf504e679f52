package dev.ananas.orm.internal.plan;

import java.util.List;

/** Sets of columns as in {@link dev.ananas.store.RowChange.Updated#columns}: a bit for each, the last bit for all beyond. */
final class Columns {
    static final long ALL = -1L;

    private Columns() {}

    static long of(int... columns) {
        long bits = 0;
        for (int column : columns) {
            bits |= 1L << Math.min(column, Long.SIZE - 1);
        }
        return bits;
    }

    static long of(List<Criterion> tests) {
        long bits = 0;
        for (Criterion test : tests) {
            bits |= test.columns();
        }
        return bits;
    }
}
