package dev.ananas.orm.internal.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The changes of one table for its sorted indexes, collected while it is written and applied in one patch each. */
final class SortedIndexDraft {
    private final List<SortedIndex> before;
    private final List<TableRow> removed;
    private final Set<TableRow> added;

    SortedIndexDraft(List<SortedIndex> before) {
        this.before = before;
        this.removed = before.isEmpty() ? List.of() : new ArrayList<>();
        this.added = before.isEmpty() ? Set.of() : new LinkedHashSet<>();
    }

    /** One row took the place of another one; either may be null. */
    void replace(@Nullable TableRow old, @Nullable TableRow now) {
        if (before.isEmpty()) {
            return;
        }
        if (old != null && !added.remove(old)) {
            removed.add(old);
        }
        if (now != null) {
            added.add(now);
        }
    }

    List<SortedIndex> build() {
        if (removed.isEmpty() && added.isEmpty()) {
            return before;
        }
        List<SortedIndex> next = new ArrayList<>(before.size());
        for (SortedIndex index : before) {
            next.add(index.patch(new ArrayList<>(removed), new ArrayList<>(added)));
        }
        return List.copyOf(next);
    }
}
