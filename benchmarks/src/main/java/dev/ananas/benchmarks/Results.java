package dev.ananas.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Prints what was measured: a JSON object on a line for each workload. */
final class Results {
    private final PrintStream out;
    private final String peer;
    private final int size;

    Results(PrintStream out, String peer, int size) {
        this.out = out;
        this.peer = peer;
        this.size = size;
    }

    /** A line without numbers yet. */
    Line line(String workload) {
        return new Line().text("peer", peer).text("workload", workload).number("n", size, 0);
    }

    /** Wall times, CPU time, allocation and garbage collection of one operation. */
    Line line(String workload, List<Sample> samples) {
        double[] us = Sample.sorted(samples, Sample::us);
        return line(workload)
                .number("median_us", us[us.length / 2], 3)
                .number("p99_us", us[Math.min(us.length - 1, (int) (0.99 * us.length))], 3)
                .number("min_us", us[0], 3)
                .number("reps", us.length, 0)
                .number("cpu_us", Sample.median(samples, Sample::cpuUs), 4)
                .number("alloc_bytes", Sample.median(samples, Sample::allocatedBytes), 0)
                .number("gc_us", Sample.mean(samples, Sample::gcUs), 3);
    }

    /** As {@link #line(String, List)}, for changes that were verified one by one. */
    void change(String workload, List<Sample> samples) {
        line(workload, samples)
                .number("total_us", Sample.median(samples, Sample::totalUs), 1)
                .number("notifications", Sample.median(samples, Sample::notifications), 0)
                .flag("verified", true)
                .print();
    }

    /** Instead of the lines of a group that did not come to its end. */
    void failure(String group, Throwable error) {
        line(group)
                .raw("median_us", "null")
                .raw("p99_us", "null")
                .number("reps", 0, 0)
                .text("status", "error")
                .text("detail", String.valueOf(error.getMessage()))
                .print();
    }

    /** One line while it is written. */
    final class Line {
        private final StringBuilder text = new StringBuilder("{");

        private Line() {}

        Line number(String name, double value, int decimals) {
            return raw(name, String.format(Locale.ROOT, "%." + decimals + "f", value));
        }

        Line text(String name, String value) {
            return raw(name, '"' + value.replace('"', '\'').replaceAll("[\\\\\\p{Cntrl}]", " ") + '"');
        }

        Line flag(String name, boolean value) {
            return raw(name, Boolean.toString(value));
        }

        private Line raw(String name, String value) {
            text.append(text.length() == 1 ? "" : ",")
                    .append('"')
                    .append(name)
                    .append("\":")
                    .append(value);
            return this;
        }

        void print() {
            out.println(text.append('}'));
        }
    }
}
