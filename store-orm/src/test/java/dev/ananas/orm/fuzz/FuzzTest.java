package dev.ananas.orm.fuzz;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Random programs, each run side by side with a naive model of the library and compared after every step.
 *
 * <p>Besides the two laws named here each program checks the laws 1 (one transaction, at most one emission, none before
 * its end), 2 (a failed transaction changes nothing), 8 (orders) and 10 (answers are immutable). A build runs the same
 * programs every time, so that it fails for what was changed and not for what was drawn; {@code -Dfuzz.seconds} adds that
 * time of others, {@code -Dfuzz.seed} runs one again. What a failure prints goes to {@code src/test/resources/fuzz}, where
 * {@link FuzzRegressionTest} finds it.
 */
class FuzzTest {
    private static final long FIXED = 900;
    private static final long FIRST_REPETITIVE = 1_000_000;
    private static final long REPETITIVE = 300;

    @Test
    void law05ALiveQueryEqualsTheSameQueryAskedAnew() {
        Campaign campaign = new Campaign(AnanasEngine::new, ProgramGenerator::generate);
        campaign.seeds(0, FIXED);
        campaign.random(0.6);
        report("law 5", campaign);
    }

    @Test
    void law04EmissionIfAndOnlyIfTheResultChanged() {
        Campaign campaign = new Campaign(AnanasEngine::new, ProgramGenerator::repetitive);
        campaign.seeds(FIRST_REPETITIVE, FIRST_REPETITIVE + REPETITIVE);
        campaign.random(0.4);
        report("law 4", campaign);
    }

    @Test
    @EnabledIfSystemProperty(named = "fuzz.seed", matches = "\\d+")
    void theProgramOfTheGivenSeedAgreesWithTheNaiveModel() {
        long seed = Long.getLong("fuzz.seed");
        new Campaign(AnanasEngine::new, ProgramGenerator::generate).seed(seed);
        new Campaign(AnanasEngine::new, ProgramGenerator::repetitive).seed(seed);
    }

    private static void report(String name, Campaign campaign) {
        System.out.println("[fuzz] " + name + ": " + campaign.tally());
    }
}
