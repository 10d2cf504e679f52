package dev.ananas.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Prints results as Markdown: {@code Report <file of JSON lines>...}. The last line of a peer, workload and size counts.
 * Times are medians of CPU time, of wall time (with a star) where there is no other. The first file decides which
 * workloads and sizes are shown; the others add peers to them.
 */
public final class Report {
    private static final String OURS = "ananas";

    private final ObjectMapper json = new ObjectMapper();
    private final Set<String> peers = new LinkedHashSet<>();
    private final Map<String, Map<Integer, Map<String, JsonNode>>> workloads = new LinkedHashMap<>();

    private Report() {}

    /**
     * Prints a table.
     *
     * @param args files, in the order in which their peers are to stand
     * @throws IOException if one cannot be read
     */
    public static void main(String[] args) throws IOException {
        Report report = new Report();
        for (int i = 0; i < args.length; i++) {
            report.read(Path.of(args[i]), i == 0);
        }
        System.out.print(report.table());
    }

    private void read(Path file, boolean isFirst) throws IOException {
        for (String line : Files.readAllLines(file)) {
            JsonNode result = line.startsWith("{") ? json.readTree(line) : json.createObjectNode();
            if (result.has("workload")) {
                add(result, isFirst);
            }
        }
    }

    private void add(JsonNode result, boolean isFirst) {
        String workload = result.get("workload").asText();
        int size = result.get("n").asInt();
        if (isFirst) {
            workloads
                    .computeIfAbsent(workload, name -> new TreeMap<>())
                    .computeIfAbsent(size, n -> new LinkedHashMap<>());
        }
        Map<String, JsonNode> results =
                workloads.getOrDefault(workload, Map.of()).get(size);
        if (results != null) {
            String peer = result.get("peer").asText();
            peers.add(peer);
            results.put(peer, result);
        }
    }

    private String table() {
        List<String> columns = new ArrayList<>(List.of("workload", "N"));
        columns.addAll(peers);
        columns.addAll(List.of(OURS + " / best other", OURS + " allocates", OURS + " collects"));
        StringBuilder table = new StringBuilder(row(columns));
        table.append(row(columns.stream().map(column -> "---").toList()));
        workloads.forEach((workload, sizes) ->
                sizes.forEach((size, results) -> table.append(row(cells(workload, size, results)))));
        return table.toString();
    }

    private static String row(List<String> cells) {
        StringJoiner row = new StringJoiner(" | ", "| ", " |\n");
        cells.forEach(row::add);
        return row.toString();
    }

    private List<String> cells(String workload, int size, Map<String, JsonNode> results) {
        List<String> cells = new ArrayList<>(List.of(workload, Integer.toString(size)));
        for (String peer : peers) {
            cells.add(cell(results.get(peer)));
        }
        JsonNode ours = results.get(OURS);
        OptionalDouble best = results.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(OURS))
                .mapToDouble(entry -> value(entry.getValue()))
                .filter(value -> !Double.isNaN(value))
                .min();
        cells.add(best.isEmpty() || Double.isNaN(value(ours)) ? "-" : ratio(value(ours) / best.getAsDouble()));
        cells.add(
                ours == null || !ours.has("alloc_bytes")
                        ? "-"
                        : bytes(ours.get("alloc_bytes").asDouble()));
        cells.add(
                ours == null || !ours.has("gc_us")
                        ? "-"
                        : time(ours.get("gc_us").asDouble()));
        return cells;
    }

    /** What is compared: CPU time, wall time, or bytes per user; not a number if there is nothing sensible. */
    private static double value(@Nullable JsonNode result) {
        if (result != null) {
            for (String name : List.of("cpu_us", "median_us", "bytes_per_user")) {
                if (result.path(name).asDouble() > 0) {
                    return result.get(name).asDouble();
                }
            }
        }
        return Double.NaN;
    }

    private static String cell(@Nullable JsonNode result) {
        if (result == null) {
            return "-";
        }
        if (result.has("status")) {
            return result.get("status").asText();
        }
        double value = value(result);
        if (Double.isNaN(value)) {
            return "-";
        }
        if (result.has("bytes_per_user")) {
            return bytes(value) + " per user";
        }
        return time(value) + (result.has("cpu_us") ? "" : "*");
    }

    private static String time(double us) {
        if (us < 1000) {
            return format(us) + " us";
        }
        return us < 1e6 ? format(us / 1e3) + " ms" : format(us / 1e6) + " s";
    }

    private static String bytes(double bytes) {
        if (bytes < 10_000) {
            return String.format(Locale.ROOT, "%.0f B", bytes);
        }
        return bytes < 1e7 ? format(bytes / 1e3) + " kB" : format(bytes / 1e6) + " MB";
    }

    private static String ratio(double ratio) {
        return ratio < 0.1 ? "1/" + format(1 / ratio) : format(ratio);
    }

    /** Three digits, as far as they tell anything. */
    private static String format(double value) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
