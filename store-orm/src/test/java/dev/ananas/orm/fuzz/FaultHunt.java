package dev.ananas.orm.fuzz;

import java.util.List;
import java.util.function.BiFunction;

/**
 * Runs programs until one of them notices that the engine is wrong, and answers what it noticed; null if none of them does.
 * Public, with a type that is the same everywhere, because it runs in a class loader of its own.
 */
public final class FaultHunt implements BiFunction<List<String>, Integer, String> {
    /** A fault that only later programs notice is worth a program of its own. */
    private static final int LATE = 30;

    /** Runs these programs, and then as many random ones. */
    @Override
    public String apply(List<String> known, Integer random) {
        for (String program : known) {
            Mismatch noticed = run(Program.ofJson(program));
            if (noticed != null) {
                return "a known program, " + noticed.getMessage();
            }
        }
        for (long seed = 0; seed < random; seed++) {
            Program program = seed % 2 == 0 ? ProgramGenerator.generate(seed) : ProgramGenerator.repetitive(seed);
            Mismatch noticed = run(program);
            if (noticed != null) {
                return "program " + seed + ", " + noticed.getMessage() + (seed < LATE ? "" : asFile(program, noticed));
            }
        }
        return null;
    }

    private static Mismatch run(Program program) {
        try {
            Runner.run(program, AnanasEngine::new, new Tally());
            return null;
        } catch (Mismatch mismatch) {
            return mismatch;
        }
    }

    private static String asFile(Program program, Mismatch noticed) {
        return "\nThe shortest program that notices it, for its file in src/test/resources/faults:\n"
                + new Shrinker(AnanasEngine::new)
                        .shrink(program, noticed)
                        .program()
                        .toJson();
    }
}
