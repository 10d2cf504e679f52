package dev.ananas.orm.fuzz;

import java.util.List;
import java.util.Map;

/**
 * What a model shows, in full: attributes, the relations that were asked for (a list of nodes each, for a to-one relation
 * of at most one), and the pivot with its accessor.
 */
record Node(String entity, Map<String, Object> values, Map<String, List<Node>> related, Pivot pivot) {

    record Pivot(String accessor, Map<String, Object> values) {}

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(entity).append(values);
        related.forEach((relation, nodes) ->
                text.append(' ').append(relation).append('=').append(nodes));
        return pivot == null
                ? text.toString()
                : text.append(' ')
                        .append(pivot.accessor())
                        .append('=')
                        .append(pivot.values())
                        .toString();
    }
}
