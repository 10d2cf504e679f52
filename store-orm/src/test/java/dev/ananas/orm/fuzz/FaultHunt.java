package dev.ananas.orm.fuzz;

import java.util.function.LongFunction;

/**
 * Runs programs until one of them notices that the engine is wrong, and answers what it noticed; null if none of them does.
 * Public, with a type that is the same everywhere, because it runs in a class loader of its own.
 */
public final class FaultHunt implements LongFunction<String> {

    /** Looks with this many programs. */
    @Override
    public String apply(long programs) {
        for (long seed = 0; seed < programs; seed++) {
            Program program = seed % 2 == 0 ? ProgramGenerator.generate(seed) : ProgramGenerator.repetitive(seed);
            try {
                Runner.run(program, AnanasEngine::new, new Tally());
            } catch (Mismatch mismatch) {
                return "program " + seed + ", " + mismatch.getMessage();
            }
        }
        return null;
    }
}
