package dev.ananas.orm.internal.live;

import dev.ananas.orm.internal.plan.Plan;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.orm.query.Selection;
import dev.ananas.store.ChangeSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plan of which only the number of members is wanted: it remembers which rows are members, and neither orders nor builds
 * them. A row that changes in columns that decide nothing is not even tested.
 *
 * <p>Such a plan is the root of a query, so a row is a member of at most one key.
 */
final class CountLevel extends LiveLevel {
    private final Map<Object, Tally> tallies = new HashMap<>();

    /** By the key of the member's row; also some of released tallies, until they are too many. */
    private final Map<Object, Tally> members = new HashMap<>();

    /** How many members are of released tallies. */
    private int stale;

    private final WalkBack walkBack;

    CountLevel(LiveGraph graph, Plan plan) {
        super(graph, plan);
        this.walkBack = new WalkBack(plan);
    }

    @Override
    Tally acquire(Object key, Selection.Window window) {
        Tally known = tallies.get(key);
        if (known != null) {
            return known;
        }
        List<Object> rows = new ArrayList<>();
        try {
            graph.matching().each(plan, key, entry -> rows.add(entry.target().key()));
        } catch (RuntimeException | Error failed) {
            forgetIfUnused();
            throw failed;
        }
        Tally tally = new Tally(this, key, rows.size());
        tallies.put(key, tally);
        rows.forEach(row -> count(row, tally));
        return tally;
    }

    private void count(Object row, Tally tally) {
        if (members.put(row, tally) != null) {
            stale--;
        }
    }

    /** The tally that a row counts for. */
    @Nullable
    Tally of(Object row) {
        Tally tally = members.get(row);
        return tally == null || tally.isReleased() ? null : tally;
    }

    void release(Tally tally) {
        if (!dropped && tallies.remove(tally.key, tally)) {
            tally.markReleased();
            stale += tally.size();
            forgetIfUnused();
            if (stale > members.size() / 2) {
                members.values().removeIf(Tally::isReleased);
                stale = 0;
            }
        }
    }

    private void forgetIfUnused() {
        if (tallies.isEmpty() && !dropped) {
            dropped = true;
            graph.forget(this);
        }
    }

    @Override
    Collection<Tally> demands() {
        return tallies.values();
    }

    @Override
    int members() {
        return members.size() - stale;
    }

    @Override
    void settle(ChangeSet changes, Tables tables) {
        Set<Tally> touched = new LinkedHashSet<>();
        for (Object key : walkBack.touched(changes, tables, tallies.keySet())) {
            Tally before = of(key);
            TableRow row = tables.table(plan.table()).get(key);
            Tally after = row == null ? null : tallyOf(row);
            if (before == after) {
                continue;
            }
            if (before != null) {
                before.add(-1);
                members.remove(key);
                touched.add(before);
            }
            if (after != null) {
                after.add(1);
                count(key, after);
                touched.add(after);
            }
        }
        for (Tally tally : touched) {
            if (tally.publish()) {
                graph.published(tally);
            }
        }
    }

    /** The tally that a row counts for, if it satisfies the tests; they are not asked if nobody wants to know. */
    private @Nullable Tally tallyOf(TableRow row) {
        Object key = plan.keyOf(null, row);
        Tally tally = key == null ? null : tallies.get(key);
        if (tally == null) {
            return null;
        }
        boolean[] holds = {false};
        graph.matching().members(plan, row, entry -> holds[0] = true);
        return holds[0] ? tally : null;
    }

    @Override
    void abandon() {
        dropped = true;
    }

    @Override
    boolean includes(LiveLevel other) {
        return false;
    }
}
