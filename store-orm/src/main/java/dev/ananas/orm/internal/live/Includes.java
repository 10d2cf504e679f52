package dev.ananas.orm.internal.live;

import dev.ananas.orm.internal.plan.Entry;
import dev.ananas.orm.internal.plan.Plan;
import dev.ananas.orm.view.ToMany;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The levels that a level includes, and which of their buckets each member shows. */
final class Includes {
    private final Plan plan;

    /** One level for each target of each include. */
    private final Level[][] levels;

    /** What shows members without includes. */
    private final Entry.Showing none;

    Includes(LiveGraph graph, Plan plan) {
        this.plan = plan;
        this.none = new Entry.Showing(plan, new long[0]);
        this.levels = new Level[plan.includes().size()][];
        for (int i = 0; i < levels.length; i++) {
            List<Plan.Target> targets = plan.includes().get(i).targets();
            levels[i] = new Level[targets.size()];
            for (int j = 0; j < targets.size(); j++) {
                levels[i][j] = (Level) graph.level(targets.get(j).child());
                levels[i][j].include();
            }
        }
    }

    /** Lets go of the levels. */
    void forget() {
        for (Level[] targets : levels) {
            for (Level level : targets) {
                level.exclude();
            }
        }
    }

    boolean contains(LiveLevel other) {
        for (Level[] targets : levels) {
            if (Arrays.asList(targets).contains(other)) {
                return true;
            }
        }
        return false;
    }

    /** What shows a member without includes and counts. */
    Entry.Showing none() {
        return none;
    }

    /** What shows a member by now. */
    Entry.Showing showing(Member member, long[] counts) {
        if (levels.length == 0 && counts.length == 0) {
            return none;
        }
        ToMany<?>[] lists = new ToMany<?>[levels.length];
        for (int i = 0; i < lists.length; i++) {
            Published child = Objects.requireNonNull(member.children)[i];
            lists[i] = child == null ? ToMany.of() : child.list;
        }
        return new Entry.Showing(plan, counts, lists);
    }

    /** Routes a member to the buckets of its includes; which of them are others than before, or null if none is. */
    boolean @Nullable [] bind(Member member, Entry rows) {
        member.stale = false;
        if (levels.length == 0) {
            return null;
        }
        @Nullable Published[] bound = member.children;
        if (bound == null) {
            bound = new Published[levels.length];
            member.children = bound;
        }
        boolean[] exchanged = null;
        Object model = rows.target().model();
        for (int i = 0; i < levels.length; i++) {
            Plan.Include include = plan.includes().get(i);
            int at = include.targetOf(model);
            Object key = at < 0 ? null : include.targets().get(at).childKey(model);
            Published old = bound[i];
            if (old == null ? key == null : old.key.equals(key) && old.level == levels[i][at]) {
                continue;
            }
            exchanged = exchanged == null ? new boolean[levels.length] : exchanged;
            exchanged[i] = true;
            bound[i] = key == null
                    ? null
                    : levels[i][at].acquire(key, include.targets().get(at).window());
            if (bound[i] != null) {
                bound[i].routes.add(member);
            }
            member.unroute(old);
        }
        return exchanged;
    }
}
