package dev.ananas.orm.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Random programs over stores that are restored from snapshots on the way, beside the naive model that knows of none. */
class RestoredStoresTest {
    private static final long PROGRAMS = 80;

    @Test
    void aStoreRestoredFromASnapshotGoesOnAsTheOneThatWasWritten() {
        AtomicInteger moved = new AtomicInteger();
        Campaign campaign = new Campaign(
                program -> new SwitchingEngine(program) {
                    @Override
                    public void close() {
                        moved.addAndGet(switches);
                        super.close();
                    }
                },
                seed -> withoutLiveQueries(ProgramGenerator.generate(seed)));
        campaign.seeds(0, PROGRAMS);
        campaign.random(0.1);
        assertThat(moved.get()).isGreaterThan((int) PROGRAMS);
    }

    @Test
    void aLiveQueryDoesNotNoticeThatAllWasRemovedAndRestoredInOneTransaction() {
        AtomicInteger returned = new AtomicInteger();
        Campaign campaign = new Campaign(
                program -> new ReturningEngine(program) {
                    @Override
                    public void close() {
                        returned.addAndGet(returns);
                        super.close();
                    }
                },
                ProgramGenerator::generate);
        campaign.seeds(0, PROGRAMS);
        campaign.random(0.1);
        assertThat(returned.get()).isGreaterThan((int) PROGRAMS);
    }

    private static Program withoutLiveQueries(Program program) {
        List<Step> steps = new ArrayList<>(program.steps());
        steps.removeIf(step -> step instanceof Step.Subscribe || step instanceof Step.Unsubscribe);
        return program.with(steps);
    }
}
