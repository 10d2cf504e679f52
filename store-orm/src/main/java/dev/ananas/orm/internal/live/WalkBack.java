package dev.ananas.orm.internal.live;

import dev.ananas.orm.internal.plan.Path;
import dev.ananas.orm.internal.plan.Plan;
import dev.ananas.orm.internal.schema.Join;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.store.ChangeSet;
import dev.ananas.store.RowChange;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From changed rows to the driving rows of one plan whose members may differ.
 *
 * <p>A row of the driving table is its own answer. Any other row that a plan reads is reached from driving rows by a path of
 * joins; from a changed row the path is walked back, once from its old values and once from its new ones, both over the
 * indexes of the new state. That is enough. If a decision differs, some chain of rows along the path exists in one state and
 * not, or not with the same columns, in the other; take the changed row of that chain nearest to the driving row. All rows
 * before it are unchanged, so they stand in the new indexes with the values they had, and the walk from the old or from the
 * new version of the changed row crosses only them. Where pivots of one pair hide each other, a changed pivot also touches its
 * siblings, old and new.
 *
 * <p>The set may be too large, never too small; to decide a row again that did not change finds nothing to do.
 */
final class WalkBack {
    private final Plan plan;
    private final List<Path> paths;
    private final long drivingColumns;

    WalkBack(Plan plan) {
        this.plan = plan;
        this.paths = plan.paths();
        this.drivingColumns = plan.drivingColumns();
    }

    /** Keys of driving rows to decide again; {@code demanded} are the keys of the buckets that exist. */
    Set<Object> touched(ChangeSet changes, Tables tables, Set<Object> demanded) {
        if (!concern(changes)) {
            return Set.of();
        }
        Set<Object> touched = new LinkedHashSet<>(2);
        RelationSchema via = plan.via();
        for (RowChange change : changes.of(plan.drivingTable().name())) {
            if (isRelevant(change, drivingColumns)) {
                touched.add(change.key());
                if (via != null && Objects.requireNonNull(via.link()).kind().collapses()) {
                    siblings(via, change.before(), tables, touched);
                    siblings(via, change.after(), tables, touched);
                }
            }
        }
        for (Path path : paths) {
            for (RowChange change : changes.of(path.end().name())) {
                if (isRelevant(change, path.columns())) {
                    Walk walk = new Walk(path.steps(), tables, demanded, touched);
                    int last = path.steps().size() - 1;
                    walk.back(last, change.before());
                    walk.back(last, change.after());
                }
            }
        }
        return touched;
    }

    /** Whether any change may decide something. */
    private boolean concern(ChangeSet changes) {
        boolean concern = anyRelevant(changes, plan.drivingTable(), drivingColumns);
        for (int i = 0; i < paths.size() && !concern; i++) {
            concern = anyRelevant(changes, paths.get(i).end(), paths.get(i).columns());
        }
        return concern;
    }

    private static boolean anyRelevant(ChangeSet changes, TableSchema table, long columns) {
        for (RowChange change : changes.of(table.name())) {
            if (isRelevant(change, columns)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an update of a driving row decides nothing: the row has the same members in the same order. */
    boolean isUndecided(RowChange change) {
        return !isRelevant(change, drivingColumns);
    }

    private static boolean isRelevant(RowChange change, long columns) {
        return !(change instanceof RowChange.Updated updated) || (updated.columns() & columns) != 0;
    }

    private void siblings(RelationSchema via, @Nullable Object pivot, Tables tables, Set<Object> touched) {
        Object near = pivot == null ? null : via.near().keyOfTo(pivot);
        Join far = Objects.requireNonNull(via.link()).far();
        Object onward = pivot == null ? null : far.key(pivot);
        if (near == null || onward == null) {
            return;
        }
        for (TableRow sibling : tables.table(far.from()).find(via.near().toSide(), near)) {
            if (onward.equals(far.key(sibling.model()))) {
                touched.add(sibling.key());
            }
        }
    }

    /** One path, walked back from one changed row. */
    private final class Walk {
        private final List<Join> steps;
        private final Tables tables;
        private final Set<Object> demanded;
        private final Set<Object> touched;

        Walk(List<Join> steps, Tables tables, Set<Object> demanded, Set<Object> touched) {
            this.steps = steps;
            this.tables = tables;
            this.demanded = demanded;
            this.touched = touched;
        }

        void back(int step, @Nullable Object model) {
            Join join = steps.get(step);
            Object key = model == null ? null : join.backKey(model);
            if (key == null) {
                return;
            }
            List<TableRow> rows = tables.table(join.from()).find(join.fromSide(), key);
            if (step > 0) {
                rows.forEach(row -> back(step - 1, row.model()));
            } else if (plan.via() != null && rows.size() > demanded.size()) {
                amongDemanded(join, Objects.requireNonNull(model));
            } else {
                rows.forEach(row -> touched.add(row.key()));
            }
        }

        /**
         * Where more links refer to a model than buckets are in demand, the links of those buckets are looked through
         * instead: a role that everybody has costs what is shown of it.
         */
        private void amongDemanded(Join join, Object model) {
            Object wanted = join.keyOfTo(model);
            Join near = Objects.requireNonNull(plan.via()).near();
            for (Object bucket : demanded) {
                for (TableRow link : tables.table(near.to()).find(near.toSide(), plan.nearKey(bucket))) {
                    if (Objects.equals(wanted, join.key(link.model()))) {
                        touched.add(link.key());
                    }
                }
            }
        }
    }
}
