package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.schema.Joins;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.query.Operator;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A condition with its names resolved to columns and its values in stored form; equal criteria mean the same. */
sealed interface Criterion {

    boolean holds(Matching matching, TableSchema table, TableRow row);

    /** The columns it reads, a bit for each. */
    long columns();

    /**
     * Compares one column with one value.
     *
     * @param ofKey whether the stored value is meant where that read of it may differ, as in a search by key
     */
    record Compare(int column, Operator operator, @Nullable Object value, boolean ofKey) implements Criterion {
        @Override
        public long columns() {
            return Columns.of(column);
        }

        @Override
        public boolean holds(Matching matching, TableSchema table, TableRow row) {
            Object found = table.get(ofKey ? row.model() : row.read(), column);
            return switch (operator) {
                case EQUAL -> Values.equal(found, value);
                case NOT_EQUAL -> !Values.equal(found, value);
                case CONTAINS -> found instanceof Collection<?> list && contains(list);
                case GREATER -> ordered(found, order -> order > 0);
                case AT_LEAST -> ordered(found, order -> order >= 0);
                case LESS -> ordered(found, order -> order < 0);
                case AT_MOST -> ordered(found, order -> order <= 0);
            };
        }

        private boolean ordered(@Nullable Object found, IntPredicate sign) {
            return found != null
                    && value != null
                    && Values.comparable(found, value)
                    && sign.test(Values.compare(found, value));
        }

        private boolean contains(Collection<?> list) {
            for (Object element : list) {
                if (Values.equal(element, value)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The column equals one of the values, which are parts of join keys: decimals have one scale. */
    record In(int column, Set<@Nullable Object> values) implements Criterion {
        @Override
        public long columns() {
            return Columns.of(column);
        }

        @Override
        public boolean holds(Matching matching, TableSchema table, TableRow row) {
            return values.contains(Joins.part(table.get(row.read(), column)));
        }
    }

    /** The primary key is one of these. */
    record KeyIn(long columns, Set<Object> keys) implements Criterion {
        @Override
        public boolean holds(Matching matching, TableSchema table, TableRow row) {
            return keys.contains(row.key());
        }
    }

    /** The whole text of the column, or the decimal text of a number, matches a pattern. */
    record Like(int column, LikePattern pattern) implements Criterion {
        @Override
        public long columns() {
            return Columns.of(column);
        }

        @Override
        public boolean holds(Matching matching, TableSchema table, TableRow row) {
            Object found = table.get(row.read(), column);
            return (found instanceof CharSequence || found instanceof Number) && pattern.matches(found.toString());
        }
    }

    /** All hold. */
    record And(List<Criterion> all) implements Criterion {
        @Override
        public long columns() {
            return Columns.of(all);
        }

        @Override
        public boolean holds(Matching matching, TableSchema table, TableRow row) {
            for (Criterion test : all) {
                if (!test.holds(matching, table, row)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** At least one holds. */
    record Or(List<Criterion> any) implements Criterion {
        @Override
        public long columns() {
            return Columns.of(any);
        }

        @Override
        public boolean holds(Matching matching, TableSchema table, TableRow row) {
            for (Criterion test : any) {
                if (test.holds(matching, table, row)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The other does not hold. */
    record Not(Criterion test) implements Criterion {
        @Override
        public long columns() {
            return test.columns();
        }

        @Override
        public boolean holds(Matching matching, TableSchema table, TableRow row) {
            return !test.holds(matching, table, row);
        }
    }

    /** A test of the caller's own, equal by its name; records of other cases in the table are none of its models. */
    record Opaque(String name, EntitySchema entity, Predicate<Object> predicate) implements Criterion {
        @Override
        public long columns() {
            return Columns.ALL;
        }

        @Override
        public boolean holds(Matching matching, TableSchema table, TableRow row) {
            return entity.admits(row.model()) && predicate.test(row.read());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Opaque that && name.equals(that.name) && entity == that.entity;
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    /**
     * Compares the number of related models that satisfy tests of their own.
     *
     * @param related which models count
     * @param operator how the number is compared
     * @param number what it is compared with
     */
    record Has(Related related, Operator operator, int number) implements Criterion {
        @Override
        public long columns() {
            return related.parentColumns();
        }

        @Override
        public boolean holds(Matching matching, TableSchema table, TableRow row) {
            int enough = operator == Operator.AT_LEAST || operator == Operator.LESS ? number : number + 1;
            int count = related.count(matching, row.model(), enough);
            return switch (operator) {
                case EQUAL -> count == number;
                case NOT_EQUAL -> count != number;
                case GREATER -> count > number;
                case AT_LEAST -> count >= number;
                case LESS -> count < number;
                case AT_MOST -> count <= number;
                case CONTAINS -> false;
            };
        }
    }
}
