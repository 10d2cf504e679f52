package dev.ananas.store.snapshot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The way from each older version to the one of the program. */
final class Migrations {
    private final int version;
    private final TreeMap<Integer, Migration> byVersion;

    Migrations(int version, Map<Integer, Migration> byVersion) {
        this.version = version;
        this.byVersion = new TreeMap<>(byVersion);
        for (int from : this.byVersion.keySet()) {
            if (from >= version || from != this.byVersion.firstKey() && !byVersion.containsKey(from - 1)) {
                throw new IllegalArgumentException("Migrations " + this.byVersion.keySet()
                        + " expected to lead from version to version up to " + version + "; there is none from "
                        + (from >= version ? version + ", which is the last" : String.valueOf(from - 1)));
            }
        }
        if (!this.byVersion.isEmpty() && this.byVersion.lastKey() != version - 1) {
            throw new IllegalArgumentException("Migrations " + this.byVersion.keySet()
                    + " expected to lead up to version " + version + "; there is none from " + (version - 1));
        }
    }

    int version() {
        return version;
    }

    /** Why a snapshot of a version cannot be read; empty if it can. */
    String refusal(int found) {
        if (found > version) {
            return "The snapshot was written by a newer program: expected version " + version + " or below, found "
                    + found + "; update the program";
        }
        boolean reachable = found == version || byVersion.containsKey(found);
        return reachable
                ? ""
                : "The snapshot has version " + found + ", and there is no migration from it; expected version "
                        + (byVersion.isEmpty() ? version : byVersion.firstKey() + " to " + version)
                        + "; add it with migrate(" + found + ", ...)";
    }

    ObjectNode apply(int from, ObjectNode slices) {
        ObjectNode reached = slices;
        for (int step = from; step < version; step++) {
            try {
                reached = Objects.requireNonNull(byVersion.get(step)).apply(reached);
            } catch (RuntimeException e) {
                throw new SnapshotException("The migration from version " + step + " failed: " + e.getMessage(), e);
            }
        }
        return reached;
    }
}
