package dev.ananas.samples.tracker.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.Repository;
import dev.ananas.samples.tracker.Server;
import dev.ananas.samples.tracker.Tracker;
import dev.ananas.samples.tracker.model.Issue;
import dev.ananas.samples.tracker.model.Issue_;
import dev.ananas.samples.tracker.model.Status;
import dev.ananas.samples.tracker.model.User;
import dev.ananas.samples.tracker.model.User_;
import dev.ananas.ui.swing.Column;
import dev.ananas.ui.swing.LiveComboBoxModel;
import dev.ananas.ui.swing.SwingScope;
import java.awt.EventQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.swing.JLabel;
import javax.swing.JTable;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;

/** The code of the page about Swing. */
class SwingPageTest {
    private final JTable table = new JTable();
    private final JLabel label = new JLabel();

    @Test
    void theCodeOfThePageWorks() throws Exception {
        try (Tracker tracker = new Tracker(new Server(Duration.ofSeconds(1), Schedulers.parallel()))) {
            Repository<Issue> issues = tracker.issues();
            Repository<User> users = tracker.database().repository(User_.ENTITY);
            SwingScope scope = SwingScope.of("issues", table); // ends when the table leaves its window
            Column<Issue, String> title =
                    Column.of(Issue_.title, String.class, Issue::title).editable();
            Column<Issue, Status> status =
                    Column.of(Issue_.status, Status.class, Issue::status).headed("How far");
            scope.show(issues.query().orderBy(Issue_.id), table, List.of(title, status), issues, Issue::id);
            scope.show(issues.query().count(), count -> label.setText(count + " issues"));
            LiveComboBoxModel<User> assignees = scope.combo(users.query().orderBy(User_.name), User::id);
            assignees.selectKey(3); // selected when its row comes
            AtomicBoolean shown = new AtomicBoolean();
            long deadline = System.nanoTime() + 60_000_000_000L;
            while (!shown.get()) {
                assertThat(System.nanoTime()).as("waited in vain").isLessThan(deadline);
                EventQueue.invokeAndWait(() -> shown.set(table.getRowCount() == 24
                        && label.getText().equals("24 issues")
                        && assignees.getSelectedItem() instanceof User user
                        && user.name().equals("Wei Zhang")));
                LockSupport.parkNanos(2_000_000);
            }
            assertThat(table.getColumnName(1)).isEqualTo("How far");
            assertThat(table.isCellEditable(0, 0)).isTrue();
            scope.close();
        }
    }

    @Test
    void thePageHasThisCode() throws IOException {
        String page = Files.readString(Path.of("..", "..", "docs", "ui.md"));
        String source = Files.readString(
                Path.of("src", "test", "java", "dev", "ananas", "samples", "tracker", "ui", "SwingPageTest.java"));
        String section = page.substring(page.indexOf("\n## Swing"));
        int begin = section.indexOf("```java") + "```java".length();
        String code = section.substring(begin, section.indexOf("```", begin));
        assertThat(code).contains("SwingScope.of");
        assertThat(withoutSpace(source)).contains(withoutSpace(code));
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }
}
