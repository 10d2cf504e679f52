package dev.ananas.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The net row changes of one transition: at most one per row, grouped by table. Immutable. */
public final class ChangeSet {

    private static final ChangeSet EMPTY = new ChangeSet(new LinkedHashMap<>());

    private final Map<String, List<RowChange>> byTable;
    private final int size;

    private ChangeSet(Map<String, List<RowChange>> byTable) {
        this.byTable = Collections.unmodifiableMap(byTable);
        int sum = 0;
        for (List<RowChange> changes : byTable.values()) {
            sum += changes.size();
        }
        this.size = sum;
    }

    /** No changes. */
    public static ChangeSet empty() {
        return EMPTY;
    }

    /** A builder of a change set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether there is no change. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** The tables with a change, in the order of their first one. */
    public Set<String> tables() {
        return byTable.keySet();
    }

    /**
     * The changes of one table, in the order they were added.
     *
     * @return empty if the table did not change
     */
    public List<RowChange> of(String table) {
        List<RowChange> changes = byTable.get(Objects.requireNonNull(table, "table"));
        return changes == null ? Collections.emptyList() : changes;
    }

    /** The number of changes in all tables. */
    public int size() {
        return size;
    }

    /** The changes that take these back: tables in the same order, the changes of each in reverse. O(size). */
    public ChangeSet inverse() {
        Builder inverse = new Builder();
        byTable.forEach((table, changes) -> {
            for (int i = changes.size() - 1; i >= 0; i--) {
                inverse.add(changes.get(i).inverse());
            }
        });
        return inverse.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChangeSet that && byTable.equals(that.byTable);
    }

    @Override
    public int hashCode() {
        return byTable.hashCode();
    }

    @Override
    public String toString() {
        return "ChangeSet" + byTable;
    }

    /** Collects row changes. Not safe for use by several threads. */
    public static final class Builder {

        private @Nullable String table;
        private List<RowChange> ofTable = Collections.emptyList();
        private @Nullable Map<String, List<RowChange>> several;

        private Builder() {}

        /**
         * Adds a change.
         *
         * @param change the only one of its row: what is added is not merged
         * @return this builder
         */
        public Builder add(RowChange change) {
            Objects.requireNonNull(change, "change");
            if (!change.table().equals(table)) {
                turnTo(change.table());
            }
            ofTable.add(change);
            return this;
        }

        /** Most sets are of one table, which needs no map until there is another one. */
        private void turnTo(String next) {
            if (table == null) {
                ofTable = new ArrayList<>(1);
            } else {
                if (several == null) {
                    several = new LinkedHashMap<>();
                    several.put(table, ofTable);
                }
                ofTable = several.computeIfAbsent(next, of -> new ArrayList<>(1));
            }
            table = next;
        }

        private static List<RowChange> frozen(List<RowChange> changes) {
            return changes.size() == 1
                    ? Collections.singletonList(changes.get(0))
                    : Collections.unmodifiableList(changes);
        }

        /** What was added; the builder is empty afterwards. */
        public ChangeSet build() {
            if (table == null) {
                return EMPTY;
            }
            Map<String, List<RowChange>> built = several;
            if (built == null) {
                built = Collections.singletonMap(table, frozen(ofTable));
            } else {
                built.replaceAll((of, changes) -> frozen(changes));
            }
            table = null;
            several = null;
            return new ChangeSet(built);
        }
    }
}
