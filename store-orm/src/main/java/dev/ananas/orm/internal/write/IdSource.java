package dev.ananas.orm.internal.write;

import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Where the ids of generated attributes and the time come from: a seed and a moment that a command carries, so that the same
 * command writes the same whenever it is applied. Two seeds of 64 bits each make ids of different commands as different as random ones.
 *
 * @param high seed of the first half
 * @param low seed of the second half
 * @param second when the command was made, in seconds since 1970; 0 where nobody asks
 */
public record IdSource(long high, long low, long second) {
    private static final long VERSION_MASK = 0xFFFFFFFFFFFF0FFFL;
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT_MASK = 0x3FFFFFFFFFFFFFFFL;
    private static final long VARIANT = 0x8000000000000000L;

    /** For commands that make no ids. */
    static final IdSource NONE = new IdSource(0, 0, 0);

    /** A seed that nobody had before, and a moment. */
    public static IdSource random(long second) {
        UUID seed = UUID.randomUUID();
        return new IdSource(seed.getMostSignificantBits(), seed.getLeastSignificantBits(), second);
    }

    /** The ids from the first one on. */
    Supplier<UUID> ids() {
        SplittableRandom first = new SplittableRandom(high);
        SplittableRandom second = new SplittableRandom(low);
        return () -> new UUID(first.nextLong() & VERSION_MASK | VERSION_4, second.nextLong() & VARIANT_MASK | VARIANT);
    }
}
