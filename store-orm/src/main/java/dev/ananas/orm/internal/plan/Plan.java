package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.schema.Joins;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.TableRow;
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
 * @param link the pivot between parent and models, or null
 * @param keyColumns what selects a bucket
 * @param probe how to find the rows of a bucket by its key; null if all rows have to be looked at
 * @param linkTest what the pivot has to satisfy
 * @param test what the model has to satisfy
 * @param ordering total order of a bucket
 * @param offset members to leave out at the front of a bucket
 * @param limit members to keep at the most; {@link Integer#MAX_VALUE} for all
 * @param includes relations of each model
 */
public record Plan(
        TableSchema table,
        RelationSchema.@Nullable Link link,
        List<Column> keyColumns,
        @Nullable Probe probe,
        List<Test> linkTest,
        List<Test> test,
        Ordering ordering,
        int offset,
        int limit,
        List<Include> includes) {

    /** Key of the only bucket of a plan without key columns. */
    public static final Object NO_KEY = List.of();

    /**
     * A relation of each member, by the plan of its far end.
     *
     * @param relation the relation
     * @param child plan of the related models
     * @param constants lifted constants that follow the parent's values in the key of the child
     */
    public record Include(RelationSchema relation, Plan child, List<Object> constants) {

        /** Key of the child's bucket for a parent; null if the parent refers to nothing. */
        public @Nullable Object childKey(Object parentModel) {
            int[] columns = relation.parentColumns();
            if (constants.isEmpty()) {
                return Joins.key(relation.parent(), parentModel, columns);
            }
            Object[] parts = new Object[columns.length + constants.size()];
            for (int i = 0; i < columns.length; i++) {
                Object part = Joins.part(relation.parent().get(parentModel, columns[i]));
                if (part == null) {
                    return null;
                }
                parts[i] = part;
            }
            for (int i = 0; i < constants.size(); i++) {
                parts[columns.length + i] = constants.get(i);
            }
            return Joins.of(parts);
        }
    }

    /** Number of levels of includes below this one. */
    public int height() {
        int height = 0;
        for (Include include : includes) {
            height = Math.max(height, 1 + include.child().height());
        }
        return height;
    }

    /** Whether members can be left out by the window. */
    public boolean isWindowed() {
        return offset > 0 || limit != Integer.MAX_VALUE;
    }

    /** Whether the key of a member can be read off its driving row. */
    public boolean isKeyedByDriving() {
        return link == null || keyColumns.stream().allMatch(Column::ofLink);
    }

    /** The parent's part of the key of a bucket: what finds its pivots. */
    public Object nearKey(Object key) {
        int near = Objects.requireNonNull(link).near().columns().length;
        Object[] parts = new Object[near];
        for (int i = 0; i < near; i++) {
            parts[i] = Joins.part(key, i, keyColumns.size());
        }
        return Joins.of(parts);
    }

    /** Columns of the pivot that a member reads, a bit for each; an update of other columns changes no member. */
    public long linkColumns() {
        if (link == null) {
            return 0;
        }
        if (link.slot() >= 0) {
            return Columns.ALL;
        }
        long read = Columns.of(link.near().columns()) | Columns.of(link.onward().columns());
        for (Column column : keyColumns) {
            read |= column.ofLink() ? Columns.of(column.ordinal()) : 0;
        }
        for (Ordering.Term term : ordering.terms()) {
            read |= term.column().ofLink() ? Columns.of(term.column().ordinal()) : 0;
        }
        for (Test one : linkTest) {
            read |= one.columns();
        }
        return read;
    }

    /** The table whose rows decide about members. */
    public TableSchema drivingTable() {
        return link == null ? table : link.table();
    }

    /** Key of the bucket to which a member belongs; null if a part is null, which no bucket has. */
    public @Nullable Object keyOf(@Nullable TableRow linkRow, TableRow target) {
        if (keyColumns.isEmpty()) {
            return NO_KEY;
        }
        Object[] parts = new Object[keyColumns.size()];
        for (int i = 0; i < parts.length; i++) {
            Column column = keyColumns.get(i);
            Object value = column.ofLink()
                    ? Objects.requireNonNull(link)
                            .table()
                            .get(Objects.requireNonNull(linkRow).model(), column.ordinal())
                    : table.get(target.model(), column.ordinal());
            Object part = Joins.part(value);
            if (part == null) {
                return null;
            }
            parts[i] = part;
        }
        return Joins.of(parts);
    }

    /** Whether two pivot rows agree in what the key of a bucket reads of them. */
    boolean selectsAlike(TableRow one, TableRow other) {
        for (Column column : keyColumns) {
            if (column.ofLink()
                    && !Values.equal(
                            drivingTable().get(one.model(), column.ordinal()),
                            drivingTable().get(other.model(), column.ordinal()))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the pivot row satisfies its part of the plan. */
    public boolean admitsLink(TableRow row) {
        return holds(linkTest, Objects.requireNonNull(link).table(), row);
    }

    /** Whether the row of the model satisfies its part of the plan. */
    public boolean admits(TableRow row) {
        return holds(test, table, row);
    }

    private static boolean holds(List<Test> tests, TableSchema table, TableRow row) {
        for (Test one : tests) {
            if (!one.holds(table, row.model())) {
                return false;
            }
        }
        return true;
    }
}
