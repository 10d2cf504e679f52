package dev.ananas.orm.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.fuzz.QueryShape.Clauses;
import dev.ananas.orm.fuzz.QueryShape.Compare;
import dev.ananas.orm.fuzz.QueryShape.Condition;
import dev.ananas.orm.fuzz.QueryShape.Has;
import dev.ananas.orm.fuzz.QueryShape.Include;
import dev.ananas.orm.fuzz.QueryShape.Nulls;
import dev.ananas.orm.fuzz.QueryShape.Term;
import dev.ananas.orm.fuzz.QueryShape.Terminal;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Work follows what changed and what is shown. The same history costs the same number of rows, models and lists, step by step,
 * whatever else is stored and whoever else asks.
 */
class WorkOracleTest {
    private static final int ROWS = 200;
    private static final int QUERIES = 1000;
    private static final int FAR = 100_000;

    private final FuzzZoo zoo = new FuzzZoo();

    @Test
    void law07RowsThatNoQueryAsksForCostNothing() {
        for (QueryShape query : queries()) {
            assertThat(work(query, strangers(), List.of()))
                    .as("work with other rows for %s", query)
                    .isEqualTo(work(query, List.of(), List.of()));
        }
    }

    @Test
    void law07LevelsThatReadNothingOfAChangeCostNothing() {
        for (QueryShape query : queries()) {
            assertThat(work(query, strangers(), others(query)))
                    .as("work beside other levels for %s", query)
                    .isEqualTo(work(query, List.of(), List.of()));
        }
    }

    /** Queries that read none of the tables of a query. */
    private List<QueryShape> others(QueryShape query) {
        List<QueryShape> others = new ArrayList<>();
        for (EntityShape entity : zoo.schema().entities()) {
            if (!zoo.read(query).contains(entity.name())) {
                Clauses ordered = Clauses.NONE.ordered(List.of(new Term("n", false, true, Nulls.FIRST)), false);
                others.add(new QueryShape(entity.name(), Clauses.NONE, Terminal.LIST));
                others.add(new QueryShape(entity.name(), ordered.window(1, 2), Terminal.LIST));
                others.add(new QueryShape(entity.name(), asked("n", 1), Terminal.COUNT));
            }
        }
        return others;
    }

    @Test
    void law07AThousandQueriesOfOtherRowsCostNothing() {
        List<QueryShape> others = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            Clauses clauses = Clauses.NONE.include(List.of(new Include("pets", Clauses.NONE)));
            others.add(new QueryShape("people", clauses, Terminal.FIND, List.of(FAR + i), List.of()));
        }
        QueryShape query = queries().get(0);
        assertThat(work(query, List.of(), others)).isEqualTo(work(query, List.of(), List.of()));
    }

    /** Queries that ask for some people by a value, with each relation loaded, and with each relation as a condition. */
    private List<QueryShape> queries() {
        List<QueryShape> queries = new ArrayList<>();
        for (RelationShape relation : zoo.schema().entity("people").relations()) {
            Include include = new Include(relation.name(), Clauses.NONE);
            queries.add(new QueryShape("people", asked(1).include(List.of(include)), Terminal.LIST));
            List<Condition> where = new ArrayList<>(asked(1).where());
            where.add(new Has(relation.name(), Clauses.NONE, ">=", 1));
            queries.add(new QueryShape("people", Clauses.NONE.where(where), Terminal.LIST));
        }
        return queries;
    }

    private static Clauses asked(int code) {
        return asked("code", code);
    }

    private static Clauses asked(String attribute, int value) {
        return Clauses.NONE.where(List.of(new Compare(attribute, "=", value)));
    }

    /** Rows of every entity that refer to each other and to nothing else. */
    private List<Step> strangers() {
        List<Step> inserts = new ArrayList<>();
        for (Step step : zoo.fixture()) {
            Step.Insert insert = (Step.Insert) step;
            List<Map<String, Object>> rows = new ArrayList<>();
            for (int i = 0; i < ROWS; i++) {
                Map<String, Object> row =
                        new LinkedHashMap<>(insert.rows().get(i % insert.rows().size()));
                int far = FAR + i;
                row.replaceAll((name, value) -> stranger(name, value, far));
                rows.add(row);
            }
            inserts.add(new Step.Insert(insert.entity(), rows));
        }
        return inserts;
    }

    private static Object stranger(String name, Object value, int far) {
        if (name.equals("ids")) {
            return List.of(far);
        }
        boolean isKey = !List.of("n", "s", "type").contains(name);
        return isKey ? (Object) far : value;
    }

    /** What each step of the history costs. */
    private List<String> work(QueryShape query, List<Step> rows, List<QueryShape> others) {
        Program program = zoo.fourPhases(List.of(query), zoo.read(query));
        List<String> work = new ArrayList<>();
        try (AnanasEngine engine = new AnanasEngine(program)) {
            List<Runnable> ends = new ArrayList<>();
            zoo.fixture().forEach(step -> engine.write((Step.Write) step));
            rows.forEach(step -> engine.write((Step.Write) step));
            others.forEach(other -> ends.add(subscribe(engine, other)));
            int history = zoo.fixture().size();
            for (Step step : program.steps().subList(history, program.steps().size())) {
                engine.work().reset();
                if (step instanceof Step.Subscribe subscribe) {
                    ends.add(subscribe(engine, subscribe.query()));
                } else {
                    engine.write((Step.Write) step);
                }
                work.add(step + ": " + engine.work());
            }
            ends.forEach(Runnable::run);
            assertThat(engine.errors()).isEmpty();
        }
        return work;
    }

    private static Runnable subscribe(AnanasEngine engine, QueryShape query) {
        return engine.subscribe(query, emission -> {}, error -> {
            throw new AssertionError(error);
        });
    }

    @Test
    void theCountersCountSomething() {
        List<String> work = work(queries().get(0), List.of(), List.of());
        assertThat(Set.copyOf(work).stream().filter(line -> !line.contains(": 0 rows visited")))
                .hasSizeGreaterThan(8);
    }
}
