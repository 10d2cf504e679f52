package dev.ananas.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Prints results as Markdown: {@code Report <file of JSON lines>...}, a column for each peer in the order of the files. Times
 * are medians of CPU time with the share of the garbage collector; wall time (with a star) where there is nothing else.
 */
public final class Report {
    private final Figures figures = new Figures();
    private final Goals goals = new Goals();

    private Report() {}

    /**
     * Prints a table.
     *
     * @param args files
     * @throws IOException if one cannot be read
     */
    public static void main(String[] args) throws IOException {
        Report report = new Report();
        for (String file : args) {
            report.figures.read(Path.of(file));
        }
        System.out.print(report.table());
    }

    private String table() {
        List<String> columns = new ArrayList<>(List.of("workload", "N"));
        columns.addAll(figures.peers());
        columns.addAll(List.of(Figures.OURS + " / best other", "goal: at most", Figures.OURS + " allocates"));
        StringBuilder table = new StringBuilder(row(columns));
        table.append(row(columns.stream().map(column -> "---").toList()));
        for (String workload : figures.workloads()) {
            for (int size : figures.sizes(workload)) {
                table.append(row(cells(workload, size)));
            }
        }
        return table.toString();
    }

    private static String row(List<String> cells) {
        StringJoiner row = new StringJoiner(" | ", "| ", " |\n");
        cells.forEach(row::add);
        return row.toString();
    }

    private List<String> cells(String workload, int size) {
        List<String> cells = new ArrayList<>(List.of(workload, String.format(Locale.ROOT, "%,d", size)));
        for (String peer : figures.peers()) {
            cells.add(cell(figures.result(workload, size, peer)));
        }
        double ratio = figures.ours(workload, size) / figures.bestOther(workload, size);
        cells.add(Double.isNaN(ratio) ? "-" : ratio(ratio));
        cells.add(goals.verdict(figures, workload, size));
        JsonNode ours = figures.result(workload, size, Figures.OURS);
        cells.add(
                ours == null || !ours.has("alloc_bytes")
                        ? "-"
                        : bytes(ours.get("alloc_bytes").asDouble()));
        return cells;
    }

    private static String cell(@Nullable JsonNode result) {
        if (result == null) {
            return "-";
        }
        if (result.has("status")) {
            return result.get("status").asText();
        }
        double value = Figures.value(result);
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
