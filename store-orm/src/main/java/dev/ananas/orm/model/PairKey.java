package dev.ananas.orm.model;

import java.util.Objects;

/** A key of two parts, which most links have: without an array, since a table of links holds one for each row. */
final class PairKey implements Key {
    private final Object first;
    private final Object second;
    private final int hash;

    PairKey(Object first, Object second) {
        CompositeKey.checkPart(first, 0);
        CompositeKey.checkPart(second, 1);
        this.first = first;
        this.second = second;
        this.hash = CompositeKey.mix(CompositeKey.mix(0, first), second);
    }

    @Override
    public Object part(int index) {
        return Objects.checkIndex(index, 2) == 0 ? first : second;
    }

    @Override
    public int size() {
        return 2;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof PairKey that
                        && hash == that.hash
                        && first.equals(that.first)
                        && second.equals(that.second);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return "[" + first + ", " + second + "]";
    }
}
