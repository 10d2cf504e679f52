package dev.ananas.orm.fuzz;

import dev.ananas.test.NaiveAnswers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * Runs programs until a live answer is another one than loops over all rows give, and says which; null if none is. Public, with a type that
 * is the same everywhere, because it runs in a class loader of its own.
 */
public final class NaiveHunt implements BiFunction<List<String>, Integer, String> {

    @Override
    public String apply(List<String> known, Integer random) {
        for (String program : known) {
            String noticed = noticed(Program.ofJson(program));
            if (noticed != null) {
                return "a known program, " + noticed;
            }
        }
        for (long seed = 0; seed < random; seed++) {
            Program program = seed % 2 == 0 ? ProgramGenerator.generate(seed) : ProgramGenerator.repetitive(seed);
            String noticed = noticed(program);
            if (noticed != null) {
                return "program " + seed + ", " + noticed;
            }
        }
        return null;
    }

    private static String noticed(Program program) {
        Map<QueryShape, Object> latest = new LinkedHashMap<>();
        try (AnanasEngine engine = new AnanasEngine(program)) {
            for (Step step : program.steps()) {
                run(engine, step, latest);
                for (Map.Entry<QueryShape, Object> live : latest.entrySet()) {
                    Object expected = NaiveAnswers.of(
                            engine.database(),
                            engine.types(),
                            engine.answer(live.getKey()).question());
                    if (!Objects.equals(expected, live.getValue())) {
                        return "live " + live.getKey();
                    }
                }
            }
            return null;
        } catch (RuntimeException | StackOverflowError failed) {
            return failed.toString();
        }
    }

    private static void run(AnanasEngine engine, Step step, Map<QueryShape, Object> latest) {
        if (step instanceof Step.Subscribe subscribe) {
            QueryShape query = subscribe.query();
            engine.subscribe(
                    query, emission -> latest.put(query, emission.answer()), error -> latest.put(query, error));
        } else if (step instanceof Step.Transact transact) {
            transact(engine, transact, latest);
        } else if (step instanceof Step.Write write) {
            write(engine, write);
        }
    }

    private static void transact(AnanasEngine engine, Step.Transact transact, Map<QueryShape, Object> latest) {
        IllegalStateException abort = new IllegalStateException("on purpose");
        try {
            engine.transact(() -> {
                transact.actions().forEach(action -> run(engine, action, latest));
                if (transact.fails()) {
                    throw abort;
                }
            });
        } catch (IllegalStateException e) {
            if (e != abort) {
                throw e;
            }
        }
    }

    private static void write(AnanasEngine engine, Step.Write write) {
        try {
            engine.write(write);
        } catch (dev.ananas.store.ActionFailedException refused) {
            Objects.requireNonNull(refused.getCause(), "why the write was refused");
        }
    }
}
