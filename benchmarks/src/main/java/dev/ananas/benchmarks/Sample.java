package dev.ananas.benchmarks;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one operation cost.
 *
 * @param us wall time until the result was read, in microseconds
 * @param totalUs wall time until the call returned
 * @param notifications how often a subscriber was called
 * @param cpuUs CPU time of the calling thread until the call returned
 * @param gcUs time in the garbage collector until the call returned; the clock has a resolution of a millisecond
 * @param allocatedBytes what the calling thread allocated until the call returned
 */
record Sample(double us, double totalUs, int notifications, double cpuUs, double gcUs, double allocatedBytes) {

    static double median(List<Sample> samples, ToDoubleFunction<Sample> value) {
        return sorted(samples, value)[samples.size() / 2];
    }

    static double mean(List<Sample> samples, ToDoubleFunction<Sample> value) {
        return samples.stream().mapToDouble(value).average().orElse(0);
    }

    static double[] sorted(List<Sample> samples, ToDoubleFunction<Sample> value) {
        return samples.stream().mapToDouble(value).sorted().toArray();
    }

    /** The same seen as so many operations of equal cost: one of them. */
    Sample per(int operations) {
        return new Sample(
                us / operations,
                totalUs / operations,
                notifications,
                cpuUs / operations,
                gcUs / operations,
                allocatedBytes / operations);
    }

    /** The same seen until the call returned. */
    Sample untilReturn() {
        return new Sample(totalUs, totalUs, notifications, cpuUs, gcUs, allocatedBytes);
    }

    Sample withNotifications(int number) {
        return new Sample(us, totalUs, number, cpuUs, gcUs, allocatedBytes);
    }
}
