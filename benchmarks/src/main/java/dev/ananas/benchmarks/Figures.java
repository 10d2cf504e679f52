package dev.ananas.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was measured, by workload, size and peer. Of several runs the one in the middle counts, of two the better one. */
final class Figures {
    static final String OURS = "ananas";

    private final ObjectMapper json = new ObjectMapper();
    private final Set<String> peers = new LinkedHashSet<>();
    private final Map<String, Map<Integer, Map<String, List<JsonNode>>>> workloads = new LinkedHashMap<>();

    /** Adds a file of JSON lines. */
    void read(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            JsonNode result = line.startsWith("{") ? json.readTree(line) : json.createObjectNode();
            if (result.has("workload")) {
                String peer = result.get("peer").asText();
                peers.add(peer);
                workloads
                        .computeIfAbsent(result.get("workload").asText(), name -> new TreeMap<>())
                        .computeIfAbsent(result.get("n").asInt(), size -> new LinkedHashMap<>())
                        .computeIfAbsent(peer, name -> new ArrayList<>())
                        .add(result);
            }
        }
    }

    Collection<String> peers() {
        return peers;
    }

    Collection<String> workloads() {
        return workloads.keySet();
    }

    Collection<Integer> sizes(String workload) {
        return workloads.getOrDefault(workload, Map.of()).keySet();
    }

    @Nullable
    JsonNode result(String workload, int size, String peer) {
        List<JsonNode> runs = workloads
                .getOrDefault(workload, Map.of())
                .getOrDefault(size, Map.of())
                .getOrDefault(peer, List.of());
        return runs.stream()
                .sorted(Comparator.comparingDouble(Figures::value))
                .skip((runs.size() - 1) / 2)
                .findFirst()
                .orElse(null);
    }

    /** The figure of a peer, not a number if there is none. */
    double of(String workload, int size, String peer) {
        return value(result(workload, size, peer));
    }

    double ours(String workload, int size) {
        return of(workload, size, OURS);
    }

    /** The least figure of the other peers, not a number if there is none. */
    double bestOther(String workload, int size) {
        OptionalDouble best = peers.stream()
                .filter(peer -> !peer.equals(OURS))
                .mapToDouble(peer -> of(workload, size, peer))
                .filter(value -> !Double.isNaN(value))
                .min();
        return best.orElse(Double.NaN);
    }

    /**
     * What is compared: the median CPU time with the time of the garbage collector, which stands apart for peers in Java; wall
     * time if there is nothing else; bytes per user.
     */
    static double value(@Nullable JsonNode result) {
        if (result == null || result.has("status")) {
            return Double.NaN;
        }
        if (result.path("cpu_us").asDouble() > 0) {
            return result.get("cpu_us").asDouble() + result.path("gc_us").asDouble();
        }
        double other =
                result.path("median_us").asDouble(result.path("bytes_per_user").asDouble());
        return other > 0 ? other : Double.NaN;
    }
}
