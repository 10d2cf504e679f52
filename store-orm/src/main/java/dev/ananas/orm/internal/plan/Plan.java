package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.schema.Joins;
import dev.ananas.orm.internal.schema.Projection;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.query.Question;
import dev.ananas.orm.query.Selection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One node of a query in canonical form. Equal plans are served by one level, at the root of a query or nested in others.
 *
 * <p>A plan selects members by key: for an include the parent's values, then the constants of conditions of the form
 * {@code attribute = constant}, which are lifted out of the test so that queries that differ in constants alone are buckets
 * of one level. Where a pivot leads to the models, it is the pivot row that decides about a member.
 *
 * @param table table of the models
 * @param via the relation with a link table that leads to the models, or null
 * @param keyColumns what selects a bucket
 * @param probe how to find the rows of a bucket by its key; null if no index or key does
 * @param sorted how to find them in a sorted index instead, where that is better; null if it is not
 * @param linkTest what the pivot has to satisfy
 * @param test what the model has to satisfy
 * @param ordering total order of a bucket
 * @param windowed whether members are shown through windows, and those outside of all windows are not built; which windows there
 *     are is no matter of the plan, so that all pages of a list are windows of one bucket
 * @param projection which columns of each model are shown
 * @param includes relations of each model
 * @param counts relations of each model whose models are counted
 * @param wanted what is kept of the members: their models, or no more than their number
 */
public record Plan(
        TableSchema table,
        @Nullable RelationSchema via,
        List<Column> keyColumns,
        @Nullable Probe probe,
        @Nullable SortedProbe sorted,
        List<Criterion> linkTest,
        List<Criterion> test,
        Ordering ordering,
        boolean windowed,
        Projection projection,
        List<Include> includes,
        List<Count> counts,
        Question.Wanted wanted) {

    /** Key of the only bucket of a plan without key columns. */
    public static final Object NO_KEY = List.of();

    /**
     * A relation of each member whose models are counted.
     *
     * @param ordinal component that receives the number
     * @param related the models that count
     */
    public record Count(int ordinal, Related related) {}

    /**
     * A relation of each member: one target, or one for each entity that it may lead to.
     *
     * @param targets at least one
     */
    public record Include(List<Target> targets) {

        /** Component that receives the related models. */
        public int ordinal() {
            return targets.get(0).relation().ordinal();
        }

        public boolean toMany() {
            return targets.get(0).relation().toMany();
        }

        /** Place of the target to which a parent refers, or -1. */
        public int targetOf(Object parentModel) {
            for (int i = 0; i < targets.size(); i++) {
                RelationSchema relation = targets.get(i).relation();
                if (relation.isOf(parentModel) && relation.near().key(parentModel) != null) {
                    return i;
                }
            }
            return -1;
        }
    }

    /**
     * The far end of an include.
     *
     * @param relation the relation
     * @param child plan of the related models
     * @param constants lifted constants that follow the parent's values in the key of the child
     * @param window which of the related models are shown
     */
    public record Target(RelationSchema relation, Plan child, List<Object> constants, Selection.Window window) {

        /** Key of the child's bucket for a parent; null if the parent refers to nothing. */
        public @Nullable Object childKey(Object parentModel) {
            Object near = relation.near().key(parentModel);
            if (near == null || constants.isEmpty()) {
                return near;
            }
            int size = relation.near().toSide().columns().length;
            Object[] parts = new Object[size + constants.size()];
            for (int i = 0; i < size; i++) {
                parts[i] = Joins.part(near, i, size);
            }
            for (int i = 0; i < constants.size(); i++) {
                parts[size + i] = constants.get(i);
            }
            return Joins.of(parts);
        }
    }

    /** Number of levels of includes below this one. */
    public int height() {
        int height = 0;
        for (Include include : includes) {
            for (Target target : include.targets()) {
                height = Math.max(height, 1 + target.child().height());
            }
        }
        return height;
    }

    /** Names of tests of the caller's own, which nothing but their names can tell apart. */
    public List<String> opaqueTests() {
        return PlanWording.opaque(this);
    }

    @Override
    public String toString() {
        return PlanWording.of(this);
    }

    /** The link table between parents and models, or null. */
    public RelationSchema.@Nullable Link link() {
        return via == null ? null : via.link();
    }

    /** The ways from driving rows to other rows that decide about members. */
    public List<Path> paths() {
        return Path.of(this);
    }

    /** Whether the key of a member can be read off its driving row. */
    public boolean isKeyedByDriving() {
        return via == null || keyColumns.stream().allMatch(Column::ofLink);
    }

    /** The parent's part of the key of a bucket: what finds its link rows. */
    public Object nearKey(Object key) {
        int near = Objects.requireNonNull(via).near().toSide().columns().length;
        Object[] parts = new Object[near];
        for (int i = 0; i < near; i++) {
            parts[i] = Joins.part(key, i, keyColumns.size());
        }
        return Joins.of(parts);
    }

    /**
     * Columns of the driving row that decide about its members, a bit for each: an update of other columns changes neither
     * which members there are nor their order, at the most what they show.
     */
    public long drivingColumns() {
        RelationSchema.Link link = link();
        if (link == null) {
            long read = Columns.of(test) | ordering.columns(false);
            for (Column column : keyColumns) {
                read |= Columns.of(column.ordinal());
            }
            return read;
        }
        if (link.slot() >= 0) {
            return Columns.ALL;
        }
        long read = Columns.of(Objects.requireNonNull(via).near().toSide().columns())
                | Columns.of(link.far().fromSide().columns())
                | Columns.of(linkTest)
                | ordering.columns(true);
        for (Column column : keyColumns) {
            read |= column.ofLink() ? Columns.of(column.ordinal()) : 0;
        }
        return read;
    }

    /** The table whose rows decide about members. */
    public TableSchema drivingTable() {
        RelationSchema.Link link = link();
        return link == null ? table : link.table();
    }

    /** Whether two link rows agree in what the key of a bucket reads of them. */
    boolean selectsAlike(TableRow one, TableRow other) {
        for (Column column : keyColumns) {
            if (column.ofLink() && !Values.equal(column.of(this, one, one), column.of(this, other, other))) {
                return false;
            }
        }
        return true;
    }

    /** Key of the bucket to which a member belongs; null if a part is null, which no bucket has. */
    public @Nullable Object keyOf(@Nullable TableRow linkRow, TableRow target) {
        if (keyColumns.isEmpty()) {
            return NO_KEY;
        }
        Object[] parts = new Object[keyColumns.size()];
        for (int i = 0; i < parts.length; i++) {
            Object part = Joins.part(keyColumns.get(i).of(this, linkRow, target));
            if (part == null) {
                return null;
            }
            parts[i] = part;
        }
        return Joins.of(parts);
    }
}
