package dev.ananas.test;

import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.Key;
import dev.ananas.orm.model.RelationType;
import dev.ananas.orm.model.ValueType;
import dev.ananas.orm.query.Condition;
import dev.ananas.orm.query.Operator;
import dev.ananas.orm.query.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whether what a query says holds for a row. */
final class NaiveConditions {
    private final NaiveTables tables;
    private final NaiveRelations relations;

    NaiveConditions(NaiveTables tables, NaiveRelations relations) {
        this.tables = tables;
        this.relations = relations;
    }

    /** Whether a selection picks a row, its window and the row between aside. */
    boolean picks(String entity, Selection selection, NaiveRow row) {
        if (selection.keys() != null && !isOneOf(entity, selection.keys(), row)) {
            return false;
        }
        if (selection.where().isEmpty() && selection.orWhere().isEmpty()) {
            return true;
        }
        boolean all = !selection.where().isEmpty();
        for (Condition<?> condition : selection.where()) {
            all = all && holds(entity, condition, row);
        }
        for (Condition<?> condition : selection.orWhere()) {
            all = all || holds(entity, condition, row);
        }
        return all;
    }

    private boolean isOneOf(String entity, Set<Object> keys, NaiveRow row) {
        for (Object key : keys) {
            List<String> names = tables.key(entity);
            boolean equal = true;
            for (int i = 0; i < names.size(); i++) {
                Object part = key instanceof Key composite ? composite.part(i) : key;
                equal = equal && NaiveValues.same(row.stored(names.get(i)), inForm(entity, names.get(i), part));
            }
            if (equal) {
                return true;
            }
        }
        return false;
    }

    /** Whether a row between satisfies what is said about pivots. */
    boolean picksLink(RelationType relation, Selection selection, @Nullable NaiveRow link) {
        if (link != null && relation instanceof RelationType.ThroughPivot through) {
            for (Condition<?> condition : selection.wherePivot()) {
                if (!holds(through.pivot(), condition, link)) {
                    return false;
                }
            }
        }
        return true;
    }

    boolean holds(String entity, Condition<?> condition, NaiveRow row) {
        if (condition instanceof Condition.Compare<?> compare) {
            return compares(entity, compare, row);
        } else if (condition instanceof Condition.In<?> in) {
            Object found = row.read(in.attribute());
            for (Object value : in.values()) {
                if (NaiveValues.same(found, inForm(entity, in.attribute(), value))) {
                    return true;
                }
            }
            return false;
        } else if (condition instanceof Condition.Like<?> like) {
            return NaiveValues.like(row.read(like.attribute()), like.pattern(), like.ignoreCase());
        } else if (condition instanceof Condition.And<?> and) {
            boolean all = true;
            for (Condition<?> one : and.all()) {
                all = all && holds(entity, one, row);
            }
            return all;
        } else if (condition instanceof Condition.Or<?> or) {
            boolean any = false;
            for (Condition<?> one : or.any()) {
                any = any || holds(entity, one, row);
            }
            return any;
        } else if (condition instanceof Condition.Not<?> not) {
            return !holds(entity, not.condition(), row);
        } else if (condition instanceof Condition.Has<?> has) {
            return compares(count(row, has.relation(), has.related()), has.operator(), has.number());
        } else if (condition instanceof Condition.OfCase<?> one) {
            return tables.isOf(row, one.entity()) && holds(entity, one.condition(), row);
        }
        return tests(((Condition.Named<?>) condition).test(), row.read());
    }

    @SuppressWarnings("unchecked")
    private static boolean tests(Predicate<?> test, Object model) {
        return ((Predicate<Object>) test).test(model);
    }

    private boolean compares(String entity, Condition.Compare<?> compare, NaiveRow row) {
        Object value = compare.operator() == Operator.CONTAINS
                ? ValueType.any().canonical(compare.value())
                : inForm(entity, compare.attribute(), compare.value());
        return compares(row.read(compare.attribute()), compare.operator(), value);
    }

    private static boolean compares(@Nullable Object found, Operator operator, @Nullable Object value) {
        return switch (operator) {
            case EQUAL -> NaiveValues.same(found, value);
            case NOT_EQUAL -> !NaiveValues.same(found, value);
            case CONTAINS -> NaiveValues.contains(found, value);
            case GREATER, AT_LEAST, LESS, AT_MOST -> {
                if (found == null || value == null || !NaiveValues.comparable(found, value)) {
                    yield false;
                }
                int order = NaiveValues.compare(found, value);
                yield operator == Operator.GREATER && order > 0
                        || operator == Operator.AT_LEAST && order >= 0
                        || operator == Operator.LESS && order < 0
                        || operator == Operator.AT_MOST && order <= 0;
            }
        };
    }

    /** A value of the caller's in the form in which the attribute has its values. */
    private @Nullable Object inForm(String entity, String attribute, @Nullable Object value) {
        Component.Attribute known = tables.attribute(entity, attribute);
        ValueType form =
                known == null || tables.type(tables.table(entity)).isDynamic() ? ValueType.any() : known.type();
        return form.canonical(value);
    }

    /** How many different rows a relation of a row leads to, at most one if it leads to one. */
    int count(NaiveRow row, String relation, Selection selection) {
        if (!(row.type().component(relation) instanceof RelationType known)) {
            return 0;
        }
        List<NaiveRow> different = new ArrayList<>();
        for (Reached one : relations.reached(row, known)) {
            Selection said = of(selection, one.entity());
            if (picksLink(known, said, one.link())
                    && picks(one.entity(), said, one.row())
                    && !different.contains(one.row())) {
                different.add(one.row());
            }
        }
        return known.toMany() ? different.size() : Math.min(different.size(), 1);
    }

    /** What is said about the rows of one of the entities that a relation leads to. */
    static Selection of(Selection selection, String entity) {
        Selection ofCase = selection.loading().caseOf(entity);
        return ofCase == null ? selection : ofCase;
    }
}
