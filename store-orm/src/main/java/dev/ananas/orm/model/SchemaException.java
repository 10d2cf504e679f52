package dev.ananas.orm.model;

import java.util.List;

/** The entity types of a database do not fit together. The message lists every fault, one to a line. */
public final class SchemaException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * For these faults.
     *
     * @param faults at least one sentence
     */
    public SchemaException(List<String> faults) {
        super("The schema has " + faults.size() + (faults.size() == 1 ? " fault:" : " faults:") + "\n  - "
                + String.join("\n  - ", faults));
    }
}
