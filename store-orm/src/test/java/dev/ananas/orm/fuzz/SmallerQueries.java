package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.QueryShape.All;
import dev.ananas.orm.fuzz.QueryShape.Any;
import dev.ananas.orm.fuzz.QueryShape.Clauses;
import dev.ananas.orm.fuzz.QueryShape.Condition;
import dev.ananas.orm.fuzz.QueryShape.Has;
import dev.ananas.orm.fuzz.QueryShape.Include;
import dev.ananas.orm.fuzz.QueryShape.Not;
import dev.ananas.orm.fuzz.QueryShape.Nulls;
import dev.ananas.orm.fuzz.QueryShape.Term;
import dev.ananas.orm.fuzz.QueryShape.Terminal;
import dev.ananas.orm.fuzz.QueryShape.Texts;
import java.util.ArrayList;
import java.util.List;

/** Variants of queries that say less. */
final class SmallerQueries {
    private SmallerQueries() {}

    static List<QueryShape> of(QueryShape query) {
        List<QueryShape> smaller = new ArrayList<>();
        if (query.terminal() != Terminal.LIST) {
            smaller.add(new QueryShape(query.entity(), query.clauses(), Terminal.LIST));
        }
        if (query.terminal() == Terminal.FIND_ALL) {
            smaller.addAll(Smaller.parts(Smaller.lists(query.keys()), keys -> query.as(Terminal.FIND_ALL, keys)));
        }
        smaller.addAll(Smaller.parts(clauses(query.clauses()), query::with));
        return smaller;
    }

    private static List<Clauses> clauses(Clauses all) {
        List<Clauses> smaller = new ArrayList<>();
        smaller.addAll(Smaller.parts(Smaller.all(all.includes(), SmallerQueries::includes), all::include));
        smaller.addAll(Smaller.parts(Smaller.all(all.counts(), SmallerQueries::includes), all::counting));
        smaller.addAll(Smaller.parts(
                conditions(all.where()), where -> all.conditions(where, all.orWhere(), all.wherePivot())));
        smaller.addAll(Smaller.parts(
                conditions(all.orWhere()), orWhere -> all.conditions(all.where(), orWhere, all.wherePivot())));
        smaller.addAll(Smaller.parts(
                conditions(all.wherePivot()), pivot -> all.conditions(all.where(), all.orWhere(), pivot)));
        smaller.addAll(Smaller.parts(
                Smaller.all(all.order(), SmallerQueries::terms), order -> all.ordered(order, all.linkOrder())));
        smaller.addAll(Smaller.parts(Smaller.lists(all.shown()), all::showing));
        if (all.all() != null || all.recursive() != null) {
            smaller.add(all.all(null, null));
        }
        if (all.linkOrder()) {
            smaller.add(all.ordered(all.order(), false));
        }
        if (all.limit() != null) {
            smaller.add(all.window(all.offset(), null));
        }
        if (all.offset() != null) {
            smaller.add(all.window(null, all.limit()));
        }
        return smaller;
    }

    private static List<Include> includes(Include include) {
        return Smaller.parts(clauses(include.clauses()), clauses -> new Include(include.relation(), clauses));
    }

    private static List<Term> terms(Term term) {
        List<Term> smaller = new ArrayList<>();
        if (term.nulls() != Nulls.BY_DIRECTION) {
            smaller.add(term.with(term.descending(), Nulls.BY_DIRECTION, term.count(), term.texts()));
        }
        if (term.descending()) {
            smaller.add(term.with(false, term.nulls(), term.count(), term.texts()));
        }
        if (term.texts() != Texts.EXACT) {
            smaller.add(term.with(term.descending(), term.nulls(), term.count(), Texts.EXACT));
        }
        if (term.count() != null) {
            clauses(term.count())
                    .forEach(count -> smaller.add(term.with(term.descending(), term.nulls(), count, term.texts())));
        }
        return smaller;
    }

    private static List<List<Condition>> conditions(List<Condition> conditions) {
        return Smaller.all(conditions, SmallerQueries::conditions);
    }

    private static List<Condition> conditions(Condition condition) {
        List<Condition> smaller = new ArrayList<>();
        if (condition instanceof Has has) {
            smaller.addAll(Smaller.parts(
                    clauses(has.clauses()), clauses -> new Has(has.relation(), clauses, has.operator(), has.number())));
        } else if (condition instanceof Not not) {
            smaller.add(not.condition());
            smaller.addAll(Smaller.parts(conditions(not.condition()), Not::new));
        } else if (condition instanceof All all) {
            smaller.addAll(all.conditions());
            smaller.addAll(Smaller.parts(Smaller.elements(all.conditions(), SmallerQueries::conditions), All::new));
        } else if (condition instanceof Any any) {
            smaller.addAll(any.conditions());
            smaller.addAll(Smaller.parts(Smaller.elements(any.conditions(), SmallerQueries::conditions), Any::new));
        }
        return smaller;
    }
}
