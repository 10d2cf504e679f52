package dev.ananas.samples.tracker.ui;

import static dev.ananas.samples.tracker.ui.Edt.await;
import static dev.ananas.samples.tracker.ui.Edt.onEdt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.samples.tracker.Server;
import dev.ananas.samples.tracker.Tracker;
import dev.ananas.samples.tracker.model.Status;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.swing.JFrame;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.data.TableCell;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Uses the real window by mouse and keyboard. The server answers when the test says so. */
@Tag("display")
class TrackerDisplayTest {
    private static final Duration DELAY = Duration.ofSeconds(2);

    private final AtomicInteger closed = new AtomicInteger();
    private VirtualTimeScheduler time;
    private Tracker tracker;
    private Robot robot;
    private FrameFixture window;

    @BeforeEach
    void open() {
        Display.require();
        FailOnThreadViolationRepaintManager.install();
        time = VirtualTimeScheduler.create();
        tracker = new Tracker(new Server(DELAY, time));
        robot = BasicRobot.robotWithNewAwtHierarchy();
        JFrame frame = onEdt(() -> {
            Theme.LIGHT.apply();
            return TrackerApp.open(new TrackerWindow(tracker, Theme.LIGHT), closed::incrementAndGet);
        });
        window = new FrameFixture(robot, frame);
        await("all issues", () -> window.table("issues").target().getRowCount() == 24);
        await("their count", () -> count("All issues").equals("24"));
    }

    @AfterEach
    void close() {
        if (robot != null) {
            robot.cleanUp();
            tracker.close();
        }
    }

    private String count(String filter) {
        return window.label("count " + filter).target().getText();
    }

    private int rows() {
        return window.table("issues").target().getRowCount();
    }

    private String news() {
        return window.label("news").target().getText();
    }

    private Status stored(int id) {
        return tracker.issues().find(id).orElseThrow().status();
    }

    /** Issues stand from the newest, #24, to the oldest. */
    private void select(int id) {
        window.table("issues").cell(TableCell.row(24 - id).column(2)).click();
        await(
                "details of #" + id,
                () -> window.label("number").target().getText().startsWith("#" + id + " "));
    }

    @Test
    void aFilterShowsItsIssuesAndTheSearchNarrowsThem() {
        window.toggleButton("filter In progress").click();
        await("six rows", () -> rows() == 6);
        assertThat(count("In progress")).isEqualTo("6");
        window.label("heading").requireText("In progress");
        window.textBox("search").enterText("split");
        await("one row", () -> rows() == 1);
        window.toggleButton("filter bug").click();
        await("no row", () -> rows() == 0);
        window.textBox("search").deleteText();
        await("all bugs", () -> String.valueOf(rows()).equals(count("bug")));
    }

    @Test
    void countsFollowWhatIsChangedAndTheSelectionStaysWithItsIssue() {
        select(22);
        assertThat(stored(22)).isEqualTo(Status.IN_PROGRESS);
        window.comboBox("status").selectItem(Status.DONE.toString());
        await(
                "fewer in progress",
                () -> count("In progress").equals("5") && count("Done").equals("5"));
        onEdt(() -> tracker.create("From elsewhere"));
        await("one more", () -> rows() == 25 && count("All issues").equals("25"));
        window.table("issues").requireSelectedRows(3);
        assertThat(onEdt(() -> window.label("number").target().getText())).startsWith("#22 ");
        window.toggleButton("filter Open").click();
        await("open issues", () -> String.valueOf(rows()).equals(count("Open")));
    }

    @Test
    void aCheckBoxAttachesALabelWithWhoAndWhenAndDetachesIt() {
        select(24);
        String before = count("docs");
        window.checkBox("label docs").requireNotSelected().click();
        await("who and when", () -> !added("docs").isEmpty());
        assertThat(added("docs")).matches(Pattern.compile("Mara Lind, \\d{1,2} \\w{3}"));
        await("count", () -> count("docs").equals(String.valueOf(Integer.parseInt(before) + 1)));
        window.checkBox("label docs").requireSelected().click();
        await("nothing beside it", () -> added("docs").isEmpty());
        await("count", () -> count("docs").equals(before));
    }

    private String added(String label) {
        return window.label("added " + label).target().getText();
    }

    @Test
    void aCommentIsShownBelowTheOthersAndCounted() {
        select(24);
        Object before = onEdt(() -> window.table("issues").target().getValueAt(0, 3));
        assertThat(before).isEqualTo(1L);
        window.textBox("reply").enterText("Seen here too\n");
        await(
                "two comments",
                () -> window.table("issues").target().getValueAt(0, 3).equals(2L));
        await("its text", () -> window.textBox("comment 2").target().getText().equals("Seen here too"));
        window.textBox("reply").requireEmpty();
    }

    @Test
    void aChangeIsShownAtOnceAndStaysWhenTheServerAgrees() {
        select(24);
        window.comboBox("status").selectItem(Status.DONE.toString());
        await("shown ahead of the answer", () -> count("Done").equals("5"));
        await("said so", () -> news().equals("Saving 1 change"));
        time.advanceTimeBy(DELAY);
        await("saved", () -> news().equals("All changes are saved"));
        assertThat(stored(24)).isEqualTo(Status.DONE);
        window.comboBox("status").requireSelection(Status.DONE.toString());
    }

    @Test
    void whatTheServerRefusesIsTakenBackAndReported() {
        select(24);
        Status before = stored(24);
        window.checkBox("fails").click();
        window.comboBox("status").selectItem(Status.DONE.toString());
        await("shown ahead of the answer", () -> count("Done").equals("5"));
        time.advanceTimeBy(DELAY);
        await("reported", () -> news().contains("refused"));
        await("taken back", () -> count("Done").equals("4"));
        assertThat(stored(24)).isEqualTo(before);
        await("the form too", () -> window.comboBox("status").target().getSelectedItem() == before);
        window.table("issues").requireSelectedRows(0);
    }

    @Test
    void theSliderTravelsToThePastAndBack() {
        window.slider("time").requireDisabled();
        onEdt(() -> tracker.create("One more"));
        await("one more", () -> rows() == 25);
        onEdt(() -> tracker.create("Two more"));
        await("two more", () -> rows() == 26);
        await("three versions", () -> window.slider("time").target().getMaximum() == 2);
        window.slider("time").slideToMinimum();
        await("as it was", () -> rows() == 24 && count("All issues").equals("24"));
        window.slider("time").slideToMaximum();
        await("as it is", () -> rows() == 26 && count("All issues").equals("26"));
        assertThat(onEdt(() -> window.label("now").target().getText())).isEqualTo("Now");
    }

    @Test
    void aNewIssueIsSelectedAndItsTitleIsWrittenAtOnce() {
        window.toggleButton("filter Done").click();
        await("done issues", () -> rows() == 4);
        window.button("create").click();
        await("all issues and the new one", () -> rows() == 25);
        await("its title is open", () -> window.table("issues").target().isEditing());
        robot.waitForIdle();
        robot.enterText("Dates in the title bar\n");
        await("stored", () -> tracker.issues().find(25).orElseThrow().title().equals("Dates in the title bar"));
        window.table("issues").requireSelectedRows(0);
        window.label("heading").requireText("All issues");
    }

    @Test
    void aTitleIsEditedInItsCellByADoubleClick() {
        window.table("issues").cell(TableCell.row(3).column(0)).enterValue("A better title");
        await("stored", () -> tracker.issues().find(21).orElseThrow().title().equals("A better title"));
        await("shown", () -> window.table("issues").target().getValueAt(3, 0).equals("A better title"));
    }

    @Test
    void theThemeChangesWhileTheWindowIsOpen() {
        select(23);
        window.button("look").click();
        await("dark", () -> window.table("issues").target().getBackground().getRed() < 64);
        window.table("issues").requireSelectedRows(1);
        window.button("look").click();
        await("light", () -> window.table("issues").target().getBackground().getRed() > 192);
    }

    @Test
    void closingTheWindowEndsWhatItShows() {
        select(24);
        window.close();
        await("closed", () -> closed.get() == 1);
        await("no level", () -> tracker.database().describe().levels().isEmpty());
    }
}
