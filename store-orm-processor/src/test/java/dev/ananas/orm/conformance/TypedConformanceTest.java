package dev.ananas.orm.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Replays the recorded scenarios over records. Their models are written as annotated records and compiled with the processor; a scenario
 * that passes without classes has to pass over the generated entity types, and over ones that are built by hand for the same records.
 */
class TypedConformanceTest {
    /** What the models of a scenario may say; what is left converts, hides, or has a base that is an entity itself. */
    private static final Set<String> PLAIN = Set.of("primaryKey", "fields");

    private static final Set<String> WITH_HOOKS = Set.of("primaryKey", "fields", "hooks");

    /** A record has all its components, so it shows null for what a query leaves out, where a row shows nothing. */
    private static final Set<String> LEAVING_OUT = Set.of("hidden-visible/make-hidden.people");

    /** A number that is declared by a call has the class of its default, which takes no decimals here. */
    private static final Set<String> NARROW = Set.of("attributes/keeps-values.tickets");

    @TempDir
    static Path folder;

    private static final Map<Scenario, String> SCHEMAS = new LinkedHashMap<>();
    private static Compiled compiled;

    @BeforeAll
    static void compile() throws IOException {
        Map<Map<String, ?>, String> schemas = new LinkedHashMap<>();
        Map<String, String> sources = new LinkedHashMap<>();
        for (Path file : ScenarioFiles.in(ScenarioFiles.recorded())) {
            Scenario scenario = Scenario.of(Json.read(file));
            if (!LEAVING_OUT.contains(scenario.id()) && saysOnly(scenario, WITH_HOOKS)) {
                String schema = schemas.computeIfAbsent(scenario.models(), any -> "schema" + schemas.size());
                SCHEMAS.put(scenario, schema);
                sources.computeIfAbsent(schema, any -> new RecordSource(scenario).write(schema));
            }
        }
        compiled = new Compiled(sources, folder);
    }

    @AfterAll
    static void close() throws IOException {
        compiled.close();
        SCHEMAS.clear();
    }

    private static boolean saysOnly(Scenario scenario, Set<String> members) {
        return scenario.models().values().stream()
                .allMatch(model -> members.containsAll(model.members().keySet()));
    }

    @Test
    void generatedEntityTypesReproduceEveryScenario() {
        Report report = new Report();
        SCHEMAS.forEach((scenario, schema) -> {
            if (saysOnly(scenario, PLAIN)) {
                report.add(Replay.of(scenario, (any, model, log) -> compiled.entityType(schema, model.entity())));
            }
        });
        assertThat(report.failures()).as(report.summary()).isEmpty();
        assertThat(report.summary()).isEqualTo("478 passed, 0 failed, 3 skipped");
    }

    @Test
    void entityTypesBuiltByHandOverTheSameRecordsReproduceEveryScenario() {
        Report report = new Report();
        SCHEMAS.forEach((scenario, schema) -> {
            if (NARROW.contains(scenario.id())) {
                return;
            }
            RecordSource source = new RecordSource(scenario);
            report.add(Replay.of(
                    scenario,
                    (any, model, log) -> ByHand.type(
                            scenario,
                            model,
                            compiled.entityType(schema, model.entity()).model(),
                            source.slots(model.entity()),
                            log)));
        });
        assertThat(report.failures()).as(report.summary()).isEmpty();
        assertThat(report.summary()).isEqualTo("504 passed, 0 failed, 3 skipped");
    }
}
