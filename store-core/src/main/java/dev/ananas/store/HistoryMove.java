package dev.ananas.store;

import java.util.List;
import java.util.Objects;

/**
 * What an undo, a redo or a jump did.
 *
 * @param label the label of the step, or of the version
 * @param conflicts values of later steps that stayed; empty where nothing came in between
 */
public record HistoryMove(String label, List<Conflict> conflicts) {

    public HistoryMove {
        Objects.requireNonNull(label, "label");
        conflicts = List.copyOf(conflicts);
    }
}
