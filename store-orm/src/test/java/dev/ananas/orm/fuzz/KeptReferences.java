package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.Mismatch.About;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import dev.ananas.orm.model.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares two answers that followed each other: elements with the content of one before have to be the same object, and
 * lists keep their elements' objects likewise. A record that occurs several times has to keep one of its occurrences.
 *
 * <p>A model that is shown at many places is one object, so two models are compared once however many places show them;
 * without that, relations that lead back to where they came from make the work grow with the number of paths.
 */
final class KeptReferences {
    private final SchemaShape schema;
    private final QueryShape query;
    private final int step;
    private final Set<Pair> compared = new HashSet<>();

    /** A model before and after, by identity. */
    private record Pair(Row before, Row after) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Pair pair && pair.before == before && pair.after == after;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(before) + System.identityHashCode(after);
        }
    }

    KeptReferences(SchemaShape schema, QueryShape query, int step) {
        this.schema = schema;
        this.query = query;
        this.step = step;
    }

    /** Compares lists of models, each with the content it had when it was emitted. */
    void compare(List<?> rows, List<Node> nodes, List<?> newRows, List<Node> newNodes) {
        if (rows.size() != nodes.size()) {
            throw Mismatch.of(About.IMMUTABILITY, step, "size of an earlier list", nodes.size(), rows.size());
        }
        Map<List<Object>, List<Integer>> places = places(nodes);
        Map<List<Object>, List<Integer>> newPlaces = places(newNodes);
        for (int i = 0; i < newNodes.size(); i++) {
            Node node = newNodes.get(i);
            List<Integer> before = places.getOrDefault(record(node), List.of());
            if (before.stream().anyMatch(place -> nodes.get(place).equals(node))) {
                isKept(node, before, rows, newPlaces.get(record(node)), newRows);
            } else if (before.size() == 1) {
                int place = before.get(0);
                compareRelated((Row) rows.get(place), nodes.get(place), (Row) newRows.get(i), node);
            }
        }
    }

    private void isKept(Node node, List<Integer> before, List<?> rows, List<Integer> now, List<?> newRows) {
        if (now.stream().noneMatch(one -> before.stream().anyMatch(place -> rows.get(place) == newRows.get(one)))) {
            throw Mismatch.of(
                    About.REFERENCE,
                    step,
                    "reference of an unchanged model of " + query,
                    node + " as before",
                    "an equal model that is another object");
        }
    }

    private void compareRelated(Row row, Node node, Row newRow, Node newNode) {
        if (!node.values().equals(newNode.values()) || !compared.add(new Pair(row, newRow))) {
            return;
        }
        for (RelationShape relation : schema.entity(newNode.entity()).relations()) {
            List<Node> now = newNode.related().get(relation.name());
            List<Node> before = node.related().get(relation.name());
            if (now != null && before != null) {
                compare(Contents.related(row, relation), before, Contents.related(newRow, relation), now);
            }
        }
    }

    private Map<List<Object>, List<Integer>> places(List<Node> nodes) {
        Map<List<Object>, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            places.computeIfAbsent(record(nodes.get(i)), any -> new ArrayList<>())
                    .add(i);
        }
        return places;
    }

    /** Entity and key of the record a node shows. */
    private List<Object> record(Node node) {
        return List.of(
                node.entity(),
                Oracle.values(node.values(), schema.entity(node.entity()).key()));
    }
}
