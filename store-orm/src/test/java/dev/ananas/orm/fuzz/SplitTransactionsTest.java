package dev.ananas.orm.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Writes of one transaction leave what they leave one by one, in the rows and in live queries. */
class SplitTransactionsTest {
    private static final int PROGRAMS = 150;

    @Test
    void law01WritesOfOneTransactionLeaveWhatTheyLeaveOneByOne() {
        int compared = 0;
        for (long seed = 0; seed < PROGRAMS; seed++) {
            Program program = ProgramGenerator.generate(seed);
            boolean makesIds = program.schema().entities().stream()
                    .flatMap(entity -> entity.attributes().stream())
                    .anyMatch(attribute -> attribute.kind() == Kind.UID);
            if (!makesIds) {
                assertThat(outcome(split(program)))
                        .as("program of seed %s", seed)
                        .isEqualTo(outcome(program));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(PROGRAMS / 4);
    }

    private static Program split(Program program) {
        List<Step> steps = new ArrayList<>();
        for (Step step : program.steps()) {
            if (step instanceof Step.Transact transact) {
                steps.addAll(transact.fails() ? List.of() : transact.actions());
            } else {
                steps.add(step);
            }
        }
        return program.with(steps);
    }

    /** All rows, and the last answer of every live query. */
    private static Map<String, Object> outcome(Program program) {
        Map<String, Object> outcome = new LinkedHashMap<>();
        Contents contents = new Contents(program.schema());
        try (AnanasEngine engine = new AnanasEngine(program)) {
            program.steps().forEach(step -> run(engine, contents, step, outcome));
            program.schema()
                    .entities()
                    .forEach(entity -> outcome.put(
                            entity.name(),
                            engine.stored(entity.name()).stream()
                                    .map(Contents::values)
                                    .toList()));
            return new LinkedHashMap<>(outcome);
        }
    }

    private static void run(AnanasEngine engine, Contents contents, Step step, Map<String, Object> outcome) {
        if (step instanceof Step.Subscribe subscribe) {
            QueryShape query = subscribe.query();
            engine.subscribe(
                    query,
                    emission -> outcome.put(query.toString(), contents.of(query, emission.answer())),
                    error -> outcome.put(query.toString(), error));
        } else if (step instanceof Step.Transact transact) {
            transact(engine, contents, transact, outcome);
        } else if (step instanceof Step.Write write) {
            write(engine, write);
        }
    }

    private static void transact(
            AnanasEngine engine, Contents contents, Step.Transact transact, Map<String, Object> outcome) {
        IllegalStateException abort = new IllegalStateException("on purpose");
        try {
            engine.transact(() -> {
                transact.actions().forEach(action -> run(engine, contents, action, outcome));
                if (transact.fails()) {
                    throw abort;
                }
            });
        } catch (IllegalStateException e) {
            assertThat(e).isSameAs(abort);
        }
    }

    private static void write(AnanasEngine engine, Step.Write write) {
        try {
            engine.write(write);
        } catch (dev.ananas.store.ActionFailedException refused) {
            assertThat(refused.getCause()).isNotNull();
        }
    }
}
