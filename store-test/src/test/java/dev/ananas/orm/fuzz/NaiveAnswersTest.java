package dev.ananas.orm.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The loops behind the oracle for applications, beside the engine: random schemas of every relation kind, cases, casts and hidden
 * attributes, random rows and random live queries. The loops agree with the engine as it is, and not with one that has a fault.
 */
class NaiveAnswersTest {
    private static final int PROGRAMS = 120;
    private static final List<String> FAULTS = List.of(
            "rows are not walked back from their old version",
            "members that enter by a condition on their model are not in demand",
            "a changed row is not built again",
            "counting stops one too early",
            "what stands before orWhere holds one by one");

    @TempDir
    Path folder;

    @Test
    void loopsOverAllRowsAnswerEveryQuestionAsTheEngineDoes() {
        assertThat(new NaiveHunt().apply(List.of(), PROGRAMS)).isNull();
    }

    /** Some of the faults that other tests make: one of each part of the engine. */
    static Stream<EngineFault> faults() {
        return EngineFault.all().stream().filter(fault -> FAULTS.contains(fault.name()));
    }

    @Test
    void everyFaultIsOneOfTheList() {
        assertThat(faults()).hasSameSizeAs(FAULTS);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theLoopsNoticeThat(EngineFault fault) throws Exception {
        ClassLoader classes = new FaultyClasses(fault.className(), fault.source(), fault.others(), folder);
        @SuppressWarnings("unchecked")
        BiFunction<List<String>, Integer, String> hunt = (BiFunction<List<String>, Integer, String>)
                classes.loadClass(NaiveHunt.class.getName()).getConstructor().newInstance();
        String noticed = hunt.apply(fault.programs(), PROGRAMS);
        System.out.println("[faults] " + fault + ": " + noticed);
        assertThat(noticed).as("what the loops notice of \"%s\"", fault).isNotNull();
    }
}
