package dev.ananas.orm.conformance;

import dev.ananas.orm.conformance.Scenario.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scenarios with a wrong answer, replayed over entity types of one form: each has to fail at the step that was spoilt. */
final class Spoilt {
    private final EntityTypes form;
    private final List<String> unnoticed = new ArrayList<>();
    private int count;

    Spoilt(EntityTypes form) {
        this.form = form;
    }

    /** Spoils every answer of a scenario in turn, if it passes as recorded. */
    void tryAll(Scenario scenario) {
        if (Replay.of(scenario, form) instanceof Outcome.Passed) {
            for (Scenario wrong : all(scenario)) {
                count++;
                expectFailure(wrong, scenario);
            }
        }
    }

    /** How many answers were spoilt. */
    int count() {
        return count;
    }

    /** Those that passed, or failed at another step. */
    List<String> unnoticed() {
        return unnoticed;
    }

    private void expectFailure(Scenario wrong, Scenario right) {
        int number = 1;
        while (wrong.steps().get(number - 1) == right.steps().get(number - 1)) {
            number++;
        }
        if (!(Replay.of(wrong, form) instanceof Outcome.Failed failed) || failed.step() != number) {
            unnoticed.add(wrong.id() + " step " + number + " "
                    + Json.print(wrong.steps().get(number - 1).members()));
        }
    }

    private static List<Scenario> all(Scenario scenario) {
        List<Scenario> all = new ArrayList<>();
        for (Step step : scenario.steps()) {
            if (step.has("changed")) {
                all.add(with(scenario, step, "changed", !step.flag("changed")));
            }
            if (step.has("returns") && !step.flag("returnsUnpinned")) {
                all.add(with(scenario, step, "returns", spoilt(step.get("returns"))));
                all.add(with(scenario, step, "throws", true));
            }
            if (step.flag("throws")) {
                all.add(with(scenario, step, "throws", false));
            }
        }
        return all;
    }

    /** Another value: in the innermost last element or member, so that everything on the way has to be looked at. */
    private static @Nullable Object spoilt(@Nullable Object answer) {
        if (answer instanceof List<?> list && !list.isEmpty()) {
            List<@Nullable Object> copy = new ArrayList<>(list);
            copy.set(copy.size() - 1, spoilt(copy.get(copy.size() - 1)));
            return copy;
        }
        if (answer instanceof Map<?, ?> map && !map.isEmpty()) {
            Map<String, @Nullable Object> copy = new HashMap<>(Json.map(answer));
            String last = List.copyOf(Json.map(answer).keySet()).get(map.size() - 1);
            copy.put(last, spoilt(copy.get(last)));
            return copy;
        }
        return "spoilt".equals(answer) ? null : "spoilt";
    }

    private static Scenario with(Scenario scenario, Step step, String member, @Nullable Object value) {
        Map<String, @Nullable Object> members = new HashMap<>(step.members());
        members.put(member, value);
        List<Step> steps = new ArrayList<>(scenario.steps());
        steps.set(step.number() - 1, new Step(step.number(), members));
        return scenario.with(steps);
    }
}
