package dev.ananas.orm.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.LiveGraphs;
import java.util.Random;

/**
 * Random programs over a filled zoo that leave nothing open: the same ones in every build, and more of them for a quarter of
 * {@code -Dfuzz.seconds}.
 */
final class ZooPrograms {
    private static final int SEEDS = 30;
    private static final int RECORDS = 60;

    private ZooPrograms() {}

    interface Program {
        void run(Zoo zoo, Changes changes, Random random);
    }

    static void run(Program program) {
        long end = System.nanoTime() + Long.getLong("fuzz.seconds", 0) * 1_000_000_000L / 4;
        for (int seed = 0; seed < SEEDS || System.nanoTime() < end; seed++) {
            try {
                run(program, seed);
            } catch (AssertionError | RuntimeException failed) {
                throw new AssertionError("Failed with seed " + seed, failed);
            }
        }
    }

    private static void run(Program program, int seed) {
        Random random = new Random(seed);
        try (Zoo zoo = new Zoo(seed % 3 != 0)) {
            Changes changes = new Changes(zoo, random);
            changes.write(RECORDS);
            program.run(zoo, changes, random);
            assertThat(LiveGraphs.of(zoo.db).bucketCount()).isZero();
        }
    }
}
