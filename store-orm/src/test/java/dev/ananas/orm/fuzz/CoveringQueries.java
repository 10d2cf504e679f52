package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.QueryShape.All;
import dev.ananas.orm.fuzz.QueryShape.Any;
import dev.ananas.orm.fuzz.QueryShape.Clauses;
import dev.ananas.orm.fuzz.QueryShape.Compare;
import dev.ananas.orm.fuzz.QueryShape.Condition;
import dev.ananas.orm.fuzz.QueryShape.Has;
import dev.ananas.orm.fuzz.QueryShape.Include;
import dev.ananas.orm.fuzz.QueryShape.Not;
import dev.ananas.orm.fuzz.QueryShape.Nulls;
import dev.ananas.orm.fuzz.QueryShape.Term;
import dev.ananas.orm.fuzz.QueryShape.Terminal;
import dev.ananas.orm.fuzz.QueryShape.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Queries on the people of {@link FuzzZoo}: a value for each dimension of what a query may say. */
final class CoveringQueries {
    private static final Condition N_IS_1 = new Compare("n", "=", 1);
    private static final Condition HAS_TOYS = new Has("toys", Clauses.NONE, ">=", 1);

    private static final List<List<Condition>> CONDITIONS = List.of(
            List.of(),
            List.of(N_IS_1),
            List.of(new Compare("n", "=", null)),
            List.of(new Compare("n", ">=", 1), new Compare("s", "like", "a%")),
            List.of(new Any(List.of(N_IS_1, new Compare("code", "in", Arrays.asList(2, null))))),
            List.of(new Not(new All(List.of(N_IS_1, new Compare("s", "!=", "a"))))));

    private static final List<List<Condition>> EXISTS = List.of(
            List.of(),
            List.of(new Has("pets", Clauses.NONE, ">=", 1)),
            List.of(new Has("clubs", Clauses.NONE.conditions(List.of(), List.of(), List.of(N_IS_1)), "<", 1)),
            List.of(new Has("pets", Clauses.NONE.where(List.of(HAS_TOYS)), ">=", 1)),
            List.of(new Has("friends", Clauses.NONE.where(List.of(N_IS_1)), "=", 1)),
            List.of(new Any(List.of(
                    new Has("notes", Clauses.NONE, ">", 1),
                    new Has("boss", Clauses.NONE.where(List.of(N_IS_1)), "<", 1)))),
            List.of(new Has("tags", Clauses.NONE.where(List.of(new Has("pets", Clauses.NONE, ">=", 1))), ">=", 1)));

    private static final List<List<Term>> ORDERS = List.of(
            List.of(),
            List.of(term("n", true, null, null, Texts.EXACT)),
            List.of(new Term("n", false, false, Nulls.FIRST), term("s", true, null, null, Texts.IGNORING_CASE)),
            List.of(term("n", false, "boss", null, Texts.EXACT), term("s", false, null, null, Texts.COLLATED)),
            List.of(term("s", true, "passport", null, Texts.EXACT)),
            List.of(term(null, true, "clubs", Clauses.NONE, Texts.EXACT)),
            List.of(term(null, false, "pets", Clauses.NONE.where(List.of(N_IS_1)), Texts.EXACT)));

    private static final List<Integer> LIMITS = Arrays.asList(null, 0, 1, 2, 100);
    private static final List<Integer> OFFSETS = Arrays.asList(null, 1, 7);

    private static final List<List<Include>> INCLUDES = List.of(
            List.of(),
            List.of(include("pets", Clauses.NONE.include(List.of(include("toys", Clauses.NONE.window(null, 1)))))),
            List.of(include(
                    "clubs",
                    Clauses.NONE
                            .conditions(List.of(), List.of(), List.of(new Compare("n", "<=", 2)))
                            .ordered(List.of(new Term("n", true, true, Nulls.LAST)), false)
                            .include(List.of(include("members", Clauses.NONE.ordered(List.of(), true)))))),
            List.of(include("friends", Clauses.NONE), include("toys", Clauses.NONE.window(1, 2))),
            List.of(
                    include("notes", Clauses.NONE.include(List.of(include("about", Clauses.NONE)))),
                    include("photo", Clauses.NONE)),
            List.of(include(
                    "tags",
                    Clauses.NONE.include(List.of(include("people", Clauses.NONE), include("pets", Clauses.NONE))))),
            List.of(
                    include("boss", Clauses.NONE.where(List.of(N_IS_1))),
                    include("passport", Clauses.NONE.window(1, null))));

    private CoveringQueries() {}

    private static Term term(String attribute, boolean descending, String relation, Clauses count, Texts texts) {
        return new Term(attribute, false, descending, Nulls.BY_DIRECTION, relation, count, texts);
    }

    private static Include include(String relation, Clauses clauses) {
        return new Include(relation, clauses);
    }

    /** How many values each dimension has. */
    static int[] sizes() {
        return new int[] {
            CONDITIONS.size(), EXISTS.size(), ORDERS.size(), LIMITS.size(), OFFSETS.size(), INCLUDES.size()
        };
    }

    static QueryShape of(int[] choice) {
        List<Condition> where = new ArrayList<>(CONDITIONS.get(choice[0]));
        where.addAll(EXISTS.get(choice[1]));
        Clauses clauses = Clauses.NONE
                .where(where)
                .ordered(ORDERS.get(choice[2]), false)
                .window(OFFSETS.get(choice[4]), LIMITS.get(choice[3]))
                .include(INCLUDES.get(choice[5]));
        return new QueryShape("people", clauses, Terminal.LIST);
    }
}
