package dev.ananas.ui.outside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.ui.ManualThread;
import dev.ananas.ui.OpenSubscription;
import dev.ananas.ui.People;
import dev.ananas.ui.UiScope;
import dev.ananas.ui.javafx.FxScope;
import org.junit.jupiter.api.Test;

/** In a package of its own, like an application. */
class LeakReportTest {

    @Test
    void theReportNamesThePlaceOfTheSubscription() {
        try (People people = People.of(3);
                UiScope scope = UiScope.of("main window", new ManualThread())) {
            openList(FxScope.on(scope), people);
            assertThat(scope.open()).hasSize(1);
            OpenSubscription open = scope.open().get(0);
            assertThat(open.place().getClassName()).isEqualTo(getClass().getName());
            assertThat(open.place().getMethodName()).isEqualTo("openList");
            assertThat(scope.toString())
                    .startsWith("scope \"main window\"\n  main window: ")
                    .contains("people")
                    .contains("opened at " + getClass().getName() + ".openList(LeakReportTest.java:");
        }
    }

    private static void openList(FxScope scope, People people) {
        scope.list(people.byRank());
    }
}
