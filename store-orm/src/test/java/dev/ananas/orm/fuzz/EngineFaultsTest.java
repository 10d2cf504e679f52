package dev.ananas.orm.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A test of the tests: the engine is compiled with one thing wrong at a time, and the random programs have to notice each.
 *
 * <p>The list is {@code src/test/resources/faults/engine.txt}. A fault that is not noticed is a hole in the programs or in
 * the naive model that they are compared with, unless the engine does the same with it, only slower: then it is no fault.
 */
class EngineFaultsTest {
    private static final int PROGRAMS = Integer.getInteger("faults.programs", 400);
    private static final int SHARE = 12;

    @TempDir
    Path folder;

    /** All faults, those with some words in their names, or every twelfth, others each day. */
    static Stream<EngineFault> faults() {
        List<EngineFault> all = EngineFault.all();
        String asked = System.getProperty("faults", "");
        int today = (int) (LocalDate.now(ZoneOffset.UTC).toEpochDay() % SHARE);
        return IntStream.range(0, all.size())
                .filter(i -> asked.isEmpty()
                        ? i % SHARE == today
                        : asked.equals("all") || all.get(i).name().contains(asked))
                .mapToObj(all::get);
    }

    @Test
    void everyFaultHasItsPlaceInTheSource() {
        assertThat(EngineFault.all()).hasSizeGreaterThan(60).allSatisfy(EngineFault::source);
        assertThat(EngineFault.all()).extracting(EngineFault::name).doesNotHaveDuplicates();
    }

    @Test
    void theEngineAsItIsPasses() throws IOException, ReflectiveOperationException {
        EngineFault any = EngineFault.all().get(0);
        assertThat(hunt("no fault", any.className(), any.original(), 20)).isNull();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theProgramsNoticeThat(EngineFault fault) throws IOException, ReflectiveOperationException {
        assertThat(hunt(fault.name(), fault.className(), fault.source(), PROGRAMS))
                .as("what %s programs noticed of \"%s\"", PROGRAMS, fault)
                .isNotNull();
    }

    private String hunt(String what, String className, String source, int programs)
            throws IOException, ReflectiveOperationException {
        ClassLoader classes = new FaultyClasses(className, source, folder);
        @SuppressWarnings("unchecked")
        LongFunction<String> hunt = (LongFunction<String>)
                classes.loadClass(FaultHunt.class.getName()).getConstructor().newInstance();
        String noticed = hunt.apply(programs);
        System.out.println("[faults] " + what + ": "
                + (noticed == null
                        ? "nothing noticed"
                        : noticed.lines().findFirst().orElse("")));
        return noticed;
    }
}
