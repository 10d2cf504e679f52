package dev.ananas.store.internal.timeline;

import dev.ananas.store.Conflict;
import dev.ananas.store.StateTree;
import dev.ananas.store.internal.reduce.Reducers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The steps that can still be taken back, in order, and the state before the first of them. Guarded by the writer lock.
 *
 * <p>A step keeps the trees at its two ends; what it did is what differs between them. So taking one out of the middle needs
 * no record of values: whatever the step touched is computed anew from the base and the steps that still count, and the
 * rest stays as it is. That gives the later value where a later step wrote, the one below where both were taken back, and
 * the original one otherwise. Steps that do not count stay in the log while later ones do, because the trees of those were
 * made with them.
 */
public final class EditLog {

    private final List<LogEntry> entries = new ArrayList<>();
    private @Nullable StateTree base;

    List<LogEntry> entries() {
        return Collections.unmodifiableList(entries);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    public @Nullable LogEntry last() {
        return entries.isEmpty() ? null : entries.get(entries.size() - 1);
    }

    /** The steps that were taken back. */
    List<LogEntry> notCounting() {
        List<LogEntry> some = new ArrayList<>(0);
        for (LogEntry entry : entries) {
            if (!entry.counts()) {
                some.add(entry);
            }
        }
        return some;
    }

    void add(LogEntry entry) {
        if (entries.isEmpty()) {
            base = entry.before();
        }
        entries.add(entry);
    }

    /** Drops steps at the end, which no later step was made on. */
    void removeLast() {
        entries.remove(entries.size() - 1);
    }

    /** Makes the first step part of the base, for good. */
    void fold(Reducers reducers) {
        LogEntry first = entries.remove(0);
        StateTree from = baseOf(first);
        if (first.counts()) {
            base = isSame(from, first.before())
                    ? first.after()
                    : new TreeReplay(reducers, from, List.of(first), List.of(first), 0)
                            .added(first, from, conflict -> {});
        }
    }

    /** The tree without a step that counts. */
    StateTree without(LogEntry entry, StateTree current, Reducers reducers, Consumer<Conflict> conflicts) {
        if (current == entry.after() && entry.trustsTrees()) {
            return entry.before();
        }
        return replay(entry, false, LogEntry::counts, reducers).added(entry, current, conflicts);
    }

    /** A tree of another version without a step that counts there. */
    StateTree without(LogEntry entry, StateTree tree, Predicate<LogEntry> counting, Reducers reducers) {
        return replay(entry, false, counting, reducers).added(entry, tree, conflict -> {});
    }

    /** The tree with a step that was taken back. */
    StateTree with(LogEntry entry, StateTree current, Reducers reducers, Consumer<Conflict> conflicts) {
        if (current == entry.before() && entry.trustsTrees()) {
            return entry.after();
        }
        return replay(entry, true, LogEntry::counts, reducers).added(entry, current, conflicts);
    }

    private TreeReplay replay(LogEntry subject, boolean counts, Predicate<LogEntry> others, Reducers reducers) {
        int start = start(subject);
        StateTree from =
                start == 0 ? baseOf(entries.get(0)) : entries.get(start).before();
        List<LogEntry> counting = new ArrayList<>();
        int place = 0;
        List<LogEntry> all = List.copyOf(entries.subList(start, entries.size()));
        for (LogEntry entry : all) {
            if (entry == subject) {
                place = counting.size();
            }
            if (entry == subject ? counts : others.test(entry)) {
                counting.add(entry);
            }
        }
        return new TreeReplay(reducers, from, all, counting, place);
    }

    /** Steps before the first that was ever taken back need no second look: the tree before that one has them all. */
    private int start(LogEntry subject) {
        if (!isSame(baseOf(entries.get(0)), entries.get(0).before())) {
            return 0;
        }
        int start = 0;
        while (!entries.get(start).wasTakenBack() && entries.get(start) != subject) {
            start++;
        }
        return start;
    }

    private StateTree baseOf(LogEntry first) {
        return base == null ? first.before() : base;
    }

    /** Whether a tree has the same states as another one that may have slices more. */
    private static boolean isSame(StateTree one, StateTree other) {
        return one == other || one.changedSince(other).isEmpty();
    }
}
