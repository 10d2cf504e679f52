package dev.ananas.orm.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Three parts or more and their hash, computed once: keys are hashed far more often than they are made. */
final class CompositeKey implements Key {
    private final Object[] parts;
    private final int hash;

    CompositeKey(Object[] parts) {
        for (int i = 0; i < parts.length; i++) {
            checkPart(parts[i], i);
        }
        this.parts = parts;
        this.hash = mix(parts);
    }

    /** Refuses a part that is missing. */
    static void checkPart(@Nullable Object part, int index) {
        if (part == null) {
            throw new NullPointerException(
                    "Part " + (index + 1) + " of a composite key is null; every part needs a value");
        }
    }

    private static int mix(Object[] parts) {
        int hash = 0;
        for (Object part : parts) {
            hash = mix(hash, part);
        }
        return hash;
    }

    /**
     * Takes another part into a hash. Spreads small numbers: the sum of 31 times one part and the other, which
     * {@link Arrays#hashCode} gives, has only some hundred thousand values for the keys of half a million links.
     */
    static int mix(int hash, Object part) {
        int mixed = (hash + part.hashCode()) * 0x9E3779B1;
        return mixed ^ mixed >>> 15;
    }

    @Override
    public Object part(int index) {
        return parts[index];
    }

    @Override
    public int size() {
        return parts.length;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof CompositeKey that && hash == that.hash && Arrays.equals(parts, that.parts);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return Arrays.toString(parts);
    }
}
