package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.schema.Join;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.Table;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.orm.query.Selection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
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

    /** The members of a bucket in order, not shown. */
    public List<Entry> bucket(Plan plan, Object key) {
        List<Entry> entries = unordered(plan, key);
        if (entries.size() > 1) {
            entries.sort(plan.ordering());
        }
        return entries;
    }

    /** The members of a bucket in the order of the table or index where they are found, not shown. */
    List<Entry> unordered(Plan plan, Object key) {
        List<Entry> entries = new ArrayList<>();
        each(plan, key, entries::add);
        return entries;
    }

    /**
     * The first members of a bucket in order, at least as far as a window reaches. Where a sorted index has the order of the plan,
     * no further rows are read.
     */
    List<Entry> front(Plan plan, Object key, Selection.Window window) {
        Integer limit = window.limit();
        if (plan.sorted() == null || !plan.sorted().isOrdered() || limit == null) {
            return bucket(plan, key);
        }
        List<Entry> entries = new ArrayList<>();
        Consumer<Entry> collect = collecting(plan, key, entries::add);
        long enough = limit == 0 ? 0 : (long) window.offset() + limit;
        Iterator<TableRow> candidates = candidates(plan, key).iterator();
        while (entries.size() < enough && candidates.hasNext()) {
            members(plan, candidates.next(), collect);
        }
        return entries;
    }

    /** The members of a bucket in that order, one by one. */
    public void each(Plan plan, Object key, Consumer<Entry> into) {
        Consumer<Entry> collect = collecting(plan, key, into);
        candidates(plan, key).forEach(candidate -> members(plan, candidate, collect));
    }

    /** Takes those members of candidates that belong to a bucket. */
    private static Consumer<Entry> collecting(Plan plan, Object key, Consumer<Entry> into) {
        Probe probe = plan.probe();
        boolean complete = plan.sorted() == null && probe != null && probe.isComplete();
        return complete
                ? into
                : entry -> {
                    if (key.equals(plan.keyOf(entry.link(), entry.target()))) {
                        into.accept(entry);
                    }
                };
    }

    /** Rows among which all members of a bucket are: those of an index or of some keys, or all. */
    private Iterable<TableRow> candidates(Plan plan, Object key) {
        TableSchema driving = plan.drivingTable();
        Table table = tables.table(driving);
        if (plan.sorted() != null) {
            return plan.sorted().rows(table.sorted(plan.sorted().lookup()), key);
        }
        if (plan.probe() != null) {
            return table.find(plan.probe().lookup(), plan.probe().joinKey(key));
        }
        for (Criterion test : plan.via() == null ? plan.test() : plan.linkTest()) {
            Listed listed = Listed.of(driving, test);
            if (listed != null && listed.values().size() <= table.size()) {
                return listed.rows(table);
            }
        }
        return table.rows();
    }

    /** The row of the first model that a bucket shows, or null. */
    @Nullable
    TableRow first(Plan plan, Object key, Selection.Window window) {
        List<Entry> entries = window.of(front(plan, key, window));
        return entries.isEmpty() ? null : entries.get(0).target();
    }

    /** The members that one driving row has, in whatever bucket: none, one, or one for each model its link leads to. */
    public void members(Plan plan, TableRow driving, Consumer<Entry> into) {
        RelationSchema via = plan.via();
        if (via == null) {
            if (holds(plan.test(), plan.table(), driving)) {
                into.accept(entry(plan, null, driving));
            }
            return;
        }
        RelationSchema.Link link = Objects.requireNonNull(via.link());
        if (!holds(plan.linkTest(), link.table(), driving)) {
            return;
        }
        Object onward = link.far().key(driving.model());
        if (onward == null || link.kind().collapses() && !isFirst(plan, via, driving, onward)) {
            return;
        }
        for (TableRow target : rows(link.far(), onward)) {
            if (holds(plan.test(), plan.table(), target)) {
                into.accept(entry(plan, driving, target));
            }
        }
    }

    /** Those that one driving row has if it and they satisfy the tests, which are not asked. */
    public void untested(Plan plan, TableRow driving, Consumer<Entry> into) {
        RelationSchema.Link link = plan.link();
        if (link == null) {
            into.accept(entry(plan, null, driving));
            return;
        }
        Object onward = link.far().key(driving.model());
        if (onward != null) {
            rows(link.far(), onward).forEach(target -> into.accept(entry(plan, driving, target)));
        }
    }

    private Entry entry(Plan plan, @Nullable TableRow link, TableRow target) {
        return plan.ordering().entry(this, plan, link, target);
    }

    /** Several pivots of one pair are one member, that of the first pivot that satisfies the tests. */
    private boolean isFirst(Plan plan, RelationSchema via, TableRow pivot, Object onward) {
        RelationSchema.Link link = Objects.requireNonNull(via.link());
        Object near = via.near().keyOfTo(pivot.model());
        if (near == null) {
            return false;
        }
        for (TableRow sibling : rows(via.near(), near)) {
            if (sibling == pivot) {
                return true;
            }
            if (onward.equals(link.far().key(sibling.model()))
                    && plan.selectsAlike(sibling, pivot)
                    && holds(plan.linkTest(), link.table(), sibling)) {
                return false;
            }
        }
        return false;
    }

    /** The number of related models of a member, for each count of a plan. */
    public long[] counts(Plan plan, TableRow target) {
        long[] counts = new long[plan.counts().size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = plan.counts().get(i).related().count(this, target.model(), Integer.MAX_VALUE);
        }
        return counts;
    }

    /** Whether a row satisfies all tests. */
    boolean holds(List<Criterion> tests, TableSchema table, TableRow row) {
        work.visit();
        for (Criterion one : tests) {
            if (!one.holds(this, table, row)) {
                return false;
            }
        }
        return true;
    }

    /** The rows at the far end of a step. */
    List<TableRow> rows(Join join, Object key) {
        return tables.table(join.to()).find(join.toSide(), key);
    }
}
