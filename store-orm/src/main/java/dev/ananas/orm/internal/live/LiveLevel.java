package dev.ananas.orm.internal.live;

import dev.ananas.orm.internal.plan.Plan;
import dev.ananas.orm.internal.plan.Work;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.orm.query.Selection;
import dev.ananas.store.ChangeSet;
import java.util.Collection;

/**
 * One plan at run time: {@link Level} keeps the models of its members, {@link CountLevel} their number. Used under the
 * writer's lock only.
 */
abstract sealed class LiveLevel permits Level, CountLevel {
    final LiveGraph graph;
    final Plan plan;
    final int height;
    boolean scheduled;

    /** The version that settled it last, and what that cost. */
    long settledAt;

    final Work settling = new Work();

    /** Whether it failed and is out of use, or nobody needs it. */
    boolean dropped;

    /** A part of what a level does for a transition. */
    interface Step {
        void take(LiveLevel level, ChangeSet changes, Tables tables);
    }

    LiveLevel(LiveGraph graph, Plan plan) {
        this.graph = graph;
        this.plan = plan;
        this.height = plan.height();
    }

    /** What is kept for a key, as a window shows it; hydrated if it is new. */
    abstract Demand acquire(Object key, Selection.Window window);

    /** Everything that is kept. */
    abstract Collection<? extends Demand> demands();

    /** How many members there are of all keys. */
    abstract int members();

    /** As {@link #acquire}, for a subscription, which may read it at once. */
    Demand open(Object key, Selection.Window window) {
        return acquire(key, window);
    }

    /** A part of the work for a version begins; {@code before} is what was counted until now. */
    final void works(long version, Work before) {
        if (settledAt != version) {
            settling.reset();
            settledAt = version;
        }
        settling.subtract(before);
    }

    /** It ended; {@code after} is what was counted until now. */
    final void worked(Work after) {
        settling.add(after);
    }

    /** Finds what a transition touches, before any level follows it; the graph is in the tables before. */
    void touch(ChangeSet changes, Tables tables) {}

    /** Follows one transition. */
    abstract void settle(ChangeSet changes, Tables tables);

    /** Lets go of everything after an error, in whatever state it is. */
    abstract void abandon();

    /** How many members of other levels show something of it. */
    int routes() {
        return 0;
    }

    /** Whether it shows members of another level. */
    abstract boolean includes(LiveLevel other);
}
