package dev.ananas.orm.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A test of the test: what is wrong on purpose has to be noticed soon, and shrinks to something small. */
class OracleBitesTest {
    private static final int PROGRAMS = 40;

    @ParameterizedTest
    @EnumSource
    void aFaultIsNoticedWithinFewPrograms(FaultyEngine.Fault fault) {
        for (long seed = 0; seed < PROGRAMS; seed++) {
            Mismatch mismatch = run(ProgramGenerator.generate(seed), fault);
            if (mismatch != null) {
                assertThat(fault.noticedAs).contains(mismatch.about());
                return;
            }
        }
        fail("%s was not noticed in %d programs", fault, PROGRAMS);
    }

    @Test
    void aFailureShrinksToAFewSteps() {
        FaultyEngine.Fault fault = FaultyEngine.Fault.REVERSES_LISTS;
        Engine.Factory engines = opened -> new FaultyEngine(opened, fault);
        for (long seed = 0; seed < PROGRAMS; seed++) {
            Program program = ProgramGenerator.generate(seed);
            Mismatch mismatch = run(program, fault);
            if (mismatch != null) {
                Shrinker.Result smallest = new Shrinker(engines).shrink(program, mismatch);
                assertThat(smallest.program().steps()).hasSizeLessThanOrEqualTo(3);
                assertThat(smallest.program().schema().entities()).hasSizeLessThanOrEqualTo(2);
                assertThat(JavaPrinter.print(smallest.program(), smallest.mismatch()))
                        .contains("Database.on(store", ".flux()", "expected");
                return;
            }
        }
        fail("nothing to shrink in %d programs", PROGRAMS);
    }

    @Test
    void aSeedAlwaysMakesTheSameProgram() {
        for (long seed = 0; seed < PROGRAMS; seed++) {
            Program program = ProgramGenerator.generate(seed);
            assertThat(ProgramGenerator.generate(seed)).isEqualTo(program);
            assertThat(Program.ofJson(program.toJson())).isEqualTo(program);
        }
    }

    private static Mismatch run(Program program, FaultyEngine.Fault fault) {
        try {
            Runner.run(program, opened -> new FaultyEngine(opened, fault), new Tally());
            return null;
        } catch (Mismatch mismatch) {
            return mismatch;
        }
    }
}
