package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.schema.Keys;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.model.ValueType;
import dev.ananas.orm.query.Condition;
import dev.ananas.orm.query.Operator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Resolves the conditions on one entity. */
final class Tests {
    private final TableSchema table;

    Tests(TableSchema table) {
        this.table = table;
    }

    Test resolve(Condition<?> condition) {
        if (condition instanceof Condition.Compare<?> compare) {
            int column = column(table, compare.entity(), compare.attribute());
            Object value = compare.operator() == Operator.CONTAINS
                    ? element(compare.value())
                    : Keys.value(table, column, compare.value());
            return new Test.Compare(column, compare.operator(), value);
        }
        if (condition instanceof Condition.In<?> in) {
            int column = column(table, in.entity(), in.attribute());
            Set<@Nullable Object> values = new LinkedHashSet<>();
            in.values().forEach(value -> values.add(Keys.value(table, column, value)));
            return new Test.In(column, Collections.unmodifiableSet(values));
        }
        if (condition instanceof Condition.Like<?> like) {
            int column = column(table, like.entity(), like.attribute());
            return new Test.Like(column, new LikePattern(like.pattern(), like.ignoreCase()));
        }
        if (condition instanceof Condition.And<?> and) {
            List<Test> all = new ArrayList<>();
            and.all().forEach(one -> flatten(resolve(one), all));
            return new Test.And(List.copyOf(all));
        }
        if (condition instanceof Condition.Or<?> or) {
            List<Test> any = new ArrayList<>();
            or.any().forEach(one -> any.add(resolve(one)));
            return new Test.Or(List.copyOf(any));
        }
        if (condition instanceof Condition.Not<?> not) {
            return new Test.Not(resolve(not.condition()));
        }
        Condition.Named<?> named = (Condition.Named<?>) condition;
        return new Test.Opaque(named.name(), untyped(named.test()));
    }

    @SuppressWarnings("unchecked")
    private static Predicate<Object> untyped(Predicate<?> test) {
        return (Predicate<Object>) test;
    }

    /** Adds a test, or the parts of a conjunction one by one. */
    static void flatten(Test test, List<Test> into) {
        if (test instanceof Test.And and) {
            and.all().forEach(one -> flatten(one, into));
        } else if (!into.contains(test)) {
            into.add(test);
        }
    }

    /** Tests for a primary key, one for each of its columns. */
    static List<Test> ofKey(TableSchema table, Object key) {
        Object[] parts = Keys.parts(table, key);
        List<Test> tests = new ArrayList<>(parts.length);
        for (int i = 0; i < parts.length; i++) {
            tests.add(new Test.Compare(table.key()[i], Operator.EQUAL, parts[i]));
        }
        return tests;
    }

    /** Column of an attribute; an attribute of another entity is an error. */
    static int column(TableSchema table, @Nullable String entity, String attribute) {
        if (entity != null && !entity.equals(table.name())) {
            throw new IllegalArgumentException("Attribute \"" + entity + "." + attribute
                    + "\" cannot be used in a query on entity \"" + table.name() + "\"");
        }
        return table.column(attribute);
    }

    private @Nullable Object element(@Nullable Object value) {
        return ValueType.any().canonical(value);
    }
}
