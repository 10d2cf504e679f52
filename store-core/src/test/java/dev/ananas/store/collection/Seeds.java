package dev.ananas.store.collection;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Runs a randomized test and names the seed if it fails. */
final class Seeds {
    private Seeds() {}

    static void run(long seed, Consumer<SplittableRandom> test) {
        try {
            test.accept(new SplittableRandom(seed));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("failed with seed " + seed + ": " + e.getMessage(), e);
        }
    }
}
