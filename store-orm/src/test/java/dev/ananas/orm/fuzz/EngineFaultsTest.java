package dev.ananas.orm.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A test of the tests: the engine is compiled with one thing wrong at a time, and the programs have to notice each.
 *
 * <p>The list is {@code src/test/resources/faults/engine.txt}. A fault that is noticed late has a short program of its own
 * beside it; what notices the others are the programs that failed once, and random ones. A fault that is not noticed is a hole in the programs or in the
 * naive model that they are compared with, unless the engine does the same with it, only slower: then it is no fault.
 *
 * <p>{@code -Dfaults=all} tries them all, {@code -Dfaults=window} those with this word in their names.
 */
class EngineFaultsTest {
    private static final int PROGRAMS = 500;
    private static final int SHARE = 12;

    @TempDir
    Path folder;

    /** The faults that were asked for, or every twelfth. */
    static Stream<EngineFault> faults() {
        List<EngineFault> all = EngineFault.all();
        String asked = System.getProperty("faults", "");
        return IntStream.range(0, all.size())
                .filter(i -> asked.isEmpty()
                        ? i % SHARE == 0
                        : asked.equals("all") || all.get(i).name().contains(asked))
                .mapToObj(all::get);
    }

    @Test
    void everyFaultHasItsPlaceInTheSource() {
        assertThat(EngineFault.all()).hasSizeGreaterThan(100).allSatisfy(EngineFault::source);
        assertThat(EngineFault.variations()).isNotEmpty().allSatisfy(EngineFault::source);
        assertThat(EngineFault.all()).extracting(EngineFault::name).doesNotHaveDuplicates();
    }

    @Test
    void everyProgramBesideTheListIsOfOneOfItsFaults() throws IOException {
        assertThat(EngineFault.all()).extracting(EngineFault::fileName).containsAll(EngineFault.files());
    }

    @Test
    void theEngineAsItIsPasses() throws Exception {
        EngineFault any = EngineFault.all().get(0);
        List<String> programs = new ArrayList<>();
        EngineFault.all().forEach(fault -> programs.addAll(fault.programs()));
        assertThat(programs).isNotEmpty();
        assertThat(hunt(any, any.original(), programs, 20)).isNull();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theProgramsNoticeThat(EngineFault fault) throws Exception {
        String noticed = hunt(fault, fault.source(), PROGRAMS);
        System.out.println("[faults] " + fault + ": " + noticed);
        assertThat(noticed)
                .as("what %s programs noticed of \"%s\"", PROGRAMS, fault)
                .isNotNull();
    }

    static List<EngineFault> variations() {
        return EngineFault.variations();
    }

    @ParameterizedTest
    @MethodSource("variations")
    void theProgramsDoNotNoticeThat(EngineFault variation) throws Exception {
        assertThat(hunt(variation, variation.source(), 60)).isNull();
    }

    /** Runs the program of the fault, those that failed once, and random ones. */
    private String hunt(EngineFault fault, String source, int random) throws Exception {
        List<String> known = new ArrayList<>(fault.programs());
        for (Path file : FuzzRegressionTest.files()) {
            known.add(Files.readString(file));
        }
        return hunt(fault, source, known, random);
    }

    private String hunt(EngineFault fault, String source, List<String> known, int random) throws Exception {
        ClassLoader classes = new FaultyClasses(fault.className(), source, fault.others(), folder);
        @SuppressWarnings("unchecked")
        BiFunction<List<String>, Integer, String> hunt = (BiFunction<List<String>, Integer, String>)
                classes.loadClass(FaultHunt.class.getName()).getConstructor().newInstance();
        return hunt.apply(known, random);
    }
}
