package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.schema.Joins;
import dev.ananas.orm.internal.schema.Keys;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.model.ValueType;
import dev.ananas.orm.query.Condition;
import dev.ananas.orm.query.Operator;
import dev.ananas.orm.query.Selection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Resolves the conditions on one entity. */
final class Criteria {
    private final EntitySchema table;

    Criteria(EntitySchema table) {
        this.table = table;
    }

    /** What a selection says about the models of a table; conjunctions in parts. */
    static List<Criterion> of(EntitySchema table, Selection selection) {
        List<Criterion> tests = new ArrayList<>(ofCases(table.table(), table.values()));
        if (selection.keys() != null) {
            tests.addAll(ofKeys(table.table(), selection.keys()));
        }
        List<Criterion> where = all(table, selection.where());
        if (selection.orWhere().isEmpty()) {
            where.forEach(test -> flatten(test, tests));
            return tests;
        }
        Criteria resolver = new Criteria(table);
        List<Criterion> any = new ArrayList<>();
        if (!where.isEmpty()) {
            any.add(new Criterion.And(where));
        }
        selection.orWhere().forEach(condition -> any.add(resolver.resolve(condition)));
        tests.add(new Criterion.Or(List.copyOf(any)));
        return tests;
    }

    /** These conditions; conjunctions in parts. */
    static List<Criterion> all(EntitySchema table, List<Condition<?>> conditions) {
        Criteria resolver = new Criteria(table);
        List<Criterion> tests = new ArrayList<>();
        conditions.forEach(condition -> flatten(resolver.resolve(condition), tests));
        return List.copyOf(tests);
    }

    /** The related models that a selection picks. */
    static Related related(EntitySchema table, @Nullable String entity, String relation, Selection selection) {
        if (!table.speaksOf(entity)) {
            throw new IllegalArgumentException("Relation \"" + entity + "." + relation
                    + "\" cannot be used in a query on entity \"" + table.name() + "\"");
        }
        List<Related.Far> targets = new ArrayList<>();
        for (RelationSchema one : table.relations(relation)) {
            Planner.refusePivotClauses(one, selection);
            Selection ofCase = selection.loading().caseOf(one.far().name());
            Selection said = ofCase == null ? selection : ofCase;
            RelationSchema.Link link = one.link();
            List<Criterion> linkTest = link == null || said.wherePivot().isEmpty()
                    ? List.of()
                    : all(link.table().entity(), said.wherePivot());
            targets.add(new Related.Far(one, linkTest, List.copyOf(of(one.far(), said))));
        }
        return new Related(List.copyOf(targets));
    }

    private Criterion resolve(Condition<?> condition) {
        if (condition instanceof Condition.Compare<?> compare) {
            return compare(compare);
        }
        if (condition instanceof Condition.In<?> in) {
            int column = column(table, in.entity(), in.attribute());
            Set<@Nullable Object> values = new LinkedHashSet<>();
            in.values().forEach(value -> values.add(Joins.part(Keys.value(table.table(), column, value))));
            return new Criterion.In(column, Collections.unmodifiableSet(values));
        }
        if (condition instanceof Condition.Like<?> like) {
            int column = column(table, like.entity(), like.attribute());
            return new Criterion.Like(column, new LikePattern(like.pattern(), like.ignoreCase()));
        }
        if (condition instanceof Condition.And<?> and) {
            List<Criterion> all = new ArrayList<>();
            and.all().forEach(one -> flatten(resolve(one), all));
            return new Criterion.And(List.copyOf(all));
        }
        if (condition instanceof Condition.Or<?> or) {
            List<Criterion> any = new ArrayList<>();
            or.any().forEach(one -> any.add(resolve(one)));
            return new Criterion.Or(List.copyOf(any));
        }
        if (condition instanceof Condition.Not<?> not) {
            return new Criterion.Not(resolve(not.condition()));
        }
        if (condition instanceof Condition.Has<?> has) {
            return new Criterion.Has(
                    related(table, has.entity(), has.relation(), has.related()), has.operator(), has.number());
        }
        if (condition instanceof Condition.OfCase<?> one) {
            List<Criterion> all = new ArrayList<>(ofCases(table.table(), table.valuesOf(one.entity())));
            flatten(resolve(one.condition()), all);
            return new Criterion.And(List.copyOf(all));
        }
        Condition.Named<?> named = (Condition.Named<?>) condition;
        return new Criterion.Opaque(named.name(), table, untyped(named.test()));
    }

    /** Rows of some cases of a table; no values stand for all of them. */
    private static List<Criterion> ofCases(TableSchema table, List<Object> values) {
        if (values.isEmpty()) {
            return List.of();
        }
        int column = table.discriminator();
        boolean converted = table.isConverted(column);
        List<Criterion> any = new ArrayList<>();
        values.forEach(value -> any.add(new Criterion.Compare(column, Operator.EQUAL, value, converted)));
        if (any.size() == 1) {
            return any;
        }
        return List.of(
                converted ? new Criterion.Or(List.copyOf(any)) : new Criterion.In(column, new LinkedHashSet<>(values)));
    }

    private Criterion compare(Condition.Compare<?> compare) {
        int column = column(table, compare.entity(), compare.attribute());
        Object value = compare.operator() == Operator.CONTAINS
                ? ValueType.any().canonical(compare.value())
                : Keys.value(table.table(), column, compare.value());
        return new Criterion.Compare(column, compare.operator(), value, false);
    }

    @SuppressWarnings("unchecked")
    private static Predicate<Object> untyped(Predicate<?> test) {
        return (Predicate<Object>) test;
    }

    /** Adds a test, or the parts of a conjunction one by one. */
    static void flatten(Criterion test, List<Criterion> into) {
        if (test instanceof Criterion.And and) {
            and.all().forEach(one -> flatten(one, into));
        } else if (!into.contains(test)) {
            into.add(test);
        }
    }

    /** Criteria for primary keys; for one key a test for each of its columns. */
    private static List<Criterion> ofKeys(TableSchema table, Set<Object> keys) {
        if (keys.size() == 1) {
            return ofKey(table, keys.iterator().next());
        }
        Set<Object> stored = new LinkedHashSet<>();
        keys.forEach(key -> stored.add(Keys.stored(table, key)));
        return List.of(new Criterion.KeyIn(Columns.of(table.key()), Collections.unmodifiableSet(stored)));
    }

    private static List<Criterion> ofKey(TableSchema table, Object key) {
        Object[] parts = Keys.parts(table, key);
        List<Criterion> tests = new ArrayList<>(parts.length);
        for (int i = 0; i < parts.length; i++) {
            int column = table.key()[i];
            tests.add(new Criterion.Compare(column, Operator.EQUAL, parts[i], table.isConverted(column)));
        }
        return tests;
    }

    /** Column of an attribute; an attribute of another entity is an error. */
    static int column(EntitySchema table, @Nullable String entity, String attribute) {
        if (!table.speaksOf(entity)) {
            throw new IllegalArgumentException("Attribute \"" + entity + "." + attribute
                    + "\" cannot be used in a query on entity \"" + table.name() + "\"");
        }
        return table.column(attribute);
    }
}
