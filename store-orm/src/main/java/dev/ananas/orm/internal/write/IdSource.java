package dev.ananas.orm.internal.write;

import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Where the ids of generated attributes come from: a seed that a command carries, so that the same command makes the same
 * ids whenever it is applied. Two seeds of 64 bits each make ids of different commands as different as random ones.
 *
 * @param high seed of the first half
 * @param low seed of the second half
 */
public record IdSource(long high, long low) {
    private static final long VERSION_MASK = 0xFFFFFFFFFFFF0FFFL;
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT_MASK = 0x3FFFFFFFFFFFFFFFL;
    private static final long VARIANT = 0x8000000000000000L;

    /** For commands that make no ids. */
    static final IdSource NONE = new IdSource(0, 0);

    /** A seed that nobody had before. */
    public static IdSource random() {
        UUID seed = UUID.randomUUID();
        return new IdSource(seed.getMostSignificantBits(), seed.getLeastSignificantBits());
    }

    /** The ids from the first one on. */
    Supplier<UUID> ids() {
        SplittableRandom first = new SplittableRandom(high);
        SplittableRandom second = new SplittableRandom(low);
        return () -> new UUID(first.nextLong() & VERSION_MASK | VERSION_4, second.nextLong() & VARIANT_MASK | VARIANT);
    }
}
