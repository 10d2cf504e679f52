package dev.ananas.ui.outside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.model.Row;
import dev.ananas.ui.ManualThread;
import dev.ananas.ui.OpenSubscription;
import dev.ananas.ui.People;
import dev.ananas.ui.UiScope;
import dev.ananas.ui.swing.Column;
import dev.ananas.ui.swing.SwingScope;
import java.util.List;
import javax.swing.JTable;
import org.junit.jupiter.api.Test;

class SwingLeakReportTest {
    private static final Column<Row, String> NAME =
            Column.of(People.NAME, String.class, row -> (String) row.get("name"));

    @Test
    void theReportNamesThePlaceWhereATableWasBound() {
        try (People people = People.of(3);
                UiScope scope = UiScope.of("main window", new ManualThread())) {
            openTable(SwingScope.on(scope), people);
            OpenSubscription open = SwingScope.on(scope).open().get(0);
            assertThat(open.place().getClassName()).isEqualTo(getClass().getName());
            assertThat(open.place().getMethodName()).isEqualTo("openTable");
            assertThat(scope.toString())
                    .contains("people")
                    .contains("opened at " + getClass().getName() + ".openTable(SwingLeakReportTest.java:");
        }
    }

    private static void openTable(SwingScope scope, People people) {
        scope.show(people.byRank(), new JTable(), List.of(NAME));
    }
}
