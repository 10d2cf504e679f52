package dev.ananas.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Ananas has to reach, workload by workload, measured beside the other peers in the same run. */
final class Goals {
    private static final int USUAL = 100_000;
    private static final int LARGE = 1_000_000;
    private static final String BY_HAND = "java-hand";

    /** The most that a figure may be, given the others of the run. */
    private interface Limit {
        double of(Figures figures);
    }

    private record Goal(String words, Limit limit) {}

    private final Map<String, Goal> goals = new LinkedHashMap<>();

    Goals() {
        byHand("W1", 2.5);
        goals.put(at("W1", LARGE), new Goal("20 x at 100,000", figures -> 20 * figures.ours("W1", USUAL)));
        goals.put(at("W2", USUAL), new Goal("0.1 us", figures -> 0.1));
        byHand("W3", 2);
        goals.put(at("W4open", USUAL), new Goal("2 x W3", figures -> 2 * figures.ours("W3", USUAL)));
        best(100, "W4a", "W4c", "W4d", "W4e");
        best(20, "W4b", "W5", "W5n", "W5x10000", "W5nx10000");
        best(1, "W4aFull");
        best(2, "W6in", "W6out", "W7ins", "W7del");
        best(4, "W6enter", "W6leave");
        byHand("W8load", 1.4);
        byHand("W8live", 1.5);
        for (String workload : List.of("W4a", "W4c", "W4e")) {
            goals.put(at(workload, LARGE), new Goal("40 us", figures -> 40));
        }
    }

    private static String at(String workload, int size) {
        return workload + "/" + size;
    }

    private void byHand(String workload, double times) {
        goals.put(
                at(workload, USUAL),
                new Goal(
                        String.format(Locale.ROOT, "%.3g x %s", times, BY_HAND).replaceAll("\\.?0+ x", " x"),
                        figures -> times * figures.of(workload, USUAL, BY_HAND)));
    }

    private void best(int fraction, String... workloads) {
        for (String workload : workloads) {
            goals.put(
                    at(workload, USUAL),
                    new Goal(
                            fraction == 1 ? "best other" : "1/" + fraction + " of best other",
                            figures -> figures.bestOther(workload, USUAL) / fraction));
        }
    }

    /** A goal and whether it is met, in words; a dash where there is none or nothing to judge it by. */
    String verdict(Figures figures, String workload, int size) {
        @Nullable Goal goal = goals.get(at(workload, size));
        double ours = figures.ours(workload, size);
        if (goal == null || Double.isNaN(ours)) {
            return "-";
        }
        double limit = goal.limit.of(figures);
        return Double.isNaN(limit) ? goal.words : goal.words + (ours <= limit ? ": met" : ": **missed**");
    }
}
