package dev.ananas.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/** Times single operations on the calling thread. CPU time is what to compare on a machine shared with other jobs. */
final class Meter {
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double MICROS_PER_MILLI = 1e3;

    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    private long seen;
    private long seenCpu;
    private int notifications;

    /** A subscriber has read what it was notified of. */
    void notified() {
        seen = System.nanoTime();
        notifications++;
    }

    /** As {@link #notified}, and measures the CPU time until now rather than until the write returns. */
    void notifiedLast() {
        notified();
        seenCpu = thread.getCurrentThreadCpuTime();
    }

    /** CPU time of the calling thread so far, in nanoseconds. */
    long cpuNanos() {
        return thread.getCurrentThreadCpuTime();
    }

    /** Times an operation from its call to its return. */
    Sample time(Runnable operation) {
        notifications = 0;
        seenCpu = 0;
        long gc = collectedMillis();
        long allocated = thread.getCurrentThreadAllocatedBytes();
        long cpu = thread.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        operation.run();
        double us = (System.nanoTime() - start) / NANOS_PER_MICRO;
        double cpuUs = ((seenCpu > 0 ? seenCpu : thread.getCurrentThreadCpuTime()) - cpu) / NANOS_PER_MICRO;
        double bytes = thread.getCurrentThreadAllocatedBytes() - allocated;
        double gcUs = (collectedMillis() - gc) * MICROS_PER_MILLI;
        if (notifications == 0) {
            return new Sample(us, us, 0, cpuUs, gcUs, bytes);
        }
        return new Sample((seen - start) / NANOS_PER_MICRO, us, notifications, cpuUs, gcUs, bytes);
    }

    /** Times a write of which a subscriber has to hear before it returns. */
    Sample change(Runnable write) {
        Sample sample = time(write);
        Verify.that(sample.notifications() > 0, "no notification");
        return sample;
    }

    private long collectedMillis() {
        long sum = 0;
        for (GarbageCollectorMXBean collector : collectors) {
            sum += collector.getCollectionTime();
        }
        return sum;
    }
}
