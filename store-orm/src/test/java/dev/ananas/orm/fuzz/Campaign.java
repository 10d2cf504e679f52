package dev.ananas.orm.fuzz;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

/** Many programs, each compared with the naive model. */
final class Campaign {
    /** Seconds for programs nobody has seen before; none where a build answers for the code alone. */
    private static final double SECONDS = Double.parseDouble(System.getProperty("fuzz.seconds", "0"));

    private final Engine.Factory engines;
    private final LongFunction<Program> programs;
    private final Tally tally = new Tally();

    Campaign(Engine.Factory engines, LongFunction<Program> programs) {
        this.engines = engines;
        this.programs = programs;
    }

    Tally tally() {
        return tally;
    }

    /** Programs of these seeds, the last one left out. */
    void seeds(long from, long to) {
        for (long seed = from; seed < to; seed++) {
            seed(seed);
        }
    }

    /** Programs of random seeds for a share of {@code fuzz.seconds}; the first of them is printed. */
    void random(double share) {
        if (SECONDS == 0) {
            return;
        }
        long start = ThreadLocalRandom.current().nextLong(1_000_000_000L, 1_000_000_000_000_000L);
        System.out.println("[fuzz] random programs from seed " + start);
        long end = System.nanoTime() + (long) (SECONDS * share * TimeUnit.SECONDS.toNanos(1));
        for (long seed = start; System.nanoTime() < end; seed++) {
            seed(seed);
        }
    }

    /** The program of one seed. */
    void seed(long seed) {
        run(programs.apply(seed), "of seed " + seed + " (rerun with -Dfuzz.seed=" + seed + ")");
    }

    /** One program; if it fails, the smallest one that fails alike is in the message of the error. */
    void run(Program program, String name) {
        try {
            Runner.run(program, engines, tally);
        } catch (Mismatch mismatch) {
            Shrinker.Result smallest = new Shrinker(engines).shrink(program, mismatch);
            throw new AssertionError(
                    "Program " + name + " fails, shrunk from "
                            + program.steps().size() + " to "
                            + smallest.program().steps().size() + " steps.\n"
                            + smallest.mismatch().getMessage() + "\n\n"
                            + JavaPrinter.print(smallest.program(), smallest.mismatch())
                            + "\nAs a file for src/test/resources/fuzz:\n"
                            + smallest.program().toJson(),
                    smallest.mismatch());
        }
    }
}
