package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.Mismatch.About;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.model.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs one program against an engine and the oracle, and compares everything after every step. */
final class Runner {
    private final SchemaShape schema;
    private final Engine engine;
    private final Tally tally;
    private final Oracle oracle;
    private final OracleQuery queries;
    private final Contents contents;
    private final Map<Integer, LiveProbe> probes = new LinkedHashMap<>();
    private final List<LiveProbe> closed = new ArrayList<>();
    private final List<LiveProbe> arrivals = new ArrayList<>();
    private int step;

    private Runner(SchemaShape schema, Engine engine, Tally tally) {
        this.schema = schema;
        this.engine = engine;
        this.tally = tally;
        this.oracle = new Oracle(schema);
        this.queries = new OracleQuery(oracle);
        this.contents = new Contents(schema);
    }

    /** Ends a transaction on purpose. */
    private static final class Abort extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Fails with a {@link Mismatch} if the engine is wrong somewhere; ends at the first answer that is too large to be compared. */
    static void run(Program program, Engine.Factory engines, Tally tally) {
        tally.programs++;
        int step = 0;
        try (Engine engine = engines.apply(program)) {
            Runner runner = new Runner(program.schema(), engine, tally);
            for (; step < program.steps().size(); step++) {
                runner.step = step;
                runner.run(program.steps().get(step));
            }
            runner.end();
        } catch (Oracle.TooLarge e) {
            tally.cut++;
        } catch (RuntimeException | StackOverflowError e) {
            throw new Mismatch(About.EXCEPTION, step, e.toString(), e);
        }
    }

    private void run(Step next) {
        tally.steps++;
        long version = engine.version();
        Object state = engine.state();
        Map<String, List<Map<String, Object>>> before = oracle.snapshot();
        if (next instanceof Step.Subscribe subscribe) {
            open(subscribe);
        } else if (next instanceof Step.Unsubscribe unsubscribe) {
            close(unsubscribe.name());
        } else if (next instanceof Step.Transact transact) {
            transact(transact);
        } else {
            act((Step.Action) next);
        }
        checkVersion(version, state, !before.equals(oracle.snapshot()));
        if (next instanceof Step.Transact transact && transact.fails() && engine.state() != state) {
            throw Mismatch.of(About.VERSION, step, "state after a failed transaction", "the same tree", "another");
        }
        for (Throwable error : engine.errors()) {
            throw new Mismatch(About.EXCEPTION, step, "an error without a caller: " + error, error);
        }
        for (LiveProbe probe : probes.values()) {
            check(probe);
        }
        checkEngine(engine::checkInvariants);
        List<LiveProbe> inOrder =
                probes.values().stream().filter(arrivals::contains).toList();
        if (!arrivals.equals(inOrder)) {
            throw new Mismatch(About.EMISSION, step, "emissions are not in the order of the subscriptions", null);
        }
        arrivals.clear();
    }

    private void checkEngine(Runnable check) {
        try {
            check.run();
        } catch (AssertionError e) {
            throw new Mismatch(About.INVARIANT, step, e.getMessage(), null);
        }
    }

    private void open(Step.Subscribe subscribe) {
        close(subscribe.name());
        LiveProbe probe = new LiveProbe(schema, subscribe.query());
        probes.put(subscribe.name(), probe);
        probe.open(engine, arrivals);
    }

    private void close(int name) {
        LiveProbe probe = probes.remove(name);
        if (probe != null) {
            probe.close();
            closed.add(probe);
        }
    }

    private void check(LiveProbe probe) {
        tally.comparisons++;
        Object expected = queries.answer(probe.query());
        tally.emissions += probe.check(step, expected, engine.version());
        ask(probe.query(), expected);
    }

    private void ask(QueryShape query, Object expected) {
        Object actual = contents.of(query, engine.ask(query));
        if (!actual.equals(expected)) {
            throw Mismatch.of(About.ANSWER, step, "answer of " + query, expected, actual);
        }
    }

    private void transact(Step.Transact transact) {
        Map<String, List<Map<String, Object>>> before = oracle.snapshot();
        Abort abort = new Abort();
        try {
            engine.transact(() -> {
                for (Step.Action action : transact.actions()) {
                    act(action);
                    probes.values().forEach(probe -> probe.isSilent(step));
                }
                if (transact.fails()) {
                    throw abort;
                }
            });
            if (transact.fails()) {
                throw Mismatch.of(About.REFUSAL, step, "a transaction that throws", abort, "no exception");
            }
        } catch (Abort e) {
            oracle.restore(before);
        }
        checkRows();
    }

    private void act(Step.Action action) {
        if (action instanceof Step.Ask ask) {
            tally.comparisons++;
            ask(ask.query(), queries.answer(ask.query()));
        } else if (action instanceof Step.Tick tick) {
            engine.tick(tick.millis());
            oracle.tick(tick.millis());
        } else if (action instanceof Step.Write write) {
            write(write);
        } else {
            read(action);
        }
    }

    private void read(Step.Action action) {
        tally.comparisons++;
        List<Node> expected;
        try {
            expected = new OracleReads(oracle).answer(action);
        } catch (Oracle.Refused refused) {
            refuse(action, refused, () -> engine.read(action));
            return;
        }
        QueryShape.Clauses loaded = action instanceof Step.Load load ? load.clauses() : QueryShape.Clauses.NONE;
        List<Node> found = contents.models(loaded, engine.read(action));
        learn(expected, found);
        if (!expected.equals(found)) {
            throw Mismatch.of(About.ANSWER, step, "answer of " + action, expected, found);
        }
    }

    private static void learn(List<Node> expected, List<Node> found) {
        for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
            Node node = found.get(i);
            learn(expected.get(i).values(), node.values());
            expected.get(i)
                    .related()
                    .forEach((name, nodes) -> learn(nodes, node.related().getOrDefault(name, List.of())));
        }
    }

    /** Writes on both sides; what is unspecified is left out. */
    private void write(Step.Write write) {
        Object expected;
        try {
            expected = new OracleWrites(oracle).write(write);
        } catch (Oracle.Refused refused) {
            refuse(write, refused, () -> engine.write(write));
            return;
        } catch (Oracle.Unspecified unspecified) {
            tally.skipped++;
            return;
        }
        Object actual = contents.ofWrite(engine.write(write));
        checkRows();
        if (expected instanceof List<?> models && actual instanceof List<?> found && models.size() == found.size()) {
            for (int i = 0; i < models.size(); i++) {
                learn(map(models.get(i)), map(found.get(i)));
            }
        }
        if (expected != null && !expected.equals(actual)) {
            throw Mismatch.of(About.WRITE_ANSWER, step, "answer of " + write, expected, actual);
        }
    }

    private void refuse(Step.Action write, Oracle.Refused refused, Runnable call) {
        tally.refusals++;
        try {
            call.run();
        } catch (dev.ananas.orm.model.DataException e) {
            return;
        } catch (dev.ananas.store.ActionFailedException e) {
            // of several faults either may be told first
            boolean expected = e.getCause() instanceof dev.ananas.orm.model.DataException
                    || e.getCause() instanceof AnanasHooks.HookFailure;
            if (expected) {
                checkRows();
                return;
            }
            throw new Mismatch(About.REFUSAL, step, "refused with another exception: " + write, e);
        }
        throw Mismatch.of(About.REFUSAL, step, write.toString(), "refused: " + refused.getMessage(), "accepted");
    }

    /** Compares all rows of all entities, in their order, and learns the ids that the engine generated. */
    private void checkRows() {
        for (EntityShape entity : schema.entities()) {
            List<Map<String, Object>> expected = oracle.rows(entity.name());
            List<Map<String, Object>> actual =
                    engine.stored(entity.name()).stream().map(Contents::values).toList();
            for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
                learn(expected.get(i), actual.get(i));
            }
            if (!expected.equals(actual)) {
                throw Mismatch.of(About.ROWS, step, "rows of " + entity.name(), expected, actual);
            }
            List<Row> rows = engine.all(entity.name());
            List<Map<String, Object>> shown =
                    expected.stream().map(row -> oracle.shown(entity, row)).toList();
            if (!shown.equals(rows.stream().map(Contents::values).toList())) {
                throw Mismatch.of(About.ROWS, step, "all() of " + entity.name(), shown, rows);
            }
            for (int i = 0; i < rows.size(); i++) {
                checkFind(entity, oracle.keyOf(entity, expected.get(i)), rows.get(i));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object model) {
        return (Map<String, Object>) model;
    }

    private static void learn(Map<String, Object> expected, Map<String, Object> actual) {
        expected.replaceAll((name, value) ->
                value instanceof OracleValues.Unknown && actual.get(name) instanceof String ? actual.get(name) : value);
    }

    private void checkFind(EntityShape entity, List<Object> key, Row row) {
        Object found =
                engine.find(entity.name(), key.size() > 1 ? key : key.get(0)).orElse(null);
        if (!row.equals(found)) {
            throw Mismatch.of(About.ROWS, step, "find(" + key + ") in " + entity.name(), row, found);
        }
    }

    private void checkVersion(long version, Object state, boolean changed) {
        long now = engine.version();
        boolean fits = changed ? now == version + 1 : now == version || now == version + 1;
        if (!fits || now == version && engine.state() != state) {
            throw Mismatch.of(
                    About.VERSION,
                    step,
                    "version after a step that " + (changed ? "changed rows" : "changed nothing"),
                    version + (changed ? 1 : 0),
                    now);
        }
    }

    /** A late subscriber sees what an early one sees. */
    private void subscribeLate(QueryShape query) {
        LiveProbe late = new LiveProbe(schema, query);
        late.open(engine, new ArrayList<>());
        late.check(step, queries.answer(query), engine.version());
        late.close();
    }

    private void end() {
        SecondOracles others = new SecondOracles(schema, engine, step);
        for (LiveProbe probe : probes.values()) {
            others.check(probe.query());
            subscribeLate(probe.query());
        }
        closed.addAll(probes.values());
        for (LiveProbe probe : closed) {
            probe.isUnchanged(step);
        }
        List.copyOf(probes.keySet()).forEach(this::close);
        closed.forEach(probe -> probe.isSilent(step));
        checkEngine(engine::checkEmpty);
    }
}
