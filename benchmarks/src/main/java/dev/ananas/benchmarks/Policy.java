package dev.ananas.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * How often an operation is repeated: unmeasured until the compiler had time to see it, then measured. Budgets are CPU
 * time of the calling thread; what takes microseconds is compiled after so many calls rather than
 * after so much time, so it warms up for several budgets. Whether it does is not told by its first
 * call, which loads classes. What takes seconds is repeated less.
 */
final class Policy {
    private static final int WARM_AT_LEAST = 200_000;
    private static final int WARM_BUDGETS = 10;
    private static final double SHORT_SECONDS = 0.1;
    private static final int REPETITIONS = 5000;
    private static final int AT_LEAST = 5;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Meter meter;
    private final long warmNanos;
    private final long measuredNanos;
    private long cpuAside;
    private long wallAside;

    Policy(Meter meter, long warmMillis, long measuredMillis) {
        this.meter = meter;
        this.warmNanos = warmMillis * NANOS_PER_MILLI;
        this.measuredNanos = measuredMillis * NANOS_PER_MILLI;
    }

    /** One repetition: makes a change or several, and gives a sample for each. */
    interface Step {
        List<Sample> run(int repetition);
    }

    /** The samples of short operations, those of each change of a step in a list of their own. */
    List<List<Sample>> repeat(Step step) {
        return repeat(measuredNanos, REPETITIONS, AT_LEAST, step);
    }

    /** The samples of an operation that starts from nothing each time. */
    List<Sample> repeatLoads(Step step) {
        return repeat(2 * measuredNanos, 30, 3, step).get(0);
    }

    /** Runs something within a step that counts against no budget: a verification that costs more than what it verifies. */
    void aside(Runnable verification) {
        long cpu = meter.cpuNanos();
        long wall = System.nanoTime();
        verification.run();
        cpuAside += meter.cpuNanos() - cpu;
        wallAside += System.nanoTime() - wall;
    }

    private long cpu() {
        return meter.cpuNanos() - cpuAside;
    }

    private long wall() {
        return System.nanoTime() - wallAside;
    }

    private List<List<Sample>> repeat(long budget, int atMost, int atLeast, Step step) {
        long start = cpu();
        int repetition = 0;
        double firstSeconds = seconds(step, repetition++);
        double leastSeconds = firstSeconds;
        long spent = 0;
        while (spent < warmNanos
                || leastSeconds < SHORT_SECONDS && repetition < WARM_AT_LEAST && spent < WARM_BUDGETS * warmNanos) {
            leastSeconds = Math.min(leastSeconds, seconds(step, repetition++));
            spent = cpu() - start;
        }
        int needed = needed(firstSeconds, atLeast);
        List<List<Sample>> samples = new ArrayList<>();
        aside(System::gc);
        start = cpu();
        for (int n = 0; n < needed || n < atMost && cpu() - start < budget; n++) {
            add(step.run(repetition++), samples);
        }
        return samples;
    }

    private double seconds(Step step, int repetition) {
        long wall = wall();
        step.run(repetition);
        return (wall() - wall) / NANOS_PER_SECOND;
    }

    private static int needed(double firstSeconds, int atLeast) {
        if (firstSeconds > 30) {
            return 1;
        }
        if (firstSeconds > 5) {
            return 2;
        }
        return firstSeconds > 1 ? Math.min(atLeast, 3) : atLeast;
    }

    private static void add(List<Sample> one, List<List<Sample>> samples) {
        for (int i = 0; i < one.size(); i++) {
            if (samples.size() == i) {
                samples.add(new ArrayList<>());
            }
            samples.get(i).add(one.get(i));
        }
    }
}
