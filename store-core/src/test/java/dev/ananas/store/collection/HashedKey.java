package dev.ananas.store.collection;

import java.util.SplittableRandom;

/** A key that brings its own hash code. */
record HashedKey(int id, int hash) {
    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HashedKey key && key.id == id;
    }

    /** A key whose hash is the given one after the map has spread it. */
    static HashedKey spreadingTo(int id, int spreadHash) {
        return new HashedKey(id, spreadHash ^ (spreadHash >>> 16));
    }

    /** Ways to give hashes to ids. */
    enum Hashes {
        RANDOM,
        SEQUENTIAL,
        HEAVY_COLLISIONS,
        PAIRS_OF_EQUAL_HASHES,
        DIFFERING_IN_THE_TOP_BITS,
        FEW_BITS_ANYWHERE;

        HashedKey key(int id) {
            int mixed = new SplittableRandom(id).nextInt();
            return spreadingTo(
                    id,
                    switch (this) {
                        case RANDOM -> mixed;
                        case SEQUENTIAL -> id;
                        case HEAVY_COLLISIONS -> id % 3 << 29;
                        case PAIRS_OF_EQUAL_HASHES -> new SplittableRandom(id / 2).nextInt();
                        case DIFFERING_IN_THE_TOP_BITS -> (mixed << 27) | 0x0155_5555;
                        case FEW_BITS_ANYWHERE -> mixed & 0x8421_0842;
                    });
        }
    }
}
