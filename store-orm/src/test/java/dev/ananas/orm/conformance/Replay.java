package dev.ananas.orm.conformance;

import dev.ananas.orm.conformance.Scenario.Step;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Replays one scenario up to its first difference. */
final class Replay {
    private final Steps steps;
    private final Matcher matcher;

    private Replay(Steps steps, Matcher matcher) {
        this.steps = steps;
        this.matcher = matcher;
    }

    /** Replays a scenario without classes, or says why not. */
    static Outcome of(Scenario scenario) {
        return of(scenario, EntityTypes.DYNAMIC);
    }

    /** Replays a scenario over entity types of some form, or says why not. */
    static Outcome of(Scenario scenario, EntityTypes form) {
        try {
            Set<String> missing = Features.missing(scenario);
            return missing.isEmpty() ? replayed(scenario, form) : new Outcome.Skipped(scenario.id(), missing);
        } catch (RuntimeException e) {
            return new Outcome.Failed(scenario.id(), 0, "reading the scenario", "a scenario", describe(e));
        }
    }

    private static Outcome replayed(Scenario scenario, EntityTypes form) {
        try (Steps steps = new Steps(scenario, form)) {
            Set<String> leftOut = form.showsNullForLeftOut() ? LeftOut.of(scenario) : Set.of();
            Replay replay = new Replay(steps, new Matcher(leftOut));
            for (Step step : scenario.steps()) {
                Outcome.Failed failed = replay.failure(scenario, step);
                if (failed != null) {
                    return failed;
                }
            }
        }
        return new Outcome.Passed(scenario.id());
    }

    private Outcome.@Nullable Failed failure(Scenario scenario, Step step) {
        try {
            if (step.flag("throws")) {
                runToFail(step);
            } else {
                check(step, steps.run(step));
            }
            steps.settle();
            steps.checkChanged(step);
            return null;
        } catch (Fault fault) {
            return new Outcome.Failed(
                    scenario.id(),
                    step.number(),
                    fault.getMessage() + " in " + step.input(),
                    fault.expected(),
                    fault.got());
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            return new Outcome.Failed(
                    scenario.id(),
                    step.number(),
                    "error in " + step.input(),
                    Json.print(step.get("returns")),
                    describe(e));
        }
    }

    private void runToFail(Step step) {
        Map<String, @Nullable Object> before = steps.state();
        long version = steps.version();
        Object answer;
        try {
            answer = steps.run(step);
        } catch (Fault fault) {
            throw fault;
        } catch (RuntimeException expected) {
            if (version != steps.version() || !Matcher.same(before, steps.state())) {
                throw new Fault("state after an error", Json.print(before), Json.print(steps.state()));
            }
            return;
        }
        throw new Fault("no error", "an error", Json.print(answer));
    }

    private void check(Step step, @Nullable Object answer) {
        if (!step.has("returns") || step.flag("returnsUnpinned")) {
            return;
        }
        Object expected = step.get("returns");
        if (!matcher.matches(expected, answer, step.anyOrder())) {
            throw new Fault(Difference.between(expected, answer), Json.print(expected), Json.print(answer));
        }
    }

    private static String describe(Throwable error) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            text.append(text.length() == 0 ? "" : " <- ")
                    .append(cause.getClass().getSimpleName())
                    .append(": ")
                    .append(cause.getMessage());
        }
        StackTraceElement[] trace = error.getStackTrace();
        return trace.length == 0
                ? text.toString()
                : text.append(" at ").append(trace[0]).toString();
    }
}
