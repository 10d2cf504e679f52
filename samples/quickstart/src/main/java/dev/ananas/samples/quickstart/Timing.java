package dev.ananas.samples.quickstart;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** How long one of many equal steps takes. */
final class Timing {
    static final int ROUNDS = 2_000;
    private static final int WARM_UP = 10_000;

    private Timing() {}

    /** Median in microseconds, after more rounds to warm up. The step is told the number of its round. */
    static double medianMicros(IntConsumer step) {
        for (int round = 0; round < WARM_UP; round++) {
            step.accept(round);
        }
        long[] nanos = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            step.accept(round);
            nanos[round] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[ROUNDS / 2] / 1_000.0;
    }
}
