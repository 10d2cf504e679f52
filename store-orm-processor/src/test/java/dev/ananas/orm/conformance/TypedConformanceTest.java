package dev.ananas.orm.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.model.EntityType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Replays the recorded scenarios over records. Their models are written as annotated types and compiled with the processor; a scenario
 * that passes without classes has to pass over the generated entity types, and over ones that are built by hand for the same records.
 */
class TypedConformanceTest {
    /** Every so many scenarios one has its answers spoilt. */
    private static final int SAMPLE = 40;

    @TempDir
    static Path folder;

    private static final Map<Scenario, String> SCHEMAS = new LinkedHashMap<>();
    private static final List<String> INEXPRESSIBLE = new ArrayList<>();
    private static Compiled compiled;

    @BeforeAll
    static void compile() throws IOException {
        Map<Map<String, ?>, String> schemas = new LinkedHashMap<>();
        Map<String, String> sources = new LinkedHashMap<>();
        for (Path file : ScenarioFiles.in(ScenarioFiles.recorded())) {
            Scenario scenario = Scenario.of(Json.read(file));
            if (keepsListsAsText(scenario)) {
                INEXPRESSIBLE.add(scenario.id());
                continue;
            }
            String schema = schemas.computeIfAbsent(scenario.models(), any -> "schema" + schemas.size());
            SCHEMAS.put(scenario, schema);
            sources.computeIfAbsent(schema, any -> new RecordSource(scenario).write(schema));
        }
        compiled = new Compiled(sources, folder);
    }

    @AfterAll
    static void close() throws IOException {
        compiled.close();
        SCHEMAS.clear();
        INEXPRESSIBLE.clear();
    }

    /** A record keeps a value as it is read, so the state shows a list where a row without a class keeps its text. */
    private static boolean keepsListsAsText(Scenario scenario) {
        return scenario.models().values().stream()
                .anyMatch(model -> model.map("casts").containsValue("array"));
    }

    @Test
    void nothingIsLeftOutButWhatARecordCannotExpress() {
        assertThat(INEXPRESSIBLE).containsExactly("casts/array.people");
    }

    @Test
    void generatedEntityTypesReproduceEveryScenario() {
        reproduceEveryScenario(TypedConformanceTest::generated);
    }

    @Test
    void entityTypesBuiltByHandOverTheSameRecordsReproduceEveryScenario() {
        reproduceEveryScenario(TypedConformanceTest::byHand);
    }

    /** Those that are skipped change a record in place, which no form can do. */
    private static void reproduceEveryScenario(Function<Scenario, EntityTypes> form) {
        Report report = new Report();
        SCHEMAS.keySet().forEach(scenario -> report.add(Replay.of(scenario, form.apply(scenario))));
        assertThat(report.failures()).as(report.text()).isEmpty();
        assertThat(report.summary()).isEqualTo("550 passed, 0 failed, 3 skipped");
    }

    @Test
    void aSpoiltAnswerIsFoundInEitherForm() {
        int place = 0;
        int count = 0;
        for (Scenario scenario : SCHEMAS.keySet()) {
            if (place++ % SAMPLE == 0) {
                for (EntityTypes form : List.of(generated(scenario), byHand(scenario))) {
                    Spoilt spoilt = new Spoilt(form);
                    spoilt.tryAll(scenario);
                    count += spoilt.count();
                    assertThat(spoilt.unnoticed()).isEmpty();
                }
            }
        }
        assertThat(count).isGreaterThan(100);
    }

    private static EntityTypes generated(Scenario scenario) {
        return new Generated(compiled, SCHEMAS.get(scenario));
    }

    private static EntityTypes byHand(Scenario scenario) {
        String schema = SCHEMAS.get(scenario);
        return new ByHand(
                scenario, entity -> compiled.entityType(schema, entity).model());
    }

    /** What the processor wrote. */
    private record Generated(Compiled compiled, String schema) implements EntityTypes {

        @Override
        public EntityType<?> of(Scenario scenario, Scenario.Model model, HookLog log) {
            ScenarioCalls.listen(model.entity(), log.hooks(model));
            return compiled.entityType(schema, model.entity());
        }

        @Override
        public List<EntityType<?>> beside(Scenario scenario, Scenario.Model model) {
            return Cases.isBase(model) && Cases.value(model, model.entity()) != null
                    ? List.of(compiled.entityType(schema, RecordSource.ownCase(model.entity())))
                    : List.of();
        }

        @Override
        public boolean showsNullForLeftOut() {
            return true;
        }
    }
}
