package dev.ananas.orm.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The outcomes of many scenarios as text. */
final class Report {
    private static final int SHOWN = 1500;
    private static final String ROW = "%-24s %7s %7s %18s%n";

    private final List<Outcome> outcomes = new ArrayList<>();

    void add(Outcome outcome) {
        outcomes.add(outcome);
    }

    List<Outcome.Failed> failures() {
        return all(Outcome.Failed.class);
    }

    /** Such as {@code 3 passed, 0 failed, 1 skipped}. */
    String summary() {
        return all(Outcome.Passed.class).size() + " passed, " + failures().size() + " failed, "
                + all(Outcome.Skipped.class).size() + " skipped";
    }

    /** The table, the summary, what is missing, and every failure. */
    String text() {
        StringBuilder text = new StringBuilder(String.format(ROW, "feature", "passed", "failed", "not yet supported"));
        Map<String, int[]> folders = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            int[] counts = folders.computeIfAbsent(folder(outcome.id()), folder -> new int[3]);
            counts[outcome instanceof Outcome.Passed ? 0 : outcome instanceof Outcome.Failed ? 1 : 2]++;
        }
        folders.forEach((folder, counts) -> text.append(String.format(ROW, folder, counts[0], counts[1], counts[2])));
        text.append(summary()).append(String.format("%n"));
        missing(text);
        failures().forEach(failed -> failure(text, failed));
        return text.toString();
    }

    private void missing(StringBuilder text) {
        Map<String, Integer> named = new TreeMap<>();
        Map<String, Integer> alone = new TreeMap<>();
        for (Outcome.Skipped skipped : all(Outcome.Skipped.class)) {
            skipped.missing().forEach(feature -> named.merge(feature, 1, Integer::sum));
            if (skipped.missing().size() == 1) {
                skipped.missing().forEach(feature -> alone.merge(feature, 1, Integer::sum));
            }
        }
        if (!named.isEmpty()) {
            text.append(String.format("%nnot yet supported: scenarios that name it (that name nothing else)%n"));
        }
        named.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Integer> entry) -> -entry.getValue()))
                .forEach(entry -> text.append(String.format(
                        "%5d (%d) %s%n", entry.getValue(), alone.getOrDefault(entry.getKey(), 0), entry.getKey())));
    }

    private static void failure(StringBuilder text, Outcome.Failed failed) {
        text.append(String.format("%nFAILED %s step %d: %s%n", failed.id(), failed.step(), cut(failed.what())));
        text.append(String.format("  expected %s%n", cut(failed.expected())));
        text.append(String.format("  got      %s%n", cut(failed.got())));
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }

    private static String folder(String id) {
        return id.contains("/") ? id.substring(0, id.indexOf('/')) : ".";
    }

    private <T extends Outcome> List<T> all(Class<T> kind) {
        return outcomes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
