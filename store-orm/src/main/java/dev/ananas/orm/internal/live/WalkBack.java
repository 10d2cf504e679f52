package dev.ananas.orm.internal.live;

import dev.ananas.orm.internal.plan.Plan;
import dev.ananas.orm.internal.schema.Joins;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.store.ChangeSet;
import dev.ananas.store.RowChange;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From changed rows to the driving rows of one plan whose members may differ.
 *
 * <p>A row of the driving table is its own answer. A changed model is reached from the pivots that refer to it: those that
 * its old values find and those that its new values find, both looked up in the indexes of the new state. That is enough:
 * if the chain pivot to model existed before or exists now, and the pivot itself did not change, then the pivot stands in the
 * new index with the value that the model had at that time; if the pivot changed, it is in the change set itself. Where pivots
 * of one pair hide each other, a changed pivot also touches its siblings, old and new.
 *
 * <p>The set may be too large, never too small; to decide a row again that did not change finds nothing to do.
 */
final class WalkBack {
    private final Plan plan;
    private final long linkColumns;

    WalkBack(Plan plan) {
        this.plan = plan;
        this.linkColumns = plan.linkColumns();
    }

    /** Keys of driving rows to decide again; {@code demanded} are the keys of the buckets that exist. */
    Collection<Object> touched(ChangeSet changes, Tables tables, Set<Object> demanded) {
        List<RowChange> models = changes.of(plan.table().name());
        RelationSchema.Link link = plan.link();
        if (link == null) {
            return keys(models);
        }
        Set<Object> touched = new LinkedHashSet<>();
        for (RowChange change : changes.of(link.table().name())) {
            if (!(change instanceof RowChange.Updated updated) || (updated.columns() & linkColumns) != 0) {
                touched.add(change.key());
                if (!link.unique()) {
                    siblings(link, change.before(), tables, touched);
                    siblings(link, change.after(), tables, touched);
                }
            }
        }
        for (RowChange change : models) {
            Object before = joinKey(link, change.before());
            Object after = joinKey(link, change.after());
            pivots(link, before, tables, demanded, touched);
            if (!Objects.equals(before, after)) {
                pivots(link, after, tables, demanded, touched);
            }
        }
        return touched;
    }

    private static Collection<Object> keys(List<RowChange> changes) {
        Set<Object> keys = new LinkedHashSet<>();
        changes.forEach(change -> keys.add(change.key()));
        return keys;
    }

    private @Nullable Object joinKey(RelationSchema.Link link, @Nullable Object model) {
        return model == null ? null : Joins.key(plan.table(), model, link.far().columns());
    }

    /**
     * The pivots that refer to a model. Where more of them exist than buckets are in demand, the pivots of those buckets are
     * looked through instead: a role that everybody has costs what is shown of it.
     */
    private void pivots(
            RelationSchema.Link link,
            @Nullable Object joinKey,
            Tables tables,
            Set<Object> demanded,
            Set<Object> touched) {
        if (joinKey == null) {
            return;
        }
        List<TableRow> pivots = tables.table(link.table()).find(link.onward(), joinKey);
        if (pivots.size() <= demanded.size()) {
            pivots.forEach(pivot -> touched.add(pivot.key()));
            return;
        }
        int[] onward = link.onward().columns();
        for (Object key : demanded) {
            for (TableRow pivot : tables.table(link.table()).find(link.near(), plan.nearKey(key))) {
                if (joinKey.equals(Joins.key(link.table(), pivot.model(), onward))) {
                    touched.add(pivot.key());
                }
            }
        }
    }

    private static void siblings(RelationSchema.Link link, @Nullable Object pivot, Tables tables, Set<Object> touched) {
        if (pivot == null) {
            return;
        }
        TableSchema table = link.table();
        Object near = Joins.key(table, pivot, link.near().columns());
        Object onward = Joins.key(table, pivot, link.onward().columns());
        if (near == null || onward == null) {
            return;
        }
        for (TableRow sibling : tables.table(table).find(link.near(), near)) {
            if (onward.equals(Joins.key(table, sibling.model(), link.onward().columns()))) {
                touched.add(sibling.key());
            }
        }
    }
}
