package dev.ananas.orm.internal.live;

import dev.ananas.orm.internal.plan.CallersCode;
import dev.ananas.orm.internal.plan.Plan;
import dev.ananas.orm.internal.table.Table;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.store.ChangeSet;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Which buckets of a level are dormant, and when they wake. A bucket can wait for its members where nothing but rows tells of
 * a change of them, and a driving row tells its bucket: a level without includes, counts and windows. One that runs code of
 * the caller cannot, for that code expects the thread that writes.
 */
final class Dormancy {
    private final Level level;
    private int dormant;

    Dormancy(Level level) {
        this.level = level;
    }

    /** Whether buckets of a plan can wait for their members. */
    static boolean isFor(Plan plan) {
        return plan.includes().isEmpty()
                && plan.counts().isEmpty()
                && !plan.windowed()
                && plan.isKeyedByDriving()
                && !CallersCode.isIn(plan);
    }

    /** Puts a new bucket to sleep. */
    void add(Bucket bucket) {
        bucket.sleep();
        dormant++;
    }

    void wake(Bucket bucket) {
        dormant -= bucket.wake() ? 1 : 0;
    }

    /** Lets go of a bucket; whoever holds its list can read it ever after. */
    void release(Bucket bucket) {
        dormant -= bucket.keep(level.graph.settled()) ? 1 : 0;
    }

    /** Wakes the buckets in which driving rows were or will be; the graph is in the tables before. */
    void wakeAround(Collection<Object> touched, ChangeSet changes, Tables after) {
        if (dormant > 0) {
            Table before = level.graph.settled().table(level.plan.drivingTable());
            Table now = after.table(level.plan.drivingTable());
            touched.forEach(key -> wakeAround(key, before, now));
            changes.of(level.plan.drivingTable().name()).forEach(change -> wakeAround(change.key(), before, now));
        }
    }

    private void wakeAround(Object drivingKey, Table before, Table now) {
        wakeOf(before.get(drivingKey));
        if (now != before) {
            wakeOf(now.get(drivingKey));
        }
    }

    private void wakeOf(@Nullable TableRow driving) {
        Object key = driving == null ? null : level.plan.keyOf(driving, driving);
        Bucket bucket = key == null ? null : level.buckets.get(key);
        if (bucket != null) {
            wake(bucket);
        }
    }
}
