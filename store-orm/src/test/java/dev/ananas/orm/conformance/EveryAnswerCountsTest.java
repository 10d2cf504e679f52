package dev.ananas.orm.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.conformance.Scenario.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Spoils the recorded answers one by one: whatever passes as recorded has to fail at the step that was spoilt. */
class EveryAnswerCountsTest {

    @Test
    void aSpoiltAnswerIsFound() throws IOException {
        List<String> unnoticed = new ArrayList<>();
        int spoilt = 0;
        for (Path file : ScenarioFiles.in(ScenarioFiles.recorded())) {
            Scenario scenario = Scenario.of(Json.read(file));
            if (Replay.of(scenario) instanceof Outcome.Passed) {
                for (Scenario wrong : spoilt(scenario)) {
                    spoilt++;
                    expectFailure(wrong, scenario, unnoticed);
                }
            }
        }
        assertThat(unnoticed).as("of %d spoilt answers", spoilt).isEmpty();
        assertThat(spoilt).isGreaterThan(1000);
    }

    private static void expectFailure(Scenario wrong, Scenario right, List<String> unnoticed) {
        int number = 1;
        while (wrong.steps().get(number - 1) == right.steps().get(number - 1)) {
            number++;
        }
        if (!(Replay.of(wrong) instanceof Outcome.Failed failed) || failed.step() != number) {
            unnoticed.add(wrong.id() + " step " + number + " "
                    + Json.print(wrong.steps().get(number - 1).members()));
        }
    }

    private static List<Scenario> spoilt(Scenario scenario) {
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
