package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.table.TableRow;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one term of an order reads of a member. */
sealed interface SortValue {

    @Nullable
    Object of(Matching matching, Plan plan, @Nullable TableRow link, TableRow target);

    /** The columns it reads of the link row, or else of the row of the model, a bit for each. */
    long columns(boolean ofLink);

    /** A column of the member. */
    record OfColumn(Column column) implements SortValue {
        @Override
        public long columns(boolean ofLink) {
            return column.ofLink() == ofLink ? Columns.of(column.ordinal()) : 0;
        }

        @Override
        public @Nullable Object of(Matching matching, Plan plan, @Nullable TableRow link, TableRow target) {
            return column.of(plan, link, target);
        }
    }

    /** A number in a column of the member; null if it is none. */
    record NumberOf(Column column) implements SortValue {
        @Override
        public long columns(boolean ofLink) {
            return column.ofLink() == ofLink ? Columns.of(column.ordinal()) : 0;
        }

        @Override
        public @Nullable Object of(Matching matching, Plan plan, @Nullable TableRow link, TableRow target) {
            return column.of(plan, link, target) instanceof Number number ? number : null;
        }
    }

    /** A column of the first related model, one for each entity it may belong to. */
    record OfRelated(Plan.Include include, List<Integer> columns) implements SortValue {
        @Override
        public long columns(boolean ofLink) {
            return ofLink ? 0 : Columns.ALL;
        }

        @Override
        public @Nullable Object of(Matching matching, Plan plan, @Nullable TableRow link, TableRow target) {
            int at = include.targetOf(target.model());
            if (at < 0) {
                return null;
            }
            Plan.Target far = include.targets().get(at);
            Object key = far.childKey(target.model());
            TableRow first = key == null ? null : matching.first(far.child(), key, far.window());
            return first == null ? null : far.child().table().get(first.read(), columns.get(at));
        }
    }

    /** The number of related models. */
    record OfCount(Related related) implements SortValue {
        @Override
        public long columns(boolean ofLink) {
            return ofLink ? 0 : related.parentColumns();
        }

        @Override
        public Object of(Matching matching, Plan plan, @Nullable TableRow link, TableRow target) {
            return related.count(matching, target.model(), Integer.MAX_VALUE);
        }
    }

    /** A function of the caller's own, equal by its name; records of other cases in the table are none of its models. */
    record OfFunction(String name, EntitySchema entity, Function<Object, ? extends @Nullable Object> function)
            implements SortValue {
        @Override
        public long columns(boolean ofLink) {
            return ofLink ? 0 : Columns.ALL;
        }

        @Override
        public @Nullable Object of(Matching matching, Plan plan, @Nullable TableRow link, TableRow target) {
            return entity.admits(target.model()) ? function.apply(target.read()) : null;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof OfFunction that && name.equals(that.name) && entity == that.entity;
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    /** Another value, texts in upper case. */
    record UpperCase(SortValue value) implements SortValue {
        @Override
        public long columns(boolean ofLink) {
            return value.columns(ofLink);
        }

        @Override
        public @Nullable Object of(Matching matching, Plan plan, @Nullable TableRow link, TableRow target) {
            Object found = value.of(matching, plan, link, target);
            return found instanceof CharSequence text ? text.toString().toUpperCase(Locale.ROOT) : found;
        }
    }
}
