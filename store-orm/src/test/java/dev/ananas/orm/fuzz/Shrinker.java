package dev.ananas.orm.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes a failing program smaller, greedily, as long as it fails in the same way. */
final class Shrinker {
    private static final long SECONDS = 30;

    private final Engine.Factory engines;
    private long end;

    Shrinker(Engine.Factory engines) {
        this.engines = engines;
    }

    /** A program and how it fails. */
    record Result(Program program, Mismatch mismatch) {}

    Result shrink(Program program, Mismatch mismatch) {
        end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        Result smallest = new Result(upTo(program, mismatch), mismatch);
        Result smaller = smaller(smallest);
        while (smaller != null) {
            smallest = smaller;
            smaller = smaller(smallest);
        }
        return smallest;
    }

    /** The first variant that still fails alike, or null. */
    private Result smaller(Result known) {
        for (Program candidate : candidates(known.program())) {
            if (System.nanoTime() > end) {
                return null;
            }
            Mismatch mismatch = run(candidate);
            if (mismatch != null && mismatch.kind().equals(known.mismatch().kind())) {
                return new Result(upTo(candidate, mismatch), mismatch);
            }
        }
        return null;
    }

    private static List<Program> candidates(Program program) {
        List<Program> candidates = new ArrayList<>();
        Smaller.lists(program.steps()).forEach(steps -> candidates.add(program.with(steps)));
        unwrapped(program, candidates);
        if (!program.linger()) {
            candidates.add(new Program(program.schema(), program.steps(), true));
        }
        SmallerSchemas.of(program.schema()).forEach(schema -> candidates.add(Pruner.prune(program, schema)));
        Smaller.elements(program.steps(), SmallerSteps::of).forEach(steps -> candidates.add(program.with(steps)));
        return candidates;
    }

    /** Transactions taken apart. */
    private static void unwrapped(Program program, List<Program> into) {
        for (int i = 0; i < program.steps().size(); i++) {
            if (program.steps().get(i) instanceof Step.Transact transact && !transact.fails()) {
                List<Step> steps = new ArrayList<>(program.steps());
                steps.remove(i);
                steps.addAll(i, transact.actions());
                into.add(program.with(steps));
            }
        }
    }

    private static Program upTo(Program program, Mismatch mismatch) {
        int last = Math.min(program.steps().size(), mismatch.step() + 1);
        return program.with(List.copyOf(program.steps().subList(0, last)));
    }

    private Mismatch run(Program program) {
        try {
            Runner.run(program, engines, new Tally());
            return null;
        } catch (Mismatch mismatch) {
            return mismatch;
        }
    }
}
