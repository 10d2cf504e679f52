package dev.ananas.orm.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void countsByFolderAndTellsWhatIsMissing() {
        Report report = new Report();
        report.add(new Outcome.Passed("where/a"));
        report.add(new Outcome.Passed("where/b"));
        report.add(new Outcome.Failed("where/c", 3, "differs at $.id", "{\"id\":1}", "{\"id\":2}"));
        report.add(new Outcome.Skipped("live/a", Set.of("call has")));
        report.add(new Outcome.Skipped("live/b", Set.of("call has", "helper sum")));
        assertThat(report.summary()).isEqualTo("2 passed, 1 failed, 2 skipped");
        assertThat(report.failures()).hasSize(1);
        assertThat(report.text().replaceAll(" +", " "))
                .containsSubsequence("live 0 0 2", "where 2 1 0", "2 passed, 1 failed, 2 skipped")
                .containsSubsequence("2 (1) call has", "1 (0) helper sum")
                .containsSubsequence("FAILED where/c step 3", "expected {\"id\":1}", "got {\"id\":2}");
    }
}
