package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.schema.Joins;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.internal.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides, from one state alone, which members a plan has: all of a bucket, or those of one driving row. One-shot queries,
 * the opening of live queries and their upkeep all come here, so they cannot disagree.
 */
public final class Matching {
    private final Tables tables;
    private final Work work;

    public Matching(Tables tables, Work work) {
        this.tables = tables;
        this.work = work;
    }

    /** The members of a bucket in order, not built. */
    public List<Entry> bucket(Plan plan, Object key) {
        List<Entry> entries = new ArrayList<>();
        Probe probe = plan.probe();
        boolean complete = probe != null && probe.isComplete();
        Consumer<Entry> collect = entry -> {
            if (complete || key.equals(plan.keyOf(entry.link(), entry.target()))) {
                entries.add(entry);
            }
        };
        Iterable<TableRow> candidates = probe == null
                ? tables.table(plan.drivingTable()).rows()
                : tables.table(plan.drivingTable()).find(probe.lookup(), probe.joinKey(key));
        for (TableRow candidate : candidates) {
            members(plan, candidate, collect);
        }
        if (entries.size() > 1) {
            entries.sort(plan.ordering());
        }
        return entries;
    }

    /** The members that one driving row has, in whatever bucket: none, one, or one for each model its pivot leads to. */
    public void members(Plan plan, TableRow driving, Consumer<Entry> into) {
        work.visit();
        RelationSchema.Link link = plan.link();
        if (link == null) {
            if (plan.admits(driving)) {
                into.accept(entry(plan, null, driving));
            }
            return;
        }
        if (!plan.admitsLink(driving)) {
            return;
        }
        Object onward = Joins.key(link.table(), driving.model(), link.onward().columns());
        if (onward == null || !link.unique() && !isFirst(plan, link, driving, onward)) {
            return;
        }
        for (TableRow target : tables.table(plan.table()).find(link.far(), onward)) {
            work.visit();
            if (plan.admits(target)) {
                into.accept(entry(plan, driving, target));
            }
        }
    }

    private static Entry entry(Plan plan, @Nullable TableRow link, TableRow target) {
        TableSchema linkTable = plan.link() == null ? null : plan.link().table();
        return new Entry(link, target, plan.ordering().sortKey(linkTable, link, plan.table(), target), null);
    }

    /** Several pivots of one pair are one member, that of the first pivot that satisfies the plan. */
    private boolean isFirst(Plan plan, RelationSchema.Link link, TableRow pivot, Object onward) {
        Object near = Joins.key(link.table(), pivot.model(), link.near().columns());
        if (near == null) {
            return false;
        }
        for (TableRow sibling : tables.table(link.table()).find(link.near(), near)) {
            if (sibling == pivot) {
                return true;
            }
            work.visit();
            if (onward.equals(Joins.key(
                            link.table(), sibling.model(), link.onward().columns()))
                    && plan.selectsAlike(sibling, pivot)
                    && plan.admitsLink(sibling)) {
                return false;
            }
        }
        return false;
    }
}
